import { lineOpenQty } from '@/domain/receiving/orderLines.ts'
import { readPackQueue } from '../packing/readPackQueue.ts'
import { readPickQueue } from '../picking/readPickQueue.ts'
import { readStaged } from '../putaway/readStaged.ts'
import { readWaitingOrders } from '../receiving/readReceiving.ts'
import { readPiles } from '../shipping/readHandover.ts'
import type { StationData } from '../stationData.ts'

/** What waits in the demo shop, as codes that can be scanned. */
export interface DemoWork {
  /** Orders with their goods promised, none picked yet. */
  readonly toPickCount: number
  readonly freeTotes: readonly string[]
  readonly pickedTotes: readonly string[]
  /** Waybills of closed parcels, and the badges of their couriers. */
  readonly closedNos: readonly string[]
  readonly courierBadges: readonly DemoBadge[]
  readonly purchaseOrderNos: readonly string[]
  /** Goods still to come on the purchase order in work. */
  readonly openSkus: readonly string[]
  readonly stagedSkus: readonly string[]
  readonly bins: readonly string[]
  readonly skus: readonly string[]
  readonly operators: readonly DemoBadge[]
}

export interface DemoBadge {
  readonly name: string
  readonly badge: string
}

/** Codes of one kind that the panel offers at once. */
const CODES_MAX = 3
const RECEIVING = 'receiving'
/** Totes of the demo shop: T-0001 to T-0024. */
const DEMO_TOTES = 24

export const NO_DEMO_WORK: DemoWork = {
  toPickCount: 0,
  freeTotes: [],
  pickedTotes: [],
  closedNos: [],
  courierBadges: [],
  purchaseOrderNos: [],
  openSkus: [],
  stagedSkus: [],
  bins: [],
  skus: [],
  operators: [],
}

/** Everything that could be scanned next, whatever screen is open. */
export async function readDemoWork(data: StationData): Promise<DemoWork> {
  const [picks, packs, piles, waiting, staged] = await Promise.all([
    readPickQueue(data),
    readPackQueue(data),
    readPiles(data),
    readWaitingOrders(data),
    readStaged(data),
  ])
  const some = <Row>(rows: readonly Row[]) => rows.slice(0, CODES_MAX)
  return {
    toPickCount: picks.count,
    freeTotes: some(await freeTotes(data)),
    pickedTotes: some(packs.rows.filter((row) => !row.waits).flatMap((row) => row.toteCodes)),
    closedNos: some(piles.flatMap((pile) => pile.left)),
    courierBadges: piles.map(({ name, badge }) => ({ name, badge })),
    purchaseOrderNos: some(waiting.rows.map((row) => row.no)),
    openSkus: await codesOf(data, some(await openSkus(data))),
    stagedSkus: await codesOf(data, some(staged.rows.map((row) => row.skuId))),
    bins: await data.documents('bins').limit(CODES_MAX).toArray().then(binCodes),
    skus: await codesOf(data, await data.documents('skus').limit(CODES_MAX).primaryKeys()),
    operators: await data.documents('operators').limit(CODES_MAX).toArray(),
  }
}

const binCodes = (bins: readonly { readonly code: string }[]) => bins.map((bin) => bin.code)

async function freeTotes(data: StationData): Promise<string[]> {
  const used = await data
    .documents('totes')
    .filter((tote) => tote.orderId !== null)
    .toArray()
  const codes = new Set(used.map((tote) => tote.code))
  return Array.from({ length: DEMO_TOTES }, (_, i) => `T-${String(i + 1).padStart(4, '0')}`).filter(
    (code) => !codes.has(code),
  )
}

async function openSkus(data: StationData): Promise<string[]> {
  // Before its first piece an order has no receipt: only the person's place in the job names it.
  const session = await data.workSessions.get(RECEIVING)
  const id = fieldOf(fieldOf(session?.state, 'order'), 'purchaseOrderId')
  const order = typeof id === 'string' ? await data.documents('purchaseOrders').get(id) : undefined
  const lines = order?.lines ?? []
  return lines.filter((line) => lineOpenQty(line) > 0).map((line) => line.skuId)
}

const fieldOf = (json: unknown, name: string): unknown =>
  typeof json === 'object' && json !== null ? Reflect.get(json, name) : undefined

/** The first barcode of each SKU, as on the goods; its own code where it has none. */
async function codesOf(data: StationData, skuIds: readonly string[]): Promise<string[]> {
  const rows = await data
    .documents('barcodes')
    .where('skuId')
    .anyOf([...skuIds])
    .toArray()
  const single = rows.filter((row) => row.unitQty === 1)
  return skuIds.map((id) => single.find((row) => row.skuId === id)?.code ?? id)
}
