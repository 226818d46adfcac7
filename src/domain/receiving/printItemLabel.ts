import type { SkuId } from '../record/place.ts'
import { lotIdOf } from '../record/sku.ts'
import type { Act } from '../stock/act.ts'
import { type Accept, accept, put } from '../stock/decision.ts'

export interface ItemLabelArgs {
  readonly skuId: SkuId
  readonly receiptId: string
}

export interface ItemLabelFacts {
  /** The lot received last, '' = the goods have none. */
  readonly lot: string
}

/** Asks for one in-store label: of the lot where the goods have one, else of the goods. A command never
 *  prints: the intent is committed, the host prints it in its own order. */
export function printItemLabel(facts: ItemLabelFacts, args: ItemLabelArgs, act: Act): Accept {
  const { lot } = facts
  const intent = {
    id: act.id,
    ...(lot === ''
      ? ({ kind: 'goods', no: args.skuId } as const)
      : ({ kind: 'lot', no: lotIdOf(args.skuId, lot) } as const)),
    revision: 1,
    reason: '',
    state: 'queued',
    docRef: args.receiptId,
    atMs: act.atMs,
  } as const
  return accept([], [put('printIntents', intent)], { no: args.skuId })
}
