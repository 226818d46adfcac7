import type { Receipt } from '../record/inbound.ts'
import type { Act } from '../stock/act.ts'
import { type Decision, accept, put, reject } from '../stock/decision.ts'

export interface PostReceiptArgs {
  readonly receiptId: string
}

export interface PostReceiptFacts {
  readonly receipt: Receipt | undefined
}

/** Ends one act of receiving: the inbound slip can be printed and signed. The order stays open for
 *  what is still to come. */
export function postReceipt(
  facts: PostReceiptFacts,
  args: PostReceiptArgs,
  act: Act,
): Decision<'receiptUnknown' | 'receiptPosted'> {
  const { receipt } = facts
  if (!receipt) return reject('receiptUnknown', { no: args.receiptId })
  if (receipt.state === 'posted') return reject('receiptPosted', { no: receipt.purchaseOrderId })
  const pieces = receipt.lines.reduce(
    (sum, line) => sum + line.goodQty + line.damagedQty + line.wrongQty,
    0,
  )
  const posted = { ...receipt, state: 'posted', postedAtMs: act.atMs } as const
  return accept([], [put('receipts', posted)], { no: receipt.purchaseOrderId, pieces })
}
