import type { PickArgs } from '@/domain/picking/confirmPick.ts'
import type { OpenCountArgs } from '@/domain/picking/openCount.ts'
import type { StopOrderArgs } from '@/domain/picking/stopOrder.ts'
import type { TakeOrderArgs } from '@/domain/picking/takeOrder.ts'
import type { AskPrintsArgs } from '@/domain/stock/askPrints.ts'
import type { Notice } from '@/kernel/notice.ts'
import {
  type CommandEvent,
  INTERCEPTED,
  type Step,
  attention,
  done,
  go,
  refused,
  speaking,
} from '../workflow.ts'
import type { InterceptFound, PickPlan, PickingEvent, PickingState, ScanItem } from './pickPlan.ts'
import { slotOf } from './pickPlan.ts'

export type PickingCommand =
  | { readonly name: 'picking.takeOrder'; readonly args: TakeOrderArgs }
  | { readonly name: 'picking.confirmPick'; readonly args: PickArgs }
  | { readonly name: 'picking.shortPick'; readonly args: PickArgs }
  | { readonly name: 'picking.stopOrder'; readonly args: StopOrderArgs }
  | { readonly name: 'picking.openCount'; readonly args: OpenCountArgs }
  | { readonly name: 'stock.askPrints'; readonly args: AskPrintsArgs }

export type PickingStep = Step<PickingState, PickingCommand>
export type AnyPickEvent = PickingEvent | CommandEvent

export function scanItem(plan: PickPlan, isWalking: boolean): ScanItem {
  return { kind: 'scanItem', plan, isWalking, by: 0, isShortAsked: false, isLotKnown: false }
}

/** On to the next stop; after the last one the totes go to packing and a new walk can start. */
export function onward(plan: PickPlan, notice: Notice): PickingStep {
  if (plan.stops.length > 0) return go(scanItem(plan, true), notice)
  const { held, slots } = plan
  const words =
    held.length > 0
      ? attention('PICK-012', { orders: held.join(' ') })
      : done('PICK-010', { totes: slots.map((slot) => slot.toteCode).join(' ') })
  return go({ kind: 'scanToteFirst' }, words)
}

/** The order of the line now was cancelled or changed: stop, and say where its goods go. */
export function intercept(plan: PickPlan, found: InterceptFound): PickingStep {
  const [stop] = plan.stops
  const slot = stop && slotOf(plan, stop)
  if (!slot) return go(scanItem(plan, true), refused('PICK-041'))
  return go({ kind: 'intercepted', plan, slot, ...found }, interceptWords(found, slot))
}

export function interceptWords(
  { intercept: why, toteQty, asideBin: bin }: InterceptFound,
  { orderNo: order, toteCode: tote }: { readonly orderNo: string; readonly toteCode: string },
): Notice {
  if (toteQty === 0) return speaking(attention('PICK-015', { order, tote }), INTERCEPTED)
  const code = why === 'cancelled' ? 'PICK-013' : 'PICK-014'
  return speaking(attention(code, { order, tote, bin }), INTERCEPTED)
}

/** What a refusal tells of an intercepted order; null = it was refused for something else. */
export function foundOf({ reason, params }: RejectedEvent): InterceptFound | null {
  if (reason !== 'pick.intercepted') return null
  return {
    intercept: String(params.intercept),
    toteQty: Number(params.toteQty),
    asideBin: String(params.bin),
  }
}

type RejectedEvent = Extract<CommandEvent, { kind: 'commandRejected' }>

/** The words of each refusal; any other one is told by its reason. */
const refusalCodes: Readonly<Record<string, string>> = {
  'pick.bookShort': 'PICK-040',
  'pick.lineGone': 'PICK-041',
  'pick.orderGone': 'PICK-042',
  'pick.otherTote': 'PICK-043',
  'pick.toteTaken': 'PICK-044',
  'pick.taskGone': 'PICK-045',
}

/** Words for a command that was refused. */
export function refusal({ reason, params }: RejectedEvent): Notice {
  return refused(refusalCodes[reason] ?? 'PICK-025', { ...params, reason })
}
