import type { RefundState } from './drafts.ts'
import type { OrderHabits, OrderState } from './profile.ts'
import type { RowReader } from './rowReader.ts'

/** Orders that still need a parcel, or may: only these are asked about. */
export function isOpen(state: OrderState | undefined): boolean {
  return state === undefined || state === 'unpaid' || state === 'toShip' || state === 'partShipped'
}

/** The state of a row by the platform's word; undefined and asked about when the word is not known.
 *  A table without that column holds orders to ship. */
export function readState(reader: RowReader, habits: OrderHabits): OrderState | undefined {
  if (!reader.has('stateWord')) return 'toShip'
  const word = reader.text('stateWord')
  return Object.values(habits.stateWords).find((state) => state === word)
}

/** What became of the buyer's money in one row. */
export function readRefund(
  reader: RowReader,
  habits: OrderHabits,
  state: OrderState | undefined,
): RefundState {
  const words = ['afterSales', 'closeReason', 'stateWord'].map((field) =>
    reader.raw(field).normalize('NFKC').replace(/^\t+/, '').trim(),
  )
  const [afterSales = ''] = words
  if (habits.refundAskedWords.includes(afterSales) && isOpen(state)) return 'asked'
  return words.some((word) => habits.refundedWords.includes(word)) ? 'done' : 'none'
}

/** The state of an order whose rows tell their own: closed rows do not count unless all are closed.
 *  Example: toShip, shipped -> partShipped. */
export function joinStates(states: readonly OrderState[]): OrderState {
  const going = states.filter((state) => state !== 'closed')
  const [first] = going
  if (first === undefined) return 'closed'
  if (going.every((state) => state === first)) return first
  if (going.includes('partShipped') || going.includes('toShip')) return 'partShipped'
  return going.includes('shipped') ? 'shipped' : first
}
