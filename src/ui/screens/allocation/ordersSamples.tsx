import type { Order } from '@/domain/record/order.ts'
import type { OrdersState } from '@/workflow/allocation/ordersWorkflow.ts'
import type { Sample } from '../../gallery/sample.ts'
import { sampleItem } from '../../gallery/sampleItems.ts'
import { sampleOrder } from '../../gallery/sampleOrders.ts'
import { NO_NOTICE } from '../../scan/shownNotice.ts'
import type { NumberedQueue } from './numberedQueue.ts'
import { OrdersDrawing } from './OrdersScreen.tsx'

const AT_MS = 1_793_584_800_000
const { orderId, orderNo } = sampleOrder(0)
const listed = { filter: 'open', limit: 100 } as const
const opened = { ...listed, orderId, orderNo }

const order: Order = {
  id: opened.orderId,
  orderNo,
  shop: 'taobao',
  state: 'held',
  holds: ['addressIncomplete', 'risk'],
  intercept: 'none',
  placedAtMs: AT_MS,
  paidAtMs: AT_MS,
  shipByMs: AT_MS + 86_400_000,
  buyerNote: '请尽快发货',
  shopNote: '地址待买家补门牌号',
  flag: 'yellow',
  receiver: {
    kind: 'plain',
    maskedName: '罗**',
    maskedPhone: '173******77',
    province: '浙江省',
    city: '丽水市',
    district: '遂昌县',
    maskedDetail: '柘岱口乡****',
    piiId: null,
  },
  lines: [
    {
      line: 1,
      skuId: sampleItem(0).skuId,
      qty: 2,
      title: '隋唐税赋小史 长河历史社',
      spec: sampleItem(0).spec,
      priceFen: 2230,
      gift: 0,
      refund: 'none',
    },
  ],
  carrierId: '',
  totalQty: 2,
  revision: '1',
}

const risks = ['late', 'soon', 'fine'] as const
const queue: NumberedQueue = {
  count: 2_340,
  rows: Array.from({ length: 30 }, (_, i) => {
    const isHeld = i % 4 === 1
    return {
      no: i + 1,
      ...sampleOrder(i),
      state: isHeld ? 'held' : i % 2 === 0 ? 'allocated' : 'picking',
      holds: isHeld ? ['stockMissing'] : [],
      intercept: i === 7 ? 'cancelled' : 'none',
      shipByMs: AT_MS + i * 1_800_000,
      risk: risks[Math.min(2, Math.floor(i / 3))] ?? 'fine',
      totalQty: 1 + (i % 5),
    }
  }),
}

const states: Readonly<Record<string, OrdersState>> = {
  list: { kind: 'list', ...listed },
  orderShown: { kind: 'orderShown', ...opened },
  askReason: { kind: 'askReason', act: 'release', ...opened },
  acting: { kind: 'acting', act: 'cancel', ...opened },
}

const draw = (state: OrdersState, of: NumberedQueue) => (
  <OrdersDrawing state={state} queue={of} order={order} shown={NO_NOTICE} pad="" />
)

/** Every state of the order queue, and its empty list. */
export const ordersSamples: readonly Sample[] = [
  ...Object.entries(states).map(([name, state]) => ({
    id: `orders/${name}`,
    render: () => draw(state, queue),
  })),
  {
    id: 'orders/empty',
    render: () => draw({ kind: 'list', ...listed }, { rows: [], count: 0 }),
  },
]
