import { useTranslation } from 'react-i18next'
import { placeCode } from '@/domain/record/place.ts'
import type { PickPlan } from '@/workflow/picking/pickPlan.ts'

/** Stops drawn ahead; the rest is counted. */
const AHEAD_MAX = 6

/** The totes on the cart and the stops that come next. */
export function PickWalkPanel({ plan }: { plan: PickPlan }) {
  const { t } = useTranslation()
  const [now, ...ahead] = plan.stops
  const more = ahead.length - AHEAD_MAX
  return (
    <div className="pick-walk">
      <section aria-label={t('pick.totes')}>
        <h2>{t('pick.totes')}</h2>
        <ol className="pick-slots">
          {plan.slots.map((slot) => (
            <li key={slot.slot} aria-current={slot.orderId === now?.orderId}>
              <strong>{slot.slot}</strong>
              <span className="code">{slot.toteCode}</span>
              <span className="code">{slot.orderNo}</span>
            </li>
          ))}
        </ol>
      </section>
      <section aria-label={t('pick.next')}>
        <h2>{t('pick.next')}</h2>
        {ahead.length === 0 && <p>{t('pick.lastStop')}</p>}
        <ol className="pick-ahead">
          {ahead.slice(0, AHEAD_MAX).map((stop) => (
            <li key={stop.allocationId}>
              <span className="code">{placeCode(stop.binId)}</span>
              <span>{stop.name}</span>
              <span>×{stop.qty}</span>
            </li>
          ))}
        </ol>
        {more > 0 && <p>{t('pick.more', { count: more })}</p>}
      </section>
    </div>
  )
}
