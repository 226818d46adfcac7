import type { AskedPrint } from '@/domain/stock/askPrints.ts'
import type { BinScope } from '@/domain/stock/binScope.ts'
import type { SheetPlan, ShownStock } from './stockState.ts'

/** A paper that can be had of what is shown, besides its label. */
export type StockPaper =
  | { readonly kind: 'countSheet'; readonly scope: BinScope }
  /** A4 sheet of labels: bins of a scope, one SKU over and over, totes from this number on. */
  | { readonly kind: 'binSheet'; readonly scope: BinScope }
  | { readonly kind: 'goodsSheet'; readonly skuId: string }
  | { readonly kind: 'toteSheet'; readonly code: string }
  | { readonly kind: 'packReceipt'; readonly parcelId: string }

/** The papers of what is shown, in the order of their numbers on the screen. */
export function stockPapers(shown: ShownStock): readonly StockPaper[] {
  switch (shown.kind) {
    case 'scanAny':
    case 'orderShown':
      return []
    case 'skuShown':
      return [{ kind: 'goodsSheet', skuId: shown.skuId }]
    case 'labelShown':
      return shown.label === 'carton' ? [{ kind: 'packReceipt', parcelId: shown.no }] : []
    case 'placeShown':
      return shown.place === 'tote' ? [{ kind: 'toteSheet', code: shown.code }] : ofBin(shown)
  }
}

function ofBin({ code, corridor, zone }: Extract<ShownStock, { kind: 'placeShown' }>) {
  const wider: BinScope[] = [
    ...(corridor ? [{ kind: 'corridor', of: corridor } as const] : []),
    ...(zone ? [{ kind: 'zone', of: zone } as const] : []),
  ]
  const counted: BinScope[] = [{ kind: 'bin', of: code }, ...wider]
  return [
    ...counted.map((scope): StockPaper => ({ kind: 'countSheet', scope })),
    ...wider.map((scope): StockPaper => ({ kind: 'binSheet', scope })),
  ]
}

/** One print a sheet: the first from `firstCell` on, the others full. Example: 30 bins on sheets of 24 from
 *  cell 20 on -> 5 and 24 and 1. */
export function sheetPrints(
  { kind, nos, fills }: SheetPlan,
  { firstCell, cells }: { readonly firstCell: number; readonly cells: number },
): AskedPrint[] {
  const room = cells - firstCell + 1
  const meant = fills ? nos.slice(0, room) : nos
  const prints: AskedPrint[] = []
  for (let from = 0; from < meant.length; from += from === 0 ? room : cells) {
    const onSheet = meant.slice(from, from === 0 ? room : from + cells)
    const sheet = { kind, nos: onSheet, firstCell: from === 0 ? firstCell : 1 }
    prints.push({ kind: 'labelSheet', no: nameOf(onSheet), sheet })
  }
  return prints
}

/** Example: `A-01-1-01 … A-01-4-06`; the same thing over and over: `BK000257 ×24`. */
function nameOf(nos: readonly string[]): string {
  const [first = '', last = first] = [nos[0], nos.at(-1)]
  return first === last ? `${first} ×${nos.length}` : `${first} … ${last}`
}
