import { assert } from '@/kernel/assert.ts'
import type { Order } from '@/domain/record/order.ts'
import type { Carrier, Parcel } from '@/domain/record/outbound.ts'
import { decodeLabel } from '../decodeLabel.ts'
import type { PrintedLabel, VirtualPrinter } from '../virtualPrinter/virtualPrinter.ts'
import type { Clerk } from './clerk.ts'
import { codesOfSkus } from './inboundDay.ts'
import { readTable } from './readStore.ts'

/** Slots of a cart. */
const CART_SLOTS = 12
/** More scans than any cart or order needs: a screen that never ends must end the day. */
const SCANS_MAX = 2_000
const LABEL_WAIT_MS = 30_000

/** Picks so many orders with a cart of totes. Gives the totes that are ready to pack. */
export async function pickOrders(clerk: Clerk, orders: number): Promise<string[]> {
  const totes: string[] = []
  await clerk.command('GOPIK')
  for (let left = orders; left > 0; left -= CART_SLOTS) {
    const cart = Array.from({ length: Math.min(left, CART_SLOTS) }, (_, slot) =>
      toteCode(totes.length + slot + 1),
    )
    await loadCart(clerk, cart)
    await walk(clerk)
    totes.push(...cart)
  }
  return totes
}

const toteCode = (no: number) => `T-${String(no).padStart(4, '0')}`

async function loadCart(clerk: Clerk, cart: readonly string[]): Promise<void> {
  for (const tote of cart) {
    // After a cut the clerk scans again; a tote that has its order is told, and does no harm.
    for (let tries = 0; tries < 3; tries += 1) if (await clerk.scan(tote)) break
  }
}

/** Two scans a line, and what the screen asks besides, until the cart is done. */
async function walk(clerk: Clerk): Promise<void> {
  for (let scans = 0; scans < SCANS_MAX; scans += 1) {
    const asked = await clerk.look()
    if (asked.state === 'scanToteFirst') return
    assert(asked.code !== '', `picking asks for nothing in ${asked.state}`)
    await clerk.scan(asked.code)
  }
  assert(false, 'the walk never ends')
}

/** Packs the orders in these totes: tote, items, the label scanned back. */
export async function packTotes(
  clerk: Clerk,
  totes: readonly string[],
  printer: VirtualPrinter,
): Promise<void> {
  await clerk.command('GOPAK')
  for (const tote of totes) await packTote(clerk, tote, printer)
}

async function packTote(clerk: Clerk, tote: string, printer: VirtualPrinter): Promise<void> {
  const codes = await codesOfSkus(clerk)
  let started = false
  for (let scans = 0; scans < SCANS_MAX; scans += 1) {
    const asked = await clerk.look()
    if (asked.state === 'scanTote') {
      if (started && !(await isOpen(clerk, tote))) return
      await clerk.scan(tote)
      started = true
    } else if (asked.state === 'scanBack') {
      await clerk.scan(await readLabel(printer, asked.code))
    } else {
      assert(asked.code !== '', `packing asks for nothing in ${asked.state}`)
      await clerk.scan(codes.get(asked.code) ?? asked.code)
    }
  }
  assert(false, `${tote} is never packed`)
}

/** Whether the tote still holds an order: a cut may have come before its first scan. */
async function isOpen(clerk: Clerk, tote: string): Promise<boolean> {
  const totes = await readTable<{ code: string; orderId: string | null }>(clerk.page, 'totes')
  return totes.some((row) => row.code === tote && row.orderId !== null)
}

/** Waits for the paper and reads the number from it, as the packer's scanner does. */
async function readLabel(printer: VirtualPrinter, expected: string): Promise<string> {
  const endMs = performance.now() + LABEL_WAIT_MS
  while (performance.now() < endMs) {
    for (const label of printer.labels().toReversed()) {
      const texts = await textsOf(label)
      if (texts.includes(expected)) return expected
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`no label came out for ${expected}`)
}

const decoded = new WeakMap<PrintedLabel, Promise<string[]>>()

/** What stands in the codes of a label; each is read once, however often it is looked at. */
export function textsOf(label: PrintedLabel): Promise<string[]> {
  const known = decoded.get(label)
  if (known) return known
  const read = decodeLabel(label.png).then((codes) => codes.map((code) => code.text))
  decoded.set(label, read)
  return read
}

/** Hands over every closed parcel: one scan each, and each carrier's courier badge. Gives the parcels
 *  per carrier. */
export async function handOver(clerk: Clerk): Promise<Map<string, number>> {
  const carriers = await readTable<Carrier>(clerk.page, 'carriers')
  const handed = new Map<string, number>()
  await clerk.command('GOSHP')
  for (const carrier of carriers) {
    const waiting = await parcelsOf(clerk, carrier.id, 'closed')
    for (const parcel of waiting)
      for (let tries = 0; tries < 3; tries += 1) if (await clerk.scan(parcel.waybillNo)) break
    if (waiting.length === 0) continue
    handed.set(carrier.id, waiting.length)
    for (let tries = 0; tries < 3; tries += 1) {
      if ((await parcelsOf(clerk, carrier.id, 'manifested')).length === 0) break
      await clerk.scan(carrier.badge)
    }
  }
  return handed
}

async function parcelsOf(clerk: Clerk, carrierId: string, state: string): Promise<Parcel[]> {
  const parcels = await readTable<Parcel>(clerk.page, 'parcels')
  return parcels.filter((parcel) => parcel.carrierId === carrierId && parcel.state === state)
}

/** Orders that can be worked here and now: paid, unheld, stock promised. */
export async function countReady(clerk: Clerk): Promise<number> {
  const orders = await readTable<Order>(clerk.page, 'orders')
  return orders.filter((order) => order.state === 'allocated').length
}
