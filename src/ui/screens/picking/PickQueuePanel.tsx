import { useTranslation } from 'react-i18next'
import type { PickQueue } from '@/store/queries/picking/readPickQueue.ts'
import { EmptyWork } from '../../workflow/EmptyWork.tsx'
import { countText } from '../../words/countText.ts'
import { momentFormat } from '../../words/momentFormat.ts'

/** The orders that the next totes will take, the most urgent first. */
export function PickQueuePanel({ queue }: { queue: PickQueue }) {
  const { t, i18n } = useTranslation()
  if (queue.count === 0) return <EmptyWork why={t('pick.empty')} verb="GOORD" />
  const at = momentFormat(i18n.language, 'minute')
  return (
    <section className="pick-queue">
      <h2 className="font-bold">{t('pick.waiting', { count: countText(queue.count) })}</h2>
      <ol className="pick-ahead">
        {queue.rows.map((row) => (
          <li key={row.orderId}>
            <span className="code">{row.orderNo}</span>
            <span>{t('pick.shipBy', { at: at.format(row.shipByMs) })}</span>
            <span>×{row.totalQty}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
