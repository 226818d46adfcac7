import type { PurchaseOrder } from '@/domain/record/inbound.ts'
import type { Sku } from '@/domain/record/sku.ts'
import type { ZoneKind } from '@/domain/record/place.ts'
import { orderProgress } from '@/domain/receiving/orderLines.ts'
import { chooseStagingBin } from '@/domain/receiving/stagingBin.ts'
import type { LedgerReader } from '@/app/ports/ledger.ts'
import type { OpenOrder, ReceivingBins } from '@/workflow/receiving/receivingState.ts'

const STAGING_BINS_MAX = 100
const ORDERS_PER_SKU_MAX = 100
const RECEIPTS_MAX = 50

export const isOpen = ({ state }: PurchaseOrder): boolean =>
  state === 'open' || state === 'receiving'

/** Loads what the machine must know of an order; a receipt that is not posted is gone on with. */
export async function loadOpenOrder(
  reader: LedgerReader,
  order: PurchaseOrder,
  deliveryNoteNo: string,
): Promise<OpenOrder> {
  const [bins, receipts] = await Promise.all([
    loadBins(reader),
    reader.list('receipts', {
      index: 'purchaseOrderId',
      equals: order.id,
      limit: RECEIPTS_MAX,
    }),
  ])
  const receipt = receipts.find((row) => row.state === 'scanning')
  return {
    purchaseOrderId: order.id,
    supplierName: order.supplierName,
    deliveryNoteNo,
    receiptId: receipt?.id ?? '',
    skuIds: order.skuIds,
    bins,
    ...orderProgress(order.lines),
    multiplier: 1,
    damaged: false,
    last: null,
  }
}

async function loadBins(reader: LedgerReader): Promise<ReceivingBins> {
  const firstOf = async (zone: ZoneKind) =>
    (await reader.list('bins', { index: 'zone+level+code', equals: [zone], limit: 1 }))[0]
  const [staging, defective, quarantine] = await Promise.all([
    reader.list('bins', { index: 'role', equals: 'staging', limit: STAGING_BINS_MAX }),
    firstOf('defective'),
    firstOf('quarantine'),
  ])
  const { id } = chooseStagingBin(staging)
  return { good: id, damaged: defective?.id ?? id, wrongItem: quarantine?.id ?? id }
}

/** Open orders that want this SKU, the one expected first before the others. */
export async function loadOrdersOf(reader: LedgerReader, sku: Sku): Promise<PurchaseOrder[]> {
  const found = await reader.list('purchaseOrders', {
    index: 'skuIds',
    equals: sku.id,
    limit: ORDERS_PER_SKU_MAX,
  })
  const key = (order: PurchaseOrder) => `${order.expectedOn}|${order.id}`
  return found.filter(isOpen).sort((a, b) => (key(a) < key(b) ? -1 : 1))
}
