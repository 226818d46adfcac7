import { useTranslation } from 'react-i18next'
import type { WaitingOrdersView } from '@/store/queries/receiving/readReceiving.ts'
import { EmptyState } from '../../kit/EmptyState.tsx'

/** Purchase orders that are not complete, the one expected first on top. */
export function WaitingOrders({ waiting }: { waiting: WaitingOrdersView }) {
  const { t } = useTranslation()
  if (waiting.rows.length === 0)
    return <EmptyState why={t('receiving.noneWaits')} next={t('receiving.importOrders')} />
  return (
    <div className="receiving-lines">
      <ul>
        {waiting.rows.map((row) => (
          <li key={row.no} data-open="1">
            <span className="line-name">
              <span className="code">{row.no}</span> {row.supplierName}
            </span>
            <span className="code">{row.expectedOn}</span>
            <span className="num">
              {row.doneQty}/{row.totalQty}
            </span>
          </li>
        ))}
      </ul>
      {waiting.moreRows > 0 && <p>{t('receiving.moreOrders', { count: waiting.moreRows })}</p>}
    </div>
  )
}
