import type { Supply } from '../record/outbound.ts'
import type { Sku } from '../record/sku.ts'

/** What of a SKU decides the carton: grams and mm, 0 = not known. */
export type PieceSize = Pick<Sku, 'weightG' | 'lengthMm' | 'widthMm' | 'heightMm'>

export interface PiecesOfSize {
  readonly size: PieceSize
  readonly qty: number
}

/** Several pieces never fill a carton to the last corner, 1/10,000 of its room. */
const FILL_BP_MAX = 8_500
const WHOLE_BP = 10_000

/** The smallest bag or carton of the packing supplies that takes the pieces, by size, room and load; null
 *  where none does, or a size is not known. Rolls and fillings carry no load and are never chosen.
 *  Example: one book of 210 × 145 × 15 mm -> the small bag of 280 × 200 × 20 mm. */
export function chooseCarton(
  supplies: readonly Supply[],
  pieces: readonly PiecesOfSize[],
): Supply | null {
  if (pieces.some(({ size }) => volumeOf(size) === 0)) return null
  const fitting = supplies.filter((supply) => takes(supply, pieces))
  const [smallest] = fitting.sort((a, b) => volumeOf(a) - volumeOf(b) || (a.id < b.id ? -1 : 1))
  return smallest ?? null
}

function takes(supply: Supply, pieces: readonly PiecesOfSize[]): boolean {
  const loadG = pieces.reduce((sum, { size, qty }) => sum + qty * size.weightG, 0)
  const count = pieces.reduce((sum, { qty }) => sum + qty, 0)
  const room = volumeOf(supply) * (count > 1 ? FILL_BP_MAX : WHOLE_BP)
  const needed = pieces.reduce((sum, { size, qty }) => sum + qty * volumeOf(size), 0) * WHOLE_BP
  const isOpen = supply.loadLimitG > 0 && volumeOf(supply) > 0
  return (
    isOpen &&
    loadG <= supply.loadLimitG &&
    needed <= room &&
    pieces.every(({ size }) => isInside(size, supply))
  )
}

/** Turned as it fits best: the longest edge along the longest. */
function isInside(size: PieceSize, supply: Supply): boolean {
  const [own, outer] = [edgesOf(size), edgesOf(supply)]
  return own.every((edge, i) => edge <= (outer[i] ?? 0))
}

type Edges = Pick<Supply, 'lengthMm' | 'widthMm' | 'heightMm'>

const edgesOf = ({ lengthMm, widthMm, heightMm }: Edges): number[] =>
  [lengthMm, widthMm, heightMm].sort((a, b) => b - a)

const volumeOf = ({ lengthMm, widthMm, heightMm }: Edges): number => lengthMm * widthMm * heightMm
