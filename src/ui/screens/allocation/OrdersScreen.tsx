import { useTranslation } from 'react-i18next'
import type { Order } from '@/domain/record/order.ts'
import { readOrder } from '@/store/queries/allocation/readOrder.ts'
import { type OrderQueue, readOrderQueue } from '@/store/queries/allocation/readOrderQueue.ts'
import type { StationData } from '@/store/queries/stationData.ts'
import type { OrdersState } from '@/workflow/allocation/ordersWorkflow.ts'
import { PlainScreen } from '../../workflow/PlainScreen.tsx'
import { useLive } from '../../workflow/useLive.ts'
import { useMinute } from '../../workflow/useMinute.ts'
import type { ScreenProps } from '../../workflow/useWorkflow.ts'
import { OrderPanel } from './OrderPanel.tsx'
import { OrderQueuePanel } from './OrderQueuePanel.tsx'
import './orders.css'

const EMPTY: OrderQueue = { rows: [], count: 0 }

/** The order queue: what must leave first, what is held and why. */
export function OrdersScreen({ view, shown, pad }: ScreenProps<OrdersState>) {
  const { state } = view
  const { filter, limit } = state
  const nowMs = useMinute()
  const queue = useLive(
    (data: StationData) => readOrderQueue(data, { filter, limit, nowMs }),
    EMPTY,
    [filter, limit, nowMs],
  )
  const orderId = 'orderId' in state ? state.orderId : ''
  const order = useLive<Order | null>((data) => readOrder(data, orderId), null, [orderId])
  return <OrdersDrawing state={state} queue={queue} order={order} shown={shown} pad={pad} />
}

/** The screen from plain values; the gallery draws it from samples. */
export function OrdersDrawing(
  props: { state: OrdersState; queue: OrderQueue; order: Order | null } & Omit<
    ScreenProps<OrdersState>,
    'view'
  >,
) {
  const { t } = useTranslation()
  const { state, queue, order, shown, pad } = props
  return (
    <PlainScreen
      station="orders"
      state={state.kind}
      title={t('screen.orders')}
      now={<NowWords state={state} pad={pad} />}
      shown={shown}
    >
      {state.kind === 'list' ? (
        <OrderQueuePanel filter={state.filter} queue={queue} />
      ) : (
        <OrderPanel state={state} order={order} />
      )}
    </PlainScreen>
  )
}

function NowWords({ state, pad }: { state: OrdersState; pad: string }) {
  const { t } = useTranslation()
  const words = { list: t('orders.prompt'), orderShown: t('orders.chosen') }
  const text = state.kind === 'list' || state.kind === 'orderShown' ? words[state.kind] : null
  return (
    <>
      {text ?? t('orders.ask')} <strong className="code">{pad}</strong>
    </>
  )
}
