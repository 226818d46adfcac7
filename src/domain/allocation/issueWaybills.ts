import type { ImportRun } from '../record/person.ts'
import type { Order } from '../record/order.ts'
import { orderIdOf } from '../record/order.ts'
import { endWaybill, type Waybill } from '../record/outbound.ts'
import type { PrintData } from '../record/printData.ts'
import { type Decision, type Put, accept, put } from '../stock/decision.ts'

/** A number that a platform issued for one order, with what its print component needs. */
export interface IssuedWaybill {
  readonly shop: string
  readonly orderNo: string
  readonly carrierId: string
  readonly waybillNo: string
  readonly printData: PrintData
}

export interface IssueWaybillsArgs {
  readonly waybills: readonly IssuedWaybill[]
  /** How far the file has come with these numbers. */
  readonly run?: ImportRun
}

/** Orders and numbers that the station knows, by id. */
export interface IssueWaybillsFacts {
  readonly orders: ReadonlyMap<string, Order>
  readonly waybills: ReadonlyMap<string, Waybill>
}

/** States in which an order still waits for its label. */
const UNLABELLED: ReadonlySet<Order['state']> = new Set([
  'unpaid',
  'held',
  'toShip',
  'allocated',
  'picking',
  'picked',
])

/** Files the platform's numbers with their orders: an order that waited for the platform's component may
 *  then go on. A number that is known, or an order that is not (or that is packed), is left alone. */
export function issueWaybills(
  { orders, waybills }: IssueWaybillsFacts,
  args: IssueWaybillsArgs,
): Decision<never> {
  const puts = new Map<string, Put>()
  let written = 0
  for (const issued of args.waybills) {
    const orderId = orderIdOf(issued.shop, issued.orderNo)
    const order = orders.get(orderId)
    const isKnown = waybills.has(issued.waybillNo) || puts.has(`waybills|${issued.waybillNo}`)
    if (!order || isKnown || puts.has(orderId) || !UNLABELLED.has(order.state)) continue
    puts.set(orderId, put('orders', withWaybill(order, issued.waybillNo)))
    puts.set(`waybills|${issued.waybillNo}`, put('waybills', rowOf(issued)))
    const before = waybills.get(order.issuedWaybillNo ?? '')
    // A second parcel needs a second number; one that is on no parcel yet never will be.
    if (before?.state === 'issued')
      puts.set(`waybills|${before.id}`, put('waybills', endWaybill(before, 'voided')))
    written += 1
  }
  const run = args.run ? [put('importRuns', args.run)] : []
  const counts = { written, kept: args.waybills.length - written }
  return accept([], [...puts.values(), ...run], counts)
}

function withWaybill(order: Order, waybillNo: string): Order {
  const holds = order.holds.filter((hold) => hold !== 'printComponent')
  const isFree = order.state === 'held' && holds.length === 0
  return { ...order, holds, issuedWaybillNo: waybillNo, state: isFree ? 'toShip' : order.state }
}

function rowOf({ waybillNo, carrierId, printData }: IssuedWaybill): Waybill {
  return { id: waybillNo, carrierId, state: 'issued', parcelId: null, printData }
}
