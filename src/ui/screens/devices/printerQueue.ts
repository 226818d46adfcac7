import type { Notice } from '@/kernel/notice.ts'
import { attention, refused } from '@/workflow/workflow.ts'
import type { StationPrinter } from '../../print/stationPrinters.ts'
import type { DeviceCard } from './deviceCards.ts'
import type { DevicesState, DevicesStep } from './devicesState.ts'

/** What a person does with the queue of a printer; each says what came of it. */
export interface QueuePorts {
  hold(printer: StationPrinter, isHeld: boolean): Promise<Notice>
  moveWaiting(from: StationPrinter, to: StationPrinter): Promise<Notice>
}

type TargetState = Extract<DevicesState, { kind: 'target' }>

/** Stops a printer, or lets it go on. */
export async function toggleHold(ports: QueuePorts, { printer }: DeviceCard): Promise<Notice> {
  return printer ? ports.hold(printer, printer.isHeld !== true) : refused('PRN-100')
}

/** Asks which printer takes what waits for the chosen one: first the next one that has its paper. */
export function beginMove(cards: readonly DeviceCard[], selected: number): DevicesStep | Notice {
  const from = cards[selected]?.printer
  if (!from) return refused('PRN-100')
  if (from.waiting === 0) return refused('PRN-101', { printer: from.name })
  const others = targetsOf(cards, selected)
  const fit = (no: number) => fitOf(cards[no]?.printer, from)
  const [to] = others.toSorted((a, b) => fit(b) - fit(a))
  if (to === undefined) return refused('PRN-102', { printer: from.name })
  const words = { count: from.waiting, from: from.name, to: cards[to]?.name ?? '' }
  return { state: { kind: 'target', selected, to }, notice: attention('PRN-103', words) }
}

/** The next printer that may take the labels, or (by -1) the one before. */
export function stepTarget(
  cards: readonly DeviceCard[],
  state: TargetState,
  by: 1 | -1,
): DevicesStep {
  const others = targetsOf(cards, state.selected)
  const at = others.indexOf(state.to) + by
  const to = others.at(at % others.length) ?? state.to
  return { state: { ...state, to }, notice: attention('DEV-029', { no: to + 1 }) }
}

/** Gives the labels to the card with this number, from 0. */
export async function moveTo(
  ports: QueuePorts,
  cards: readonly DeviceCard[],
  { selected, to }: TargetState,
): Promise<Notice> {
  const [from, target] = [cards[selected]?.printer, cards[to]?.printer]
  if (!from || !target || !targetsOf(cards, selected).includes(to))
    return refused('PRN-104', { no: to + 1 })
  return ports.moveWaiting(from, target)
}

const targetsOf = (cards: readonly DeviceCard[], selected: number): readonly number[] =>
  cards.flatMap(({ printer }, no) =>
    printer && no !== selected && takesFrom(printer, cards[selected]?.printer) ? [no] : [],
  )

/** True where a printer may get what was meant for the other: never sheets on a roll, nor a label on
 *  sheets, nor on a printer that is kept for other kinds. */
const takesFrom = (printer: StationPrinter, from: StationPrinter | null | undefined): boolean =>
  printer.platform === from?.platform &&
  (printer.sheet === undefined) === (from?.sheet === undefined) &&
  (printer.kinds === undefined ||
    (from?.kinds?.every((kind) => printer.kinds?.includes(kind)) ?? false))

/** How well a printer does in place of the other: its paper says more than that it is ready now. */
function fitOf(printer: StationPrinter | null | undefined, from: StationPrinter): number {
  const isSameSize =
    printer?.paper?.widthMm === from.paper?.widthMm &&
    printer?.paper?.heightMm === from.paper?.heightMm
  return (isSameSize ? 2 : 0) + (printer?.state === 'ready' && printer.isHeld !== true ? 1 : 0)
}
