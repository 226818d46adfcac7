import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Order } from '@/domain/record/order.ts'
import type { Manifest, Parcel, Waybill } from '@/domain/record/outbound.ts'
import { type Balance, balanceQty } from '@/domain/stock/balance.ts'
import type { Movement } from '@/domain/stock/movement.ts'
import type { VirtualPrinter } from '../virtualPrinter/virtualPrinter.ts'
import type { Clerk } from './clerk.ts'
import { textsOf } from './outboundDay.ts'
import { readTable } from './readStore.ts'

/** A rule the day must keep: its name and what breaks it (empty = kept). */
export interface DayRule {
  readonly name: string
  readonly breaches: readonly string[]
}

/** Checks the warehouse after the day, by reading the database past the program. */
export async function checkDay(
  clerk: Clerk,
  printer: VirtualPrinter,
  dataDir: string,
): Promise<DayRule[]> {
  const { page } = clerk
  const [balances, movements, outcomes, outbox] = await Promise.all([
    readTable<Balance>(page, 'balances'),
    readTable<Movement>(page, 'movements'),
    readTable<{ id: string; outcome: { kind: string; seq?: number } }>(page, 'outcomes'),
    readTable<{ seq: number; id: string }>(page, 'outbox'),
  ])
  const [parcels, waybills, manifests, orders] = await Promise.all([
    readTable<Parcel>(page, 'parcels'),
    readTable<Waybill>(page, 'waybills'),
    readTable<Manifest>(page, 'manifests'),
    readTable<Order>(page, 'orders'),
  ])
  return [
    { name: 'every SKU and lot sums to zero over all places', breaches: sumBreaches(balances) },
    {
      name: 'balances are the sum of their movements',
      breaches: foldBreaches(balances, movements),
    },
    { name: 'no place holds less than nothing', breaches: negativeBreaches(balances) },
    { name: 'seq has no holes, one outcome each', breaches: seqBreaches(outbox, outcomes) },
    {
      name: 'one waybill for each parcel, one parcel for each waybill',
      breaches: waybillBreaches(parcels, waybills),
    },
    { name: 'every parcel belongs to an order once', breaches: orderBreaches(parcels, orders) },
    {
      name: 'every label is decoded to its number',
      breaches: await labelBreaches(printer, parcels),
    },
    { name: 'manifests count their stubs', breaches: manifestBreaches(manifests, parcels) },
    {
      name: 'a manifest paper and a return file for each round',
      breaches: exportBreaches(dataDir, manifests),
    },
  ]
}

function sumBreaches(balances: readonly Balance[]): string[] {
  const sums = new Map<string, number>()
  for (const row of balances) {
    const key = `${row.skuId}|${row.lot}`
    sums.set(key, (sums.get(key) ?? 0) + balanceQty(row))
  }
  return [...sums].filter(([, sum]) => sum !== 0).map(([key, sum]) => `${key}: ${sum}`)
}

function foldBreaches(balances: readonly Balance[], movements: readonly Movement[]): string[] {
  const fold = new Map<string, number>()
  const add = (key: string, qty: number) => fold.set(key, (fold.get(key) ?? 0) + qty)
  for (const { from, to, skuId, lot, qty } of movements) {
    add(`${from.placeId}|${skuId}|${lot}|${from.state}`, -qty)
    add(`${to.placeId}|${skuId}|${lot}|${to.state}`, qty)
  }
  for (const row of balances) add(row.key, -balanceQty(row))
  return [...fold].filter(([, rest]) => rest !== 0).map(([key, rest]) => `${key}: ${rest} off`)
}

const negativeBreaches = (balances: readonly Balance[]) =>
  balances
    .filter((row) => row.placeId.includes(':') && balanceQty(row) < 0)
    .map((row) => `${row.key}: ${balanceQty(row)}`)

function seqBreaches(
  outbox: readonly { seq: number; id: string }[],
  outcomes: readonly { id: string; outcome: { kind: string } }[],
): string[] {
  const seqs = outbox.map((row) => row.seq).sort((a, b) => a - b)
  const holes = seqs.flatMap((seq, i) => (seq === i + 1 ? [] : [`seq ${i + 1} is ${seq}`]))
  const accepted = outcomes.filter((row) => row.outcome.kind === 'accepted').length
  return accepted === outbox.length
    ? holes.slice(0, 5)
    : [...holes.slice(0, 5), `${accepted} accepted, ${outbox.length} sent`]
}

const live = (parcels: readonly Parcel[]) => parcels.filter((parcel) => parcel.state !== 'void')

function waybillBreaches(parcels: readonly Parcel[], waybills: readonly Waybill[]): string[] {
  const used = live(parcels).map((parcel) => parcel.waybillNo)
  const twice = used.filter((no, i) => used.indexOf(no) !== i)
  const owner = new Map(waybills.map((row) => [row.id, row.parcelId as string | null]))
  const stray = live(parcels).filter((parcel) => owner.get(parcel.waybillNo) !== parcel.id)
  return [
    ...twice.map((no) => `${no} used twice`),
    ...stray.map((parcel) => `${parcel.waybillNo} is not bound to ${parcel.id}`),
  ]
}

function orderBreaches(parcels: readonly Parcel[], orders: readonly Order[]): string[] {
  const known = new Map(orders.map((order) => [order.id, order]))
  return live(parcels).flatMap((parcel) => {
    const order = known.get(parcel.orderId)
    if (!order) return [`${parcel.id} has no order`]
    const isSame = order.state === 'handedOver' || order.state === 'packed'
    return isSame ? [] : [`${order.orderNo} is ${order.state} with a parcel`]
  })
}

/** Every number on paper is a parcel's; every parcel's number is on paper. Each label carries its number
 *  twice as bars and once as a square: all must say the same. */
async function labelBreaches(
  printer: VirtualPrinter,
  parcels: readonly Parcel[],
): Promise<string[]> {
  const numbers = new Set(parcels.map((parcel) => parcel.waybillNo))
  const printed = new Map<string, number>()
  const breaches: string[] = []
  for (const label of printer.labels()) {
    const texts = await textsOf(label)
    const own = [...new Set(texts.filter((text) => numbers.has(text)))]
    if (own.length !== 1)
      breaches.push(`label ${label.index} reads ${texts.join(', ') || 'nothing'}`)
    else printed.set(own[0] ?? '', (printed.get(own[0] ?? '') ?? 0) + 1)
  }
  for (const { waybillNo, reprints } of live(parcels)) {
    const copies = printed.get(waybillNo) ?? 0
    if (copies !== 1 + reprints) breaches.push(`${waybillNo} printed ${copies} times`)
  }
  return breaches
}

function manifestBreaches(manifests: readonly Manifest[], parcels: readonly Parcel[]): string[] {
  return manifests.flatMap((manifest) => {
    const stubs = parcels.filter((parcel) => parcel.manifestId === manifest.id).length
    if (manifest.state !== 'closed') return [`${manifest.id} is ${manifest.state}`]
    return stubs === manifest.parcelIds.length
      ? []
      : [`${manifest.id}: ${manifest.parcelIds.length} listed, ${stubs} stubs`]
  })
}

function exportBreaches(dataDir: string, manifests: readonly Manifest[]): string[] {
  const files = readdirSync(join(dataDir, 'exports'))
  const papers = files.filter((name) => name.endsWith('.pdf')).length
  const tables = files.filter((name) => /\.(?:csv|xlsx)$/.test(name)).length
  const breaches: string[] = []
  if (papers < manifests.length) breaches.push(`${papers} papers, ${manifests.length} manifests`)
  if (manifests.length > 0 && tables === 0) breaches.push('no return file')
  return breaches
}
