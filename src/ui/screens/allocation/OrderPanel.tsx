import { useTranslation } from 'react-i18next'
import type { Order } from '@/domain/record/order.ts'
import { type OrdersState, actReasons } from '@/workflow/allocation/ordersWorkflow.ts'
import { Card } from '../../kit/Card.tsx'
import { Chip } from '../../kit/Chip.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { FlagMark } from '../../kit/FlagMark.tsx'
import { RailCommand } from '../../workflow/CommandRail.tsx'
import { NumberedReasons } from '../../workflow/NumberedReasons.tsx'
import { shopName } from '../../words/shopName.ts'

/** One order: why it waits, what is in it, and what a person may do. */
export function OrderPanel({ state, order }: { state: OrdersState; order: Order | null }) {
  const { t } = useTranslation()
  if (!order) return <EmptyState why={t('orders.gone')} />
  return (
    <div className="orders">
      <Card title={<span className="code">{order.orderNo}</span>}>
        <p className="orders-bar">
          <Chip>{shopName(t, order.shop)}</Chip>
          <Chip>{t(`orderState.${order.state}`)}</Chip>
          {order.intercept !== 'none' && (
            <Chip alert>{t(`orders.intercept.${order.intercept}`)}</Chip>
          )}
          {order.holds.map((hold) => (
            <Chip key={hold} alert>
              {t(`hold.${hold}`)}
            </Chip>
          ))}
        </p>
        <p className="orders-bar">
          <FlagMark flag={order.flag} />
          {order.shopNote !== '' && <span>{t('orders.shopNote', { text: order.shopNote })}</span>}
          {order.buyerNote !== '' && (
            <span>{t('orders.buyerNote', { text: order.buyerNote })}</span>
          )}
        </p>
      </Card>
      <Choices state={state} />
      <Card title={t('orders.lines')}>
        <ol className="orders-lines">
          {order.lines.map((line) => (
            <li key={line.line}>
              <span className="code">{line.skuId}</span>
              <span>{[line.title, line.spec].filter(Boolean).join(' · ')}</span>
              <span>×{line.qty}</span>
            </li>
          ))}
        </ol>
      </Card>
    </div>
  )
}

/** What the numbers on the keys mean now. */
function Choices({ state }: { state: OrdersState }) {
  const { t } = useTranslation()
  if (state.kind === 'orderShown')
    return (
      <div className="orders-bar">
        <RailCommand verb="OK" name={t('orders.act.release')} />
        <RailCommand verb="NO" name={t('orders.act.cancel')} />
        <RailCommand verb="BACK" />
      </div>
    )
  if (state.kind !== 'askReason') return null
  return (
    <Card title={t(`orders.act.${state.act}`)}>
      <NumberedReasons
        reasons={actReasons[state.act].map((reason) => t(`orders.reason.${reason}`))}
      />
    </Card>
  )
}
