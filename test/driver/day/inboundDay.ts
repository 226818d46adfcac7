import { assert } from '@/kernel/assert.ts'
import type { Barcode } from '@/domain/record/sku.ts'
import type { PurchaseOrder, PurchaseOrderLine, Receipt } from '@/domain/record/inbound.ts'
import { type Balance, balanceQty } from '@/domain/stock/balance.ts'
import type { Clerk } from './clerk.ts'
import { readTable } from './readStore.ts'

/** What the goods in the clerk's hands say of their lot: printed on every package. */
const PRINTED_LOT = 'L261102'
const PRINTED_EXPIRY = '281231'
/** More tries than any line needs: a screen that never accepts must end the day, not hang it. */
const TRIES_MAX = 12

/** Receives one whole purchase order by scans and number keys. Gives the scans it took and its lines. */
export async function receiveOrder(clerk: Clerk, orderId: string): Promise<number> {
  await clerk.command('GORCV')
  await openOrder(clerk, orderId)
  const codes = await codesOfSkus(clerk)
  const order = await readOrder(clerk, orderId)
  for (const line of order.lines) {
    const code = codes.get(line.skuId) ?? line.skuId
    await receiveLine(clerk, orderId, line, code)
  }
  // The last line may have closed the order by itself; else OK posts the receipt.
  if ((await clerk.look()).state !== 'scanOrder') await clerk.command('OK')
  return order.lines.length
}

async function openOrder(clerk: Clerk, orderId: string): Promise<void> {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    if ((await clerk.look()).state !== 'scanOrder') return
    await clerk.scan(orderId)
  }
  assert(false, `${orderId} does not open`)
}

async function receiveLine(
  clerk: Clerk,
  orderId: string,
  line: PurchaseOrderLine,
  code: string,
): Promise<void> {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const asked = await clerk.look()
    const now = (await readOrder(clerk, orderId)).lines.find((row) => row.line === line.line)
    const got = now?.goodQty ?? 0
    if (asked.state === 'enterLot') await clerk.scan(PRINTED_LOT)
    else if (asked.state === 'enterExpiry') await clerk.type(PRINTED_EXPIRY)
    else if (asked.state === 'confirmItem') await clerk.scan(asked.code)
    else if (got === line.orderedQty) return
    else if (got === 0) await clerk.scan(code)
    else await clerk.type(String(line.orderedQty))
  }
  assert(false, `line ${line.line} of ${orderId} is never done`)
}

async function readOrder(clerk: Clerk, orderId: string): Promise<PurchaseOrder> {
  const orders = await readTable<PurchaseOrder>(clerk.page, 'purchaseOrders')
  const order = orders.find((row) => row.id === orderId)
  assert(order, `no purchase order ${orderId}`)
  return order
}

/** The code printed on each SKU's package: its own barcode where no other SKU shares it. */
export async function codesOfSkus(clerk: Clerk): Promise<Map<string, string>> {
  const barcodes = await readTable<Barcode>(clerk.page, 'barcodes')
  const owners = new Map<string, number>()
  for (const { code } of barcodes) owners.set(code, (owners.get(code) ?? 0) + 1)
  const own = barcodes.filter(({ code, unitQty }) => unitQty === 1 && owners.get(code) === 1)
  return new Map(own.map(({ skuId, code }) => [skuId, code]))
}

/** Puts away everything that lies in staging, two scans an item. Gives how many items. */
export async function putAwayAll(clerk: Clerk): Promise<number> {
  const codes = await codesOfSkus(clerk)
  await clerk.command('GOPUT')
  const first = await stagedSkus(clerk)
  for (let tries = 0; tries < first.length * TRIES_MAX; tries += 1) {
    const asked = await clerk.look()
    if (asked.state === 'scanBin' || asked.state === 'confirmBin') {
      await clerk.scan(asked.code)
      continue
    }
    const [skuId] = await stagedSkus(clerk)
    if (skuId === undefined) return first.length
    await clerk.scan(codes.get(skuId) ?? skuId)
  }
  const left = await stagedSkus(clerk)
  assert(false, `still in staging: ${left.join(', ')}; ${JSON.stringify(await clerk.look())}`)
}

/** SKUs that lie where the receipts of the day put them. */
async function stagedSkus(clerk: Clerk): Promise<string[]> {
  const [balances, receipts] = await Promise.all([
    readTable<Balance>(clerk.page, 'balances'),
    readTable<Receipt>(clerk.page, 'receipts'),
  ])
  const staging = new Set(receipts.map((receipt) => receipt.stagingBinId as string))
  const staged = balances.filter((row) => staging.has(row.placeId) && balanceQty(row) > 0)
  return [...new Set(staged.map((row) => row.skuId as string))]
}
