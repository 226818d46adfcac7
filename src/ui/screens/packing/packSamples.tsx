import { parcelIdOf, skuIdOf } from '@/domain/record/place.ts'
import { EMPTY_PACK_QUEUE, type PackQueue } from '@/store/queries/packing/readPackQueue.ts'
import type { ScaleReading } from '@/domain/weighing/scaleReading.ts'
import type { ScaleView } from '@/domain/weighing/scaleView.ts'
import type { PoolRow } from '@/store/queries/carrier/readPools.ts'
import type { PackingState } from '@/workflow/packing/packingState.ts'
import type { PackLine, PackPlan } from '@/workflow/packing/packPlan.ts'
import { NO_PHOTOS, type PhotosView } from '@/store/queries/evidence/readPhotos.ts'
import type { Sample } from '../../gallery/sample.ts'
import { sampleItem } from '../../gallery/sampleItems.ts'
import { sampleOrder } from '../../gallery/sampleOrders.ts'
import type { StationAlert } from '../../shell/stationStatus.ts'
import { samplePhotos, samplePicture } from '../../gallery/samplePhotos.ts'
import { NO_NOTICE, type ShownNotice } from '../../scan/shownNotice.ts'
import { PackDrawing } from './PackScreen.tsx'

const SAMPLE_AT_MS = 1_793_584_800_000

const tile = (orderLine: number, qty: number, packedQty: number): PackLine => ({
  orderLine,
  ...sampleItem(orderLine + 2),
  qty,
  packedQty,
})

/** Two that are easily taken for each other: they differ in one word. */
const shirt = (orderLine: number, size: string): PackLine => ({
  ...tile(orderLine, 1, 0),
  skuId: skuIdOf(`YF26101-PK-${size}`),
  name: '宽松圆领短袖T恤',
  spec: `豆沙粉;${size}`,
})

const { orderId, orderNo, shop } = sampleOrder(1)
const parcelId = parcelIdOf(`${orderId}#1`)
const waybillNo = '774069380892452'

const plan: PackPlan = {
  orderId,
  orderNo,
  shop,
  flag: 'red',
  buyerNote: '送人的，麻烦包好一点',
  shopNote: '老客户，送书签一枚',
  toteCodes: ['T-0001'],
  stagingCode: 'P-01-1-01',
  lines: [tile(1, 2, 2), shirt(2, 'M'), shirt(3, 'L')],
  stock: [],
  parcels: [
    { id: parcelId, no: 1, state: 'labelled', waybillNo, lines: [] },
    { id: parcelIdOf(`${orderId}#2`), no: 2, state: 'open', waybillNo: '', lines: [] },
  ],
  last: null,
  times: 1,
}

/** All pieces are in one parcel. */
const fullPlan: PackPlan = {
  ...plan,
  lines: plan.lines.map((line) => ({ ...line, packedQty: line.qty })),
  parcels: [{ id: parcelId, no: 1, state: 'labelled', waybillNo, lines: [] }],
}

const closedPlan: PackPlan = {
  ...fullPlan,
  parcels: fullPlan.parcels.map((parcel) => ({ ...parcel, state: 'closed' })),
}

const atParcel = { plan: fullPlan, parcelId }
const atWaybill = { ...atParcel, waybillNo }

const states: readonly PackingState[] = [
  { kind: 'scanTote' },
  { kind: 'scanItem', plan },
  { kind: 'savingItem', plan, parcelId, skuId: skuIdOf('YF26101-PK-M'), no: 2, parts: [] },
  { kind: 'needWaybill', ...atParcel },
  { kind: 'binding', ...atParcel },
  { kind: 'scanBack', ...atWaybill },
  { kind: 'closing', weighed: null, isSilent: false, ...atWaybill },
  { kind: 'packedOrder', ...atWaybill, plan: closedPlan },
  { kind: 'reprintReason', from: 'scanBack', ...atWaybill },
  { kind: 'reprinting', from: 'scanBack', ...atWaybill },
  { kind: 'intercepted', plan },
  { kind: 'staging', plan },
]

const queue: PackQueue = {
  total: 2,
  nextCode: 'T-0001',
  rows: ['T-0001', 'T-0002'].map((code, i) => ({
    ...sampleOrder(i + 1),
    shipByMs: SAMPLE_AT_MS + i * 1_500_000,
    qty: 3 - i,
    flag: i === 0 ? 'red' : '',
    note: i === 0 ? '老客户，送书签一枚' : '',
    code,
    toteCodes: [code],
    waits: i === 1,
  })),
}

const pools: readonly PoolRow[] = [
  { carrierId: 'STO', name: '申通快递', leftQty: 12, allQty: 500, level: 'low' },
]

const scaleOf = (reading: ScaleReading | null, tareG = 0): ScaleView => ({
  scaleId: 'a9:ttyUSB0',
  state: reading ? 'live' : 'silent',
  tareG,
  reading,
})
const steady = scaleOf({ kind: 'load', weightG: 1_250, isStable: true }, 120)

const weighed = { weightG: 952, scaleId: 'a9:ttyUSB0', expectedG: 1_250, toleranceG: 125 }
const isEmpty = { kind: 'weighing', diff: null, ...atWaybill } as const
const isDiff = { kind: 'weighing', diff: weighed, ...atWaybill } as const

const weighingSample = (id: string, state: PackingState, scale: ScaleView): Sample => ({
  id: `pack/${id}`,
  status: { scale: { light: scale.state === 'live' ? 'ready' : 'fault', name: scale.scaleId } },
  render: () => (
    <PackDrawing
      {...{ state, queue, pools, scale }}
      photos={NO_PHOTOS}
      picture={null}
      isInDoubt={false}
      trouble={null}
      shown={NO_NOTICE}
      pad=""
    />
  ),
})

const NO_PAPER: StationAlert = { code: 'PRN-012', params: { printer: 'HPRT SL42' } }
const PRINTING: ShownNotice = {
  notice: { level: 'accepted', code: 'PACK-011', params: { no: waybillNo } },
  raw: sampleItem(3).code,
  answers: 1,
}

interface SampleMore {
  readonly isInDoubt?: boolean
  readonly trouble?: StationAlert | null
  readonly photos?: PhotosView
  readonly data?: { readonly queue: PackQueue; readonly pools: readonly PoolRow[] }
}

const sample = (
  id: string,
  state: PackingState,
  {
    isInDoubt = false,
    trouble = null,
    photos = NO_PHOTOS,
    data = { queue, pools },
  }: SampleMore = {},
): Sample => ({
  id: `pack/${id}`,
  ...(trouble && {
    status: { printer: { light: 'fault', name: 'HPRT SL42' }, alert: trouble },
  }),
  render: () => (
    <PackDrawing
      {...{ state, isInDoubt, trouble, photos, ...data }}
      picture={photos.count > 0 ? samplePicture('') : null}
      scale={null}
      shown={trouble ? PRINTING : NO_NOTICE}
      pad=""
    />
  ),
})

/** Every state of the packing screen, a label of which nobody knows whether it came out, and the scale. */
export const packSamples: readonly Sample[] = [
  ...states.map((state) => sample(state.kind, state)),
  sample('labelDoubt', { kind: 'scanBack', ...atWaybill }, { isInDoubt: true }),
  sample('labelWaits', { kind: 'scanBack', ...atWaybill }, { trouble: NO_PAPER }),
  weighingSample('weighing', isEmpty, scaleOf({ kind: 'load', weightG: 0, isStable: true })),
  weighingSample('weighingDiff', isDiff, steady),
  weighingSample('weighingLoad', isEmpty, scaleOf({ kind: 'load', weightG: 318, isStable: false })),
  weighingSample('scaleSteady', { kind: 'scanItem', plan }, steady),
  weighingSample('scaleSilent', { kind: 'scanTote' }, scaleOf(null)),
  weighingSample(
    'scaleOverload',
    { kind: 'scanBack', ...atWaybill },
    scaleOf({ kind: 'overload' }),
  ),
  weighingSample(
    'scaleBelowZero',
    { kind: 'scanBack', ...atWaybill },
    scaleOf({ kind: 'load', weightG: -40, isStable: true }),
  ),
  sample('photos', { kind: 'scanItem', plan }, { photos: samplePhotos }),
  sample('empty', { kind: 'scanTote' }, { data: { queue: EMPTY_PACK_QUEUE, pools: [] } }),
]
