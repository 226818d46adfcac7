import type { BinId } from '../record/place.ts'
import type { AbcClass } from '../record/sku.ts'
import { type BinRoom, type PutawayPiece, emptyRoom, fitPiece } from './binRoom.ts'

/** One bin that would take the pieces, or some of them. */
export interface BinSuggestion {
  readonly binId: BinId
  readonly code: string
  /** Pieces it takes. */
  readonly qty: number
  readonly holdsSku: boolean
}

/** Levels from best to worst. Level 2 is hand height, 1 the floor: what leaves often lies at hand
 *  height, what leaves seldom at the top or on the floor. */
const levelsOf: Readonly<Record<AbcClass, readonly number[]>> = {
  A: [2, 3, 1, 4, 5, 6],
  B: [3, 2, 4, 1, 5, 6],
  C: [4, 5, 6, 1, 3, 2],
}

export const rankedLevels = (abcClass: AbcClass): readonly number[] => levelsOf[abcClass]

/** The suggested bin and two alternatives. */
export const SUGGESTIONS_MAX = 3

/** The best bins for the pieces, best first. Before all comes a bin that takes everything, then one that
 *  already holds the SKU, then pick before bulk bins, then the level that fits the SKU's ABC class,
 *  then the order of the walk. A bin that takes nothing is left out. */
export function suggestBins(piece: PutawayPiece, rooms: readonly BinRoom[]): BinSuggestion[] {
  return rooms
    .map((room) => ({ room, fit: fitPiece(room, piece) }))
    .filter(({ fit }) => fit.qty > 0)
    .map(({ room, fit }) => ({ room, fit, rank: rankOf(room, piece, fit.qty) }))
    .sort((a, b) => compareRanks(a.rank, b.rank) || (a.room.bin.code < b.room.bin.code ? -1 : 1))
    .slice(0, SUGGESTIONS_MAX)
    .map(({ room, fit }) => ({
      binId: room.bin.id,
      code: room.bin.code,
      qty: fit.qty,
      holdsSku: room.skuIds.includes(piece.sku.id),
    }))
}

/** True when looking further cannot help much: the bin takes all the pieces, or as many as it would
 *  take empty. */
export function isGoodBin(room: BinRoom, piece: PutawayPiece): boolean {
  const { qty } = fitPiece(room, piece)
  return qty > 0 && qty >= fitPiece(emptyRoom(room.bin), piece).qty
}

function rankOf({ bin, skuIds }: BinRoom, piece: PutawayPiece, fitQty: number): number[] {
  const levels = rankedLevels(piece.sku.abcClass)
  const level = levels.indexOf(bin.level)
  return [
    piece.qty - fitQty,
    skuIds.includes(piece.sku.id) ? 0 : 1,
    bin.role === 'pick' ? 0 : 1,
    level < 0 ? levels.length : level,
  ]
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}
