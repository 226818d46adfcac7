import type { Bin, SkuId } from '../record/place.ts'
import type { Sku } from '../record/sku.ts'

/** Pieces of one SKU and lot to be put into a bin. */
export interface PutawayPiece {
  readonly sku: Sku
  readonly lot: string
  readonly qty: number
}

/** A bin and what lies in it now. */
export interface BinRoom {
  readonly bin: Bin
  readonly usedMm3: number
  readonly usedG: number
  readonly skuIds: readonly SkuId[]
  /** `sku|lot` of everything in it. */
  readonly lotIds: readonly string[]
}

/** Why a bin does not take pieces: words are `putaway.stop.<fault>`. */
export type BinFault = 'notStorage' | 'tooLong' | 'binFull' | 'tooHeavy' | 'mixSku' | 'mixLot'

export interface BinFit {
  /** Pieces that fit, 0 .. wanted. */
  readonly qty: number
  /** What stops the rest; null = all fit. */
  readonly fault: BinFault | null
}

/** Goods never fill a bin to the last corner: so much of its volume is counted on, in 1/10,000. */
export const USABLE_VOLUME_BP = 9_000
const BP = 10_000

export const skuVolumeMm3 = ({ lengthMm, widthMm, heightMm }: Sku): number =>
  lengthMm * widthMm * heightMm

const pieceId = ({ sku, lot }: PutawayPiece): string => `${sku.id}|${lot}`

/** The room of a bin that is empty. */
export const emptyRoom = (bin: Bin): BinRoom => ({
  bin,
  usedMm3: 0,
  usedG: 0,
  skuIds: [],
  lotIds: [],
})

/** The room after these pieces were put in. */
export function addToRoom(room: BinRoom, piece: PutawayPiece): BinRoom {
  return {
    bin: room.bin,
    usedMm3: room.usedMm3 + skuVolumeMm3(piece.sku) * piece.qty,
    usedG: room.usedG + piece.sku.weightG * piece.qty,
    skuIds: [...room.skuIds, piece.sku.id],
    lotIds: [...room.lotIds, pieceId(piece)],
  }
}

/** How many of the pieces a bin takes. Sizes and weights that are not known (0) do not count; what does
 *  not fit the bin's edges in any position does not fit at all.
 *  Example: 40 free litres, pieces of 1 litre, 50 wanted -> { qty: 40, fault: 'binFull' }. */
export function fitPiece(room: BinRoom, piece: PutawayPiece): BinFit {
  const fault = ruleFault(room, piece)
  if (fault) return { qty: 0, fault }
  const byVolume = countBy(freeMm3(room), skuVolumeMm3(piece.sku))
  const byWeight = countBy(freeG(room), piece.sku.weightG)
  const qty = Math.max(0, Math.min(piece.qty, byVolume, byWeight))
  if (qty === piece.qty) return { qty, fault: null }
  return { qty, fault: byWeight < byVolume ? 'tooHeavy' : 'binFull' }
}

/** Whether a bin takes several pieces together, as out of a tote: the first fault, or null. */
export function fitPieces(room: BinRoom, pieces: readonly PutawayPiece[]): BinFault | null {
  let filled = room
  for (const piece of pieces) {
    const { fault } = fitPiece(filled, piece)
    if (fault) return fault
    filled = addToRoom(filled, piece)
  }
  return null
}

function ruleFault(room: BinRoom, piece: PutawayPiece): BinFault | null {
  const { bin } = room
  if (bin.zone !== 'storage' || bin.role === 'staging') return 'notStorage'
  if (!hasEdgesFor(bin, piece.sku)) return 'tooLong'
  const isOtherSku = room.skuIds.some((id) => id !== piece.sku.id)
  if (bin.mixRule !== 'any' && isOtherSku) return 'mixSku'
  const isOtherLot = room.lotIds.some((id) => id !== pieceId(piece))
  return bin.mixRule === 'oneLot' && isOtherLot ? 'mixLot' : null
}

function hasEdgesFor(bin: Bin, sku: Sku): boolean {
  const sorted = (edges: number[]) => edges.sort((a, b) => a - b)
  const inside = sorted([bin.lengthMm, bin.widthMm, bin.heightMm])
  const outside = sorted([sku.lengthMm, sku.widthMm, sku.heightMm])
  return inside.includes(0) || outside.every((edge, i) => edge <= (inside[i] ?? 0))
}

function freeMm3({ bin, usedMm3 }: BinRoom): number {
  const volume = bin.lengthMm * bin.widthMm * bin.heightMm
  if (volume === 0) return Number.POSITIVE_INFINITY
  return Math.floor((volume * USABLE_VOLUME_BP) / BP) - usedMm3
}

function freeG({ bin, usedG }: BinRoom): number {
  return bin.weightLimitG === 0 ? Number.POSITIVE_INFINITY : bin.weightLimitG - usedG
}

const countBy = (free: number, each: number): number =>
  each === 0 ? Number.POSITIVE_INFINITY : Math.floor(free / each)
