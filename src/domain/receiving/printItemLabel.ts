import type { SkuId } from '../record/place.ts'
import type { Act } from '../stock/act.ts'
import { type Accept, accept, put } from '../stock/decision.ts'

export interface ItemLabelArgs {
  readonly skuId: SkuId
  readonly receiptId: string
}

/** Asks for one in-store goods label. A command never prints: the intent is committed, the host prints
 *  it in its own order. */
export function printItemLabel(_facts: null, args: ItemLabelArgs, act: Act): Accept {
  const intent = {
    id: act.id,
    kind: 'goods',
    no: args.skuId,
    revision: 1,
    reason: '',
    state: 'queued',
    docRef: args.receiptId,
    atMs: act.atMs,
  } as const
  return accept([], [put('printIntents', intent)], { no: args.skuId })
}
