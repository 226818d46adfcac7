import { assertNever } from '@/kernel/assert.ts'
import type { CancelOrderArgs } from '@/domain/allocation/cancelOrder.ts'
import {
  type OrderFilter,
  QUEUE_ROWS,
  QUEUE_ROWS_MAX,
  orderFilters,
} from '@/domain/allocation/orderQueue.ts'
import type { ReleaseHoldArgs } from '@/domain/allocation/releaseHold.ts'
import {
  type CommandEvent,
  type Step,
  type Workflow,
  accepted,
  ask,
  attention,
  done,
  go,
  refused,
  stay,
} from '../workflow.ts'

export type OrderAct = 'release' | 'cancel'

/** What a person may say why; kept with the command. */
export const actReasons = {
  release: ['buyerConfirmed', 'dataCompleted', 'shopAgreed'],
  cancel: ['buyerAsked', 'noStock', 'shopMistake'],
} as const satisfies Record<OrderAct, readonly string[]>

type Listed = { readonly filter: OrderFilter; readonly limit: number }
type Opened = Listed & { readonly orderId: string; readonly orderNo: string }

/** Where a person is in the queue: its list, one order, or asked why. */
export type OrdersState =
  | ({ readonly kind: 'list' } & Listed)
  | ({ readonly kind: 'orderShown' } & Opened)
  | ({ readonly kind: 'askReason'; readonly act: OrderAct } & Opened)
  | ({ readonly kind: 'acting'; readonly act: OrderAct } & Opened)

export type OrdersEvent =
  | { readonly kind: 'orderChosen'; readonly orderId: string; readonly orderNo: string }
  | { readonly kind: 'numberGiven'; readonly no: number }
  | { readonly kind: 'verbGiven'; readonly verb: string }

export type OrdersCommand =
  | { readonly name: 'allocation.releaseHold'; readonly args: ReleaseHoldArgs }
  | { readonly name: 'allocation.cancelOrder'; readonly args: CancelOrderArgs }

type OrdersStep = Step<OrdersState, OrdersCommand>
type AnyEvent = OrdersEvent | CommandEvent
type In<K extends OrdersState['kind']> = Extract<OrdersState, { kind: K }>

/** The order queue: look through it, let a held order go on, cancel one; each with a reason. */
export const ordersWorkflow: Workflow<OrdersState, OrdersEvent, OrdersCommand> = {
  id: 'orders',
  initial: { kind: 'list', filter: 'open', limit: QUEUE_ROWS },
  transitions: {
    list: ['orderShown'],
    orderShown: ['list', 'askReason'],
    askReason: ['orderShown', 'acting'],
    acting: ['orderShown'],
  },
  expects: { list: ['order'], orderShown: ['order'], askReason: [], acting: [] },
  step(state, event) {
    switch (state.kind) {
      case 'list':
        return onList(state, event)
      case 'orderShown':
        return onShown(state, event)
      case 'askReason':
        return onReason(state, event)
      case 'acting':
        return onActing(state, event)
      default:
        return stay(assertNever(state))
    }
  },
}

function choose(
  { filter, limit }: Listed,
  { orderId, orderNo }: Extract<OrdersEvent, { kind: 'orderChosen' }>,
): OrdersStep {
  const next = { kind: 'orderShown', filter, limit, orderId, orderNo } as const
  return go(next, accepted('ORD-001', { order: orderNo }))
}

function onList(state: In<'list'>, event: AnyEvent): OrdersStep {
  if (event.kind === 'orderChosen') return choose(state, event)
  if (event.kind === 'numberGiven') return stay(state, refused('ORD-011', { no: event.no }))
  if (event.kind !== 'verbGiven') return stay(state)
  if (event.verb === 'OK') {
    if (state.limit >= QUEUE_ROWS_MAX)
      return stay(state, refused('ORD-010', { max: QUEUE_ROWS_MAX }))
    const limit = Math.min(QUEUE_ROWS_MAX, state.limit * 2)
    return go({ ...state, limit }, accepted('ORD-002', { limit }))
  }
  const step = event.verb === 'NEXT' ? 1 : orderFilters.length - 1
  const at = (orderFilters.indexOf(state.filter) + step) % orderFilters.length
  const filter = orderFilters[at] ?? 'open'
  return go({ kind: 'list', filter, limit: QUEUE_ROWS }, accepted('ORD-003'))
}

/** 1 or OK lets it go on, 2 or NO cancels it: by scans and by keys alike. */
function onShown(state: In<'orderShown'>, event: AnyEvent): OrdersStep {
  if (event.kind === 'orderChosen') return choose(state, event)
  const { filter, limit, orderId, orderNo } = state
  if (event.kind === 'verbGiven' && event.verb === 'BACK')
    return go({ kind: 'list', filter, limit }, accepted('ORD-004'))
  const act = actOf(event)
  if (!act) return stay(state, refused('ORD-005'))
  const count = actReasons[act].length
  const next = { kind: 'askReason', act, filter, limit, orderId, orderNo } as const
  return go(next, attention('ORD-006', { order: orderNo, count }))
}

function actOf(event: AnyEvent): OrderAct | null {
  if (event.kind === 'numberGiven')
    return event.no === 1 ? 'release' : event.no === 2 ? 'cancel' : null
  if (event.kind !== 'verbGiven') return null
  return event.verb === 'OK' ? 'release' : 'cancel'
}

function onReason(state: In<'askReason'>, event: AnyEvent): OrdersStep {
  if (event.kind === 'verbGiven')
    return go({ ...state, kind: 'orderShown' }, accepted('ORD-001', { order: state.orderNo }))
  if (event.kind !== 'numberGiven') return stay(state, refused('ORD-005'))
  const { act, orderId } = state
  const reason = actReasons[act][event.no - 1]
  if (!reason)
    return stay(state, refused('ORD-007', { no: event.no, count: actReasons[act].length }))
  const args = { orderId, reason }
  const name = act === 'release' ? 'allocation.releaseHold' : 'allocation.cancelOrder'
  return ask({ ...state, kind: 'acting' }, { name, args })
}

const refusalCodes: Readonly<Record<string, string>> = {
  'order.notHeld': 'ORD-012',
  'order.hardHold': 'ORD-013',
  'order.finished': 'ORD-014',
}

function onActing(state: In<'acting'>, event: AnyEvent): OrdersStep {
  const { act, filter, limit, orderId, orderNo } = state
  const back = { kind: 'orderShown', filter, limit, orderId, orderNo } as const
  if (event.kind === 'commandRejected') {
    const code = refusalCodes[event.reason] ?? 'ORD-015'
    return go(back, refused(code, { reason: event.reason, order: orderNo }))
  }
  if (event.kind !== 'commandAccepted') return stay(state)
  if (act === 'release') return go(back, done('ORD-008', { order: orderNo }))
  // The answer of our own command: `cancelOrder` gives this and nothing else.
  const { intercepted } = event.result as { intercepted: 0 | 1 }
  return go(
    back,
    intercepted ? attention('ORD-016', { order: orderNo }) : done('ORD-009', { order: orderNo }),
  )
}
