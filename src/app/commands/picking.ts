import { dayOf } from '@/kernel/day.ts'
import { type PickArgs, confirmPick } from '@/domain/picking/confirmPick.ts'
import { type OpenCountArgs, openCount } from '@/domain/picking/openCount.ts'
import type { PickStop } from '@/domain/picking/pickStop.ts'
import { shortPick } from '@/domain/picking/shortPick.ts'
import { type StopOrderArgs, stopOrder } from '@/domain/picking/stopOrder.ts'
import { type TakeOrderArgs, pickLineOf, takeOrder } from '@/domain/picking/takeOrder.ts'
import type { Allocation, Order } from '@/domain/record/order.ts'
import type { Bin, BinId } from '@/domain/record/place.ts'
import { freshTote } from '@/domain/record/place.ts'
import { lotIdOf } from '@/domain/record/sku.ts'
import { specText, twinSpecs } from '@/domain/record/specText.ts'
import { balanceKey, balanceQty } from '@/domain/stock/balance.ts'
import { handler } from '../command.ts'
import { loadAsideBin, loadToteItems } from '../loadAside.ts'
import { loadFreeStock } from '../loadFreeStock.ts'
import type { LedgerReader } from '../ports/ledger.ts'

const ORDER_PROMISES_MAX = 1_000

const allocationsOf = (reader: LedgerReader, orderId: string): Promise<Allocation[]> =>
  reader.list('allocations', { index: 'orderId', equals: orderId, limit: ORDER_PROMISES_MAX })

/** Everything a person must see at each stop of one order. */
async function loadStops(
  reader: LedgerReader,
  order: Order | undefined,
  allocations: readonly Allocation[],
  { slot, toteId }: TakeOrderArgs,
): Promise<PickStop[]> {
  const open = allocations.filter((row) => row.state === 'open')
  const skuIds = open.map((row) => row.skuId)
  const [skus, bins, lots, codes] = await Promise.all([
    reader.getMany('skus', skuIds),
    reader.getMany(
      'bins',
      open.map((row) => row.placeId),
    ),
    reader.getMany(
      'lots',
      open.map((row) => lotIdOf(row.skuId, row.lot)),
    ),
    Promise.all(skuIds.map((skuId) => itemCode(reader, skuId))),
  ])
  const texts = skuIds.map((skuId, i) => {
    const sku = skus[i]
    return { skuId, name: sku?.name ?? '', spec: sku ? specText(sku) : '' }
  })
  return open.map((row, i): PickStop => {
    const { name, spec } = texts[i] ?? { name: '', spec: '' }
    const twins = twinSpecs({ skuId: row.skuId, name }, texts)
    const { pickedQty: _, state: __, ...line } = pickLineOf(row)
    return {
      ...line,
      ...spotOf(line.binId, bins[i]),
      orderNo: order?.orderNo ?? '',
      slot,
      toteId,
      name,
      spec,
      ...(twins.length > 0 && { twins }),
      code: codes[i] ?? row.skuId,
      expiresOn: lots[i]?.expiresOn ?? '',
      lotTracked: skus[i]?.lotTracked ?? 0,
    }
  })
}

function spotOf(binId: BinId, bin: Bin | undefined) {
  const { corridor = '', rack = 0, level = 0, position = 0 } = bin ?? {}
  return { binId, corridor, rack, level, position }
}

/** The code on one piece: its first barcode of one unit, else the SKU's own code. */
async function itemCode(reader: LedgerReader, skuId: string): Promise<string> {
  const rows = await reader.list('barcodes', { index: 'skuId', equals: skuId, limit: 20 })
  return rows.find((row) => row.unitQty === 1)?.code ?? skuId
}

async function loadPick(reader: LedgerReader, args: PickArgs) {
  const [task, order, allocation, promises, lotRows, binRows] = await Promise.all([
    reader.get('pickTasks', args.taskId),
    reader.get('orders', args.orderId),
    reader.get('allocations', args.allocationId),
    allocationsOf(reader, args.orderId),
    reader.balances({
      keys: [balanceKey({ placeId: args.binId, state: 'available' }, args.skuId, args.lot)],
    }),
    reader.balances({ placeId: args.binId }),
  ])
  const openIds = promises.filter((row) => row.state === 'open').map((row) => row.id)
  const lotQty = lotRows.reduce((sum, row) => sum + balanceQty(row), 0)
  const binQty = binRows.reduce((sum, row) => sum + balanceQty(row), 0)
  const aside = await loadIntercept(reader, order, args)
  return { task, order, allocation, openIds, lotQty, binQty, ...aside }
}

async function loadIntercept(reader: LedgerReader, order: Order | undefined, args: PickArgs) {
  if (!order || order.intercept === 'none') return { toteQty: 0, asideBin: '' }
  const items = await loadToteItems(reader, args.toteId)
  const toteQty = items.reduce((sum, row) => sum + row.qty, 0)
  return { toteQty, asideBin: await loadAsideBin(reader) }
}

export const pickingCommands = {
  'picking.takeOrder': handler({
    version: 1,
    async facts(reader, args: TakeOrderArgs, { id: commandId, operatorId, atMs }) {
      const [task, order, tote, own, allocations] = await Promise.all([
        args.taskId === '' ? undefined : reader.get('pickTasks', args.taskId),
        reader.get('orders', args.orderId),
        reader.get('totes', args.toteId),
        reader.list('totes', { index: 'orderId', equals: args.orderId, limit: 1 }),
        allocationsOf(reader, args.orderId),
      ])
      const ownTote = own[0]
      const stops = await loadStops(reader, order, allocations, args)
      return {
        task,
        order,
        tote: tote ?? freshTote(args.toteId),
        ownTote,
        allocations,
        stops,
        commandId,
        operatorId,
        atMs,
      }
    },
    decide: takeOrder,
  }),
  'picking.confirmPick': handler({ version: 1, facts: loadPick, decide: confirmPick }),
  'picking.shortPick': handler({
    version: 1,
    async facts(reader, args: PickArgs, { id: commandId, atMs }) {
      const [pick, stock] = await Promise.all([
        loadPick(reader, args),
        loadFreeStock(reader, [args.skuId]),
      ])
      const free = stock[args.skuId] ?? []
      const rows = await reader.getMany(
        'bins',
        free.map((option) => option.binId),
      )
      const bins = new Map(rows.flatMap((bin) => (bin ? [[bin.id, bin] as const] : [])))
      return { ...pick, free, bins, today: dayOf(atMs), commandId, atMs }
    },
    decide: shortPick,
  }),
  'picking.stopOrder': handler({
    version: 1,
    async facts(reader, args: StopOrderArgs) {
      const [task, order, tote, allocations] = await Promise.all([
        reader.get('pickTasks', args.taskId),
        reader.get('orders', args.orderId),
        reader.get('totes', args.toteId),
        allocationsOf(reader, args.orderId),
      ])
      return { task, order, tote: tote ?? freshTote(args.toteId), allocations }
    },
    decide: stopOrder,
  }),
  'picking.openCount': handler({
    version: 1,
    facts: async (_reader, _args: OpenCountArgs, { id: commandId, atMs }) => ({ commandId, atMs }),
    decide: openCount,
  }),
}
