import { useTranslation } from 'react-i18next'
import type { Order } from '@/domain/record/order.ts'
import { readOrder } from '@/store/queries/allocation/readOrder.ts'
import type { StationData } from '@/store/queries/stationData.ts'
import type { OrdersState } from '@/workflow/allocation/ordersWorkflow.ts'
import { PlainScreen } from '../../workflow/PlainScreen.tsx'
import { type RowNumbers, useFreshNumbers } from '../../workflow/rowNumbers.ts'
import { useLive } from '../../workflow/useLive.ts'
import { useMinute } from '../../workflow/useMinute.ts'
import type { ScreenProps } from '../../workflow/useWorkflow.ts'
import { type NumberedQueue, readNumberedQueue } from './numberedQueue.ts'
import { OrderPanel } from './OrderPanel.tsx'
import { OrderQueuePanel } from './OrderQueuePanel.tsx'
import './orders.css'

const EMPTY: NumberedQueue = { rows: [], count: 0 }

export interface OrdersScreenProps extends ScreenProps<OrdersState> {
  /** The numbers of the rows, shared with the job that is given them. */
  readonly numbers: RowNumbers
}

/** The order queue: what must leave first, what is held and why. */
export function OrdersScreen({ view, shown, pad, numbers }: OrdersScreenProps) {
  const { state } = view
  const { filter, limit } = state
  const nowMs = useMinute()
  useFreshNumbers(numbers)
  // A number is given only to a row that is drawn.
  const isListed = state.kind === 'list'
  const queue = useLive(
    async (data: StationData) =>
      isListed ? readNumberedQueue(data, { filter, limit, nowMs }, numbers) : EMPTY,
    EMPTY,
    [filter, limit, nowMs, isListed, numbers],
  )
  const orderId = 'orderId' in state ? state.orderId : ''
  const order = useLive<Order | null>((data) => readOrder(data, orderId), null, [orderId])
  return <OrdersDrawing state={state} queue={queue} order={order} shown={shown} pad={pad} />
}

/** The screen from plain values; the gallery draws it from samples. */
export function OrdersDrawing(
  props: { state: OrdersState; queue: NumberedQueue; order: Order | null } & Omit<
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
