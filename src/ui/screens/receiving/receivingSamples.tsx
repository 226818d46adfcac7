import { binIdOf } from '@/domain/record/place.ts'
import {
  NO_RECEIVING,
  NO_WAITING_ORDERS,
  type ReceivingRow,
  type ReceivingView,
  type WaitingOrdersView,
} from '@/store/queries/receiving/readReceiving.ts'
import type { InboundSlip } from '@/domain/receiving/inboundSlip.ts'
import {
  type OpenOrder,
  type PendingItem,
  type ReceivingState,
  NO_LOT,
} from '@/workflow/receiving/receivingState.ts'
import { NO_PHOTOS, type PhotosView } from '@/store/queries/evidence/readPhotos.ts'
import type { Sample } from '../../gallery/sample.ts'
import { sampleItem } from '../../gallery/sampleItems.ts'
import { shownAs } from '../../gallery/sampleNotices.ts'
import { samplePhotos, samplePicture } from '../../gallery/samplePhotos.ts'
import { NO_NOTICE, type ShownNotice } from '../../scan/shownNotice.ts'
import { ReceivingDrawing } from './ReceivingScreen.tsx'

const { skuId, name, spec, code } = sampleItem(1)
const stagingBinId = binIdOf('RECV-01')

const order: OpenOrder = {
  purchaseOrderId: 'PO261019008',
  supplierName: 'Shenghe Books 盛和图书',
  deliveryNoteNo: 'DN-77',
  receiptId: 'r1',
  skuIds: [skuId],
  bins: { good: stagingBinId, damaged: binIdOf('X-01-1-01'), wrongItem: stagingBinId },
  doneQty: 27,
  totalQty: 70,
  openLines: 2,
  multiplier: 1,
  damaged: false,
  last: {
    ...NO_LOT,
    skuId,
    name,
    spec,
    code,
    finding: 'good',
    qty: 7,
    confirmed: false,
  },
}

const pending: PendingItem = {
  item: {
    skuId,
    name,
    spec,
    code,
    unitQty: 1,
    demand: { orderedQty: 20, receivedQty: 20, shortQty: 0, openQty: 0, casePackQty: 10 },
    toleranceBp: 0,
    lotTracked: false,
    expires: false,
    lotDays: null,
  },
  finding: 'good',
  qty: 1,
  setQty: null,
  lotDays: NO_LOT,
  bindCode: '',
  confirmed: false,
}

/** Goods of which each lot is kept apart. */
const tea = sampleItem(7)
const lotPending: PendingItem = {
  ...pending,
  item: { ...pending.item, ...tea, lotTracked: true, expires: true },
}

/** Goods of another purchase order. */
const stray = sampleItem(5)

const rowOf = (line: number, more: Partial<ReceivingRow>): ReceivingRow => ({
  line,
  ...sampleItem(line),
  orderedQty: 20,
  receivedQty: 0,
  damagedQty: 0,
  shortQty: 0,
  overQty: 0,
  openQty: 20,
  ...more,
})

const lines: ReceivingView = {
  rows: [
    rowOf(1, { receivedQty: 7, openQty: 13 }),
    rowOf(2, {}),
    rowOf(3, { receivedQty: 20, damagedQty: 1, openQty: 0 }),
    rowOf(6, { orderedQty: 10, receivedQty: 8, shortQty: 2, openQty: 0 }),
  ],
  moreRows: 3,
  doneQty: 27,
  totalQty: 70,
}

const waiting = {
  rows: [
    {
      no: 'PO261019008',
      supplierName: order.supplierName,
      expectedOn: '2026-10-28',
      doneQty: 27,
      totalQty: 70,
    },
    {
      no: 'PO261021003',
      supplierName: '青禾生活用品',
      expectedOn: '2026-10-30',
      doneQty: 0,
      totalQty: 360,
    },
    {
      no: 'PO261023011',
      supplierName: '岭南茶行',
      expectedOn: '2026-11-02',
      doneQty: 0,
      totalQty: 48,
    },
  ],
  moreRows: 12,
}

const slip = {
  no: 'PO261016009-2',
  purchaseOrderId: 'PO261016009',
  supplierName: order.supplierName,
  deliveryNoteNo: '',
  operatorId: 'op1',
  openedAtMs: 0,
  postedAtMs: 0,
  lines: [],
  goodQty: 144,
  damagedQty: 1,
  wrongQty: 0,
  totalFen: 216_000,
  freightFen: null,
  paidFen: null,
}

const itemWords = {
  sku: skuId,
  name,
  got: code,
  no: order.purchaseOrderId,
}

const states: readonly (readonly [ReceivingState, ShownNotice])[] = [
  [{ kind: 'scanOrder' }, NO_NOTICE],
  [
    { kind: 'scanItem', order },
    shownAs({
      level: 'accepted',
      code: 'RECV-005',
      params: { ...itemWords, received: 7, ordered: 20 },
    }),
  ],
  [
    { kind: 'confirmItem', order, pending, doubt: 'over' },
    shownAs({
      level: 'attention',
      code: 'RECV-010',
      params: { ...itemWords, total: 21, ordered: 20 },
    }),
  ],
  [
    { kind: 'enterLot', order, pending: lotPending },
    shownAs({ level: 'attention', code: 'RECV-013', params: { name: tea.name } }),
  ],
  [
    {
      kind: 'enterExpiry',
      order,
      pending: { ...lotPending, lotDays: { ...NO_LOT, lot: 'L261102' } },
    },
    shownAs({ level: 'attention', code: 'RECV-014', params: { lot: 'L261102' } }),
  ],
  [
    { kind: 'bindBarcode', order, code: '6900000000001' },
    shownAs({ level: 'attention', code: 'RECV-017', params: { raw: '6900000000001' } }),
  ],
  [
    { kind: 'confirmShort', order },
    shownAs({ level: 'attention', code: 'RECV-029', params: { ...itemWords, left: 43 } }),
  ],
  [{ kind: 'savingItem', order, pending }, NO_NOTICE],
  [{ kind: 'posting', order, next: null }, NO_NOTICE],
  [{ kind: 'closingShort', order, skuId: '' }, NO_NOTICE],
  [{ kind: 'printing', order }, NO_NOTICE],
]

interface SampleData {
  readonly lines: ReceivingView
  readonly waiting: WaitingOrdersView
  readonly slip: InboundSlip | null
  readonly photos?: PhotosView
}

/** All pieces of the line are in: one more is over. */
const allIn: SampleData = {
  lines: { ...lines, rows: [rowOf(1, { receivedQty: 20, openQty: 0 }), ...lines.rows.slice(1)] },
  waiting,
  slip,
}

const none: SampleData = { lines: NO_RECEIVING, waiting: NO_WAITING_ORDERS, slip: null }

const drawn = (
  id: string,
  state: ReceivingState,
  shown: ShownNotice,
  { photos = NO_PHOTOS, ...data }: SampleData = { lines, waiting, slip },
): Sample => ({
  id: `receive/${id}`,
  render: () => (
    <ReceivingDrawing
      view={{ state, undoDepth: 3, choice: [], resumed: false }}
      shown={shown}
      {...{ ...data, photos }}
      picture={photos.count > 0 ? samplePicture(skuId) : null}
      pad=""
    />
  ),
})

/** Every state of the receiving screen, and a refusal. */
export const receivingSamples: readonly Sample[] = [
  drawn('empty', { kind: 'scanOrder' }, NO_NOTICE, none),
  ...states.map(([state, shown]) =>
    drawn(state.kind, state, shown, state.kind === 'confirmItem' ? allIn : undefined),
  ),
  drawn(
    'photos',
    { kind: 'scanItem', order: { ...order, receiptId: 'r1' } },
    shownAs({ level: 'accepted', code: 'CAM-001', params: { photos: 3, sku: skuId } }),
    { lines, waiting, slip, photos: samplePhotos },
  ),
  drawn(
    'wrongItem',
    {
      kind: 'confirmItem',
      order,
      pending: { ...pending, item: { ...pending.item, ...stray } },
      doubt: 'wrongItem',
    },
    shownAs(
      {
        level: 'refused',
        code: 'RECV-012',
        params: { name: stray.name, got: stray.code, no: order.purchaseOrderId },
      },
      stray.code,
    ),
  ),
]
