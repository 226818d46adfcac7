import { clockTextOf, dayOf } from '@/kernel/day.ts'
import type { PickTask } from '../record/order.ts'
import { type Bin, type BinId, placeCode } from '../record/place.ts'
import type { Sku } from '../record/sku.ts'
import { walkOrder } from './walkOrder.ts'

/** One line of a printed pick list. */
export interface PickListRow {
  readonly zone: string
  readonly bin: string
  readonly skuId: string
  readonly name: string
  readonly spec: string
  readonly lot: string
  readonly qty: number
  readonly slot: number
  readonly tote: string
}

/** Number of a walk's pick list, short enough to be read out: the day and the moment its first tote was
 *  taken, in the shop's zone. Example: `PH1102-100000`. */
export function pickListNo({ takenAtMs }: Pick<PickTask, 'takenAtMs'>): string {
  const day = dayOf(takenAtMs).slice(5).replace('-', '')
  return `PH${day}-${clockTextOf(takenAtMs).replaceAll(':', '')}`
}

/** The pick list of a walk: its lines still to pick, in walking order, each with the tote slot it goes
 *  to. Lines whose bin is unknown come first, so that nobody misses them. */
export function pickList(
  task: PickTask,
  bins: ReadonlyMap<string, Bin>,
  skus: ReadonlyMap<string, Sku>,
): PickListRow[] {
  const open = task.lines.filter((line) => line.state === 'open')
  const spots = open.map((line) => ({ ...spotOf(line.binId, bins.get(line.binId)), line }))
  return walkOrder(spots).map(({ line }) => {
    const slot = task.slots.find((one) => one.orderId === line.orderId)
    const sku = skus.get(line.skuId)
    return {
      zone: bins.get(line.binId)?.zone ?? '',
      bin: placeCode(line.binId),
      skuId: line.skuId,
      name: sku?.name ?? '',
      spec: sku?.spec ?? '',
      lot: line.lot,
      qty: line.qty,
      slot: slot?.slot ?? 0,
      tote: slot ? placeCode(slot.toteId) : '',
    }
  })
}

function spotOf(binId: BinId, bin: Bin | undefined) {
  const { corridor = '', rack = 0, level = 0, position = 0 } = bin ?? {}
  return { binId, corridor, rack, level, position }
}
