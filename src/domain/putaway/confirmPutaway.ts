import { assert } from '@/kernel/assert.ts'
import type { OtherBinReason, PutawayTask } from '../record/inbound.ts'
import type { BinId, PlaceId, SkuId } from '../record/place.ts'
import type { Act } from '../stock/act.ts'
import { type Decision, accept, put, reject } from '../stock/decision.ts'
import type { MovementDraft } from '../stock/movement.ts'
import { type BinFault, type BinRoom, type PutawayPiece, fitPieces } from './binRoom.ts'

export interface PutawayLine {
  readonly skuId: SkuId
  readonly lot: string
  readonly qty: number
}

/** What was laid where. Movements follow from these args alone. */
export interface PutawayArgs {
  readonly lines: readonly PutawayLine[]
  readonly fromPlaceId: PlaceId
  readonly binId: BinId
  readonly suggestedBinId: BinId | null
  /** Null where the suggested bin was taken, or none was suggested. */
  readonly otherReason: OtherBinReason | null
}

export interface PutawayFacts {
  readonly room: BinRoom | undefined
  readonly pieces: readonly PutawayPiece[]
  /** Pieces at hand of each line, in the order of the lines. */
  readonly stagedQty: readonly number[]
}

export type PutawayRefusal = 'stagingShort' | 'binUnknown' | BinFault

/** Puts staged pieces into a bin. Refused when they are not there any more, or when the bin's room or its
 *  mixing rule does not allow it. */
export function confirmPutaway(
  facts: PutawayFacts,
  args: PutawayArgs,
  act: Act,
): Decision<PutawayRefusal> {
  assert(args.lines.length > 0, 'nothing put away')
  const missing = args.lines.find((line, i) => (facts.stagedQty[i] ?? 0) < line.qty)
  if (missing) return reject('stagingShort', { sku: missing.skuId })
  if (!facts.room) return reject('binUnknown', { bin: args.binId })
  const fault = fitPieces(facts.room, facts.pieces)
  if (fault) return reject(fault, { bin: facts.room.bin.code }, true)
  const puts = args.lines.map((line, i) => put('putawayTasks', taskOf(line, i, args, act)))
  const qty = args.lines.reduce((sum, line) => sum + line.qty, 0)
  return accept(
    args.lines.map((line, i) => movementOf(line, args, `${act.id}#${i}`)),
    puts,
    { qty },
  )
}

function movementOf(line: PutawayLine, args: PutawayArgs, docRef: string): MovementDraft {
  return {
    ...line,
    from: { placeId: args.fromPlaceId, state: 'available' },
    to: { placeId: args.binId, state: 'available' },
    reason: 'putaway',
    docRef,
  }
}

function taskOf(line: PutawayLine, i: number, args: PutawayArgs, act: Act): PutawayTask {
  const { fromPlaceId, suggestedBinId, binId, otherReason } = args
  const { operatorId, atMs: doneAtMs } = act
  const id = `${act.id}#${i}`
  const choice = { fromPlaceId, suggestedBinId, binId, otherReason }
  return { id, ...line, ...choice, state: 'done', operatorId, doneAtMs }
}
