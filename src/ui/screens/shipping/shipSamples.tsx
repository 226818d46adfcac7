import type { PileRow } from '@/store/queries/shipping/readHandover.ts'
import type {
  ScannedBadge,
  ScannedParcel,
  ShippingState,
} from '@/workflow/shipping/shippingState.ts'
import type { Sample } from '../../gallery/sample.ts'
import { NO_NOTICE } from '../../scan/shownNotice.ts'
import { ShipDrawing } from './ShipScreen.tsx'

const of = { carrierId: 'STO', carrierName: '申通快递', badge: 'ZQBSTO' }
const no = '774069380892452'
const pile = {
  hand: { ...of, countQty: 36, leftQty: 4 },
  asked: { kind: 'parcel', code: no },
  warnedNo: '',
} as const

const parcel: ScannedParcel = {
  ...of,
  no,
  parcelId: 'parcel:demo#1',
  manifestId: '',
  stagingCode: 'P-01-1-01',
  standing: 'good',
  leftQty: 3,
  nextNo: '776640883188897',
}

const badge: ScannedBadge = {
  ...of,
  courier: '',
  courierBadgeNo: 'ZQBSTO',
  manifestId: 'STO-20261102-1',
  parcels: [],
  leftQty: 4,
  missing: [no],
  stagingCode: 'P-01-1-01',
  nextNo: '',
}

/** What was closed is printed again from the empty screen. */
const idOf = (state: ShippingState, no: number): string =>
  'closedNo' in state ? 'ship/closed' : no === 0 ? 'ship/empty' : `ship/${state.kind}`

const states: readonly ShippingState[] = [
  { kind: 'scanParcel', hand: null, asked: null, warnedNo: '' },
  { kind: 'scanParcel', ...pile },
  { kind: 'savingParcel', back: pile, parcel },
  { kind: 'takingOut', back: pile, parcel },
  { kind: 'confirmClose', ...pile, badge },
  { kind: 'closing', back: pile, badge },
  { kind: 'scanParcel', hand: null, asked: null, warnedNo: '', closedNo: 'STO-20261102-1' },
]

const piles: readonly PileRow[] = [
  {
    carrierId: 'STO',
    name: '申通快递',
    badge: 'ZQBSTO',
    cutoff: '18:00',
    scannedQty: 36,
    leftQty: 4,
    left: [no, '776640883188897'],
  },
  {
    carrierId: 'YTO',
    name: '圆通速递',
    badge: 'ZQBYTO',
    cutoff: '18:30',
    scannedQty: 0,
    leftQty: 2,
    left: ['YT8830416275093', 'YT8830419620517'],
  },
]

/** Every state of the handover screen; the first is that of a new day. */
export const shipSamples: readonly Sample[] = states.map((state, i) => ({
  id: idOf(state, i),
  render: () => <ShipDrawing state={state} piles={i === 0 ? [] : piles} shown={NO_NOTICE} pad="" />,
}))
