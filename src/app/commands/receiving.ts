import { lotIdOf } from '@/domain/record/sku.ts'
import { balanceKey, balanceQty } from '@/domain/stock/balance.ts'
import { type CloseShortArgs, closeShort } from '@/domain/receiving/closeShort.ts'
import { type PostReceiptArgs, postReceipt } from '@/domain/receiving/postReceipt.ts'
import { type ItemLabelArgs, printItemLabel } from '@/domain/receiving/printItemLabel.ts'
import {
  type ReceiveArgs,
  type ReceiveFacts,
  receiveItem,
  receivedState,
} from '@/domain/receiving/receiveItem.ts'
import { handler } from '../command.ts'
import type { LedgerReader } from '../ports/ledger.ts'

async function loadReceiveFacts(reader: LedgerReader, args: ReceiveArgs): Promise<ReceiveFacts> {
  const { skuId, lot, binId } = args
  const place = { placeId: binId, state: receivedState(args.finding) }
  const [order, receipt, bin, known, staged] = await Promise.all([
    reader.get('purchaseOrders', args.purchaseOrderId),
    args.receiptId === '' ? undefined : reader.get('receipts', args.receiptId),
    reader.get('bins', binId),
    lot === '' ? undefined : reader.get('lots', lotIdOf(skuId, lot)),
    reader.balances({ keys: [balanceKey(place, skuId, lot)] }),
  ])
  const stagedQty = staged.reduce((sum, balance) => sum + balanceQty(balance), 0)
  return { order, receipt, bin, lot: known, stagedQty }
}

export const receivingCommands = {
  'receiving.receiveItem': handler({
    version: 1,
    facts: loadReceiveFacts,
    decide: receiveItem,
  }),
  'receiving.closeShort': handler({
    version: 1,
    async facts(reader, args: CloseShortArgs) {
      const { receiptId } = args
      const [order, receipt] = await Promise.all([
        reader.get('purchaseOrders', args.purchaseOrderId),
        receiptId === '' ? undefined : reader.get('receipts', receiptId),
      ])
      return { order, receipt }
    },
    decide: closeShort,
  }),
  'receiving.postReceipt': handler({
    version: 1,
    facts: async (reader, args: PostReceiptArgs) => ({
      receipt: await reader.get('receipts', args.receiptId),
    }),
    decide: postReceipt,
  }),
  'receiving.printItemLabel': handler({
    version: 1,
    async facts(reader, { receiptId, skuId }: ItemLabelArgs) {
      const receipt = receiptId === '' ? undefined : await reader.get('receipts', receiptId)
      return { lot: receipt?.lines.findLast((line) => line.skuId === skuId)?.lot ?? '' }
    },
    decide: printItemLabel,
  }),
}
