import { useTranslation } from 'react-i18next'
import type { PickQueue } from '@/store/queries/picking/readPickQueue.ts'
import { EmptyWork } from '../../workflow/EmptyWork.tsx'
import { countText } from '../../words/countText.ts'
import { momentText } from '../../words/momentText.ts'

/** The orders that the next totes will take, the most urgent first. */
export function PickQueuePanel({ queue }: { queue: PickQueue }) {
  const { t } = useTranslation()
  if (queue.count === 0) return <EmptyWork why={t('pick.empty')} verb="GOORD" />
  return (
    <section className="pick-queue">
      <h2 className="font-bold">{t('pick.waiting', { count: countText(queue.count) })}</h2>
      <ol className="pick-ahead">
        {queue.rows.map((row) => (
          <li key={row.orderId}>
            <span className="code">{row.orderNo}</span>
            <span>{t('pick.shipBy', { at: momentText(row.shipByMs) })}</span>
            <span>×{row.totalQty}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
