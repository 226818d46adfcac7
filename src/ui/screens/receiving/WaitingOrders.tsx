import { useTranslation } from 'react-i18next'
import type { InboundSlip } from '@/domain/receiving/inboundSlip.ts'
import type { WaitingOrdersView } from '@/store/queries/receiving/readReceiving.ts'
import { EmptyWork } from '../../workflow/EmptyWork.tsx'
import { moneyText } from '../../words/moneyText.ts'

/** The slip posted last, and the purchase orders that are not complete: first expected first. */
export function WaitingOrders(props: { waiting: WaitingOrdersView; slip: InboundSlip | null }) {
  const { waiting, slip } = props
  const { t } = useTranslation()
  if (waiting.rows.length === 0)
    return (
      <EmptyWork why={t('receiving.noneWaits')} next={t('receiving.importOrders')} verb="GOIMP" />
    )
  return (
    <div className="receiving-lines">
      {slip && <SlipSummary slip={slip} />}
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

function SlipSummary({ slip }: { slip: InboundSlip }) {
  const { t, i18n } = useTranslation()
  const { no, goodQty, damagedQty, wrongQty, totalFen } = slip
  const sum = moneyText(i18n.language, totalFen)
  return (
    <p>
      {t('term.inboundDoc')} <span className="code">{no}</span>{' '}
      {t('receiving.slip', { good: goodQty, damaged: damagedQty, wrong: wrongQty, sum })}
    </p>
  )
}
