import type { Steps } from '@/kernel/steps.ts'
import type { Catalogue, ShopZone, WaybillUse } from './catalogue.ts'
import type { OrderDraft, OrderHoldReason, OrderLineDraft } from './drafts.ts'
import type { DecisionIndex } from './finding.ts'
import type { FindingCode } from './findingCodes.ts'
import { findDifference } from './findDifference.ts'
import { readHead, type OrderHead } from './orderHead.ts'
import { applyChangedSpec, readGift, readLines, type LineFrame } from './orderLines.ts'
import { canShareParcel, readWaybillUse } from './orderReceiver.ts'
import { isOpen, joinStates, readRefund, readState } from './orderState.ts'
import type { OrderHabits, OrderState, TableMatch } from './profile.ts'
import { readRows } from './readRows.ts'
import type { RowReader } from './rowReader.ts'
import type { TableFile } from './tableFile.ts'
import { closeReading, type TableReading } from './tableReading.ts'

/** One order table, with the lines of its line table when the platform exports two. */
export interface OrdersSource {
  readonly table: TableFile
  readonly match: TableMatch
  readonly habits: OrderHabits
  readonly decisions: DecisionIndex
  readonly catalogue: Catalogue
  readonly zone: ShopZone
  /** Rows of the line table by order number; undefined when that table is not there. */
  readonly linesOf?: ReadonlyMap<string, readonly RowReader[]>
  /** Waybill numbers seen in this import, shared by its files. */
  readonly waybills: Map<string, WaybillUse & { row: number }>
}

interface OrderRow {
  readonly reader: RowReader
  readonly head: OrderHead
  readonly frame: LineFrame
  readonly lines: OrderLineDraft[]
}

/** Reads an order export: rows of one order are put together, each order once. Orders with an open
 *  question that does not stop them carry it in `problems` and wait in review. */
export function* readOrders(source: OrdersSource): Steps<TableReading<OrderDraft>> {
  const rows = yield* readRows(source.table, source.match, source.decisions)
  const groups = new Map<string, OrderRow[]>()
  const damaged = new Map<string, FindingCode>()
  for (const reader of rows.readers) {
    yield
    if (!reader.is('in')) continue
    const row = readRow(reader, source)
    const orderNo = row?.head.orderNo ?? reader.raw('orderNo').trim()
    if (!row || reader.is('refused')) damaged.set(orderNo, 'lineRefused')
    else if (!reader.is('leftOut')) addRow(groups, row, source)
  }
  const drafts: OrderDraft[] = []
  for (const group of groups.values()) {
    yield
    drafts.push(...toDraft(group, source, damaged))
  }
  return yield* closeReading(rows, drafts)
}

function readRow(reader: RowReader, source: OrdersSource): OrderRow | null {
  const { habits, catalogue, zone } = source
  const orderNo = reader.text('orderNo')
  const state = readState(reader, habits)
  const refund = readRefund(reader, habits, state)
  const ownLines = reader.has('skuCode') || reader.has('qty')
  const lineState: OrderState =
    refund === 'done' && habits.rowPer === 'line' ? 'closed' : (state ?? 'toShip')
  const frame: LineFrame = { state: lineState, refund, catalogue }
  const head = readHead(reader, { orderNo, state: state ?? 'toShip', habits, catalogue, zone })
  const lines = ownLines ? [...readLines(reader, frame), ...readGift(reader, frame.state)] : []
  if (orderNo === '' || reader.is('refused')) return null
  checkWaybill(reader, head, source)
  return { reader, head, frame, lines }
}

/** One number belongs to one parcel for ever; orders to the same address may share it. */
function checkWaybill(reader: RowReader, head: OrderHead, source: OrdersSource): void {
  const { waybillNo, orderNo } = head
  if (waybillNo === null) return
  const own = readWaybillUse(orderNo, head.receiver)
  const here = source.waybills.get(waybillNo)
  const use = here ?? source.catalogue.waybillUse(waybillNo)
  if (!use) source.waybills.set(waybillNo, { ...own, row: reader.row })
  else if (!canShareParcel(use, own)) {
    const field = reader.has('waybillNo') ? 'waybillNo' : 'waybillAndCarrier'
    const params = { other: use.orderNo }
    const extra = here ? { firstRow: here.row } : {}
    reader.fault(field, { code: 'duplicateWaybill', level: 'refuseRow', params }, extra)
  }
}

function addRow(groups: Map<string, OrderRow[]>, row: OrderRow, source: OrdersSource): void {
  const { reader, head } = row
  const group = groups.get(head.orderNo)
  if (!group) groups.set(head.orderNo, [row])
  else if (source.habits.rowPer === 'line') group.push(row)
  else {
    const [first] = group
    if (!first) return
    const firstRow = first.reader.row
    const field = findDifference(source.match.profile, first.reader, reader)
    const params = { firstRow }
    if (field === null)
      reader.fault(null, { code: 'duplicateRow', level: 'skip', params }, { firstRow })
    else if (
      reader.fault(field, { code: 'duplicateKey', level: 'ask', params }, { firstRow }) === 'keep'
    )
      groups.set(head.orderNo, [row])
    else if (reader.is('held')) first.reader.problems.push('duplicateKey')
  }
}

function toDraft(
  group: readonly OrderRow[],
  source: OrdersSource,
  damaged: ReadonlyMap<string, FindingCode>,
): OrderDraft[] {
  const [first] = group
  // A line with an open question holds the whole order: half an order must not ship.
  if (!first || group.some((row) => row.reader.is('held'))) return []
  const { head } = first
  const state =
    source.habits.rowPer === 'line' ? joinStates(group.map((row) => row.frame.state)) : head.state
  const lines = linesOf(group, source, state)
  if (lines === null) return []
  const problems = new Set<FindingCode>([
    ...group.flatMap((row) => row.reader.problems),
    ...(source.linesOf?.get(head.orderNo) ?? []).flatMap((one) => one.problems),
  ])
  const damage = damaged.get(head.orderNo)
  if (damage) problems.add(damage)
  if (lines.length === 0 && isOpen(state)) problems.add('linesMissing')
  return [{ ...head, state, holds: holdsOf(group, state), problems: [...problems], lines }]
}

/** The lines of an order; null when a line waits for an answer. */
function linesOf(
  group: readonly OrderRow[],
  source: OrdersSource,
  state: OrderState,
): OrderLineDraft[] | null {
  const [first] = group
  const own = group.flatMap((row) => row.lines)
  if (!first || source.linesOf === undefined) return own
  const readers = source.linesOf.get(first.head.orderNo) ?? []
  const lines = readers.flatMap((reader) => joinedLine(reader, first, source, state))
  if (readers.some((reader) => reader.is('held'))) return null
  if (readers.some((reader) => reader.is('refused'))) first.reader.problems.push('lineRefused')
  return applyChangedSpec(first.reader, [...own, ...lines], first.frame)
}

function joinedLine(
  reader: RowReader,
  order: OrderRow,
  source: OrdersSource,
  state: OrderState,
): OrderLineDraft[] {
  if (!reader.is('in')) return []
  const lineState = reader.has('stateWord') ? readState(reader, source.habits) : state
  const gone = lineState === 'closed' && state !== 'closed'
  const refund = gone ? 'done' : order.frame.refund
  const frame = { ...order.frame, state: lineState ?? state, refund }
  const lines = readLines(reader, frame)
  return reader.is('in') ? lines : []
}

function holdsOf(group: readonly OrderRow[], state: OrderState): OrderHoldReason[] {
  if (state !== 'toShip' && state !== 'partShipped') return []
  const refund = group.some((row) => row.frame.refund === 'asked')
  const risk = group.some((row) => row.reader.text('review') === '是')
  return [...(refund ? (['refund'] as const) : []), ...(risk ? (['risk'] as const) : [])]
}
