import type { Sku } from '@/domain/record/sku.ts'
import type { StockView } from '@/store/queries/stock/readStock.ts'
import type { StockState } from '@/workflow/stock/stockState.ts'
import { NO_PHOTOS } from '@/store/queries/evidence/readPhotos.ts'
import type { Sample } from '../../gallery/sample.ts'
import { sampleItem } from '../../gallery/sampleItems.ts'
import { sampleOrder } from '../../gallery/sampleOrders.ts'
import { samplePhotos } from '../../gallery/samplePhotos.ts'
import { NO_NOTICE } from '../../scan/shownNotice.ts'
import { StockDrawing } from './StockScreen.tsx'

const AT_MS = 1_793_584_800_000
const { skuId, name, spec } = sampleItem(0)
const EMPTY: StockView = { sku: null, rows: [], movements: [], moreRows: 0, hasOlder: false }

const sku: Sku = {
  id: skuId,
  styleNo: 'BK0002',
  name,
  spec,
  colour: '',
  size: '',
  category: '',
  weightG: 420,
  lengthMm: 0,
  widthMm: 0,
  heightMm: 0,
  costFen: 0,
  priceFen: 6800,
  lotTracked: 0,
  shelfLifeDays: null,
  abcClass: 'A',
}

const stock: StockView = {
  sku,
  moreRows: 0,
  hasOlder: true,
  rows: ['A-03-2-05', 'A-03-2-06', 'B-01-1-10', 'T-0007'].map((place, i) => ({
    key: place,
    skuId,
    name,
    place,
    outside: false,
    lot: i === 1 ? 'L261102' : '',
    state: i === 2 ? 'defective' : 'available',
    qty: 12 * (i + 1),
    reservedQty: i === 0 ? 3 : 0,
  })),
  movements: [
    ['supplier', 'RECV-01', 'PO261019008'],
    ['RECV-01', 'A-03-2-05', '01a2008d-7044-7534-944c-2056aa285838#0'],
    ['A-03-2-05', 'T-0007', sampleOrder(3).orderNo],
  ].map(([from = '', to = '', docRef = ''], i) => ({
    id: `${i}`,
    atMs: AT_MS - i * 3_600_000,
    skuId,
    lot: '',
    qty: 12,
    from,
    to,
    fromState: 'available',
    toState: 'available',
    reason: 'move',
    docRef,
    operatorName: '李敏',
  })),
}

/** What lies in one bin: several SKUs. */
const inBin: StockView = {
  ...stock,
  sku: null,
  moreRows: 38,
  rows: [0, 4, 7].map((no, i) => ({
    key: String(no),
    ...sampleItem(no),
    place: 'A-03-2-05',
    outside: false,
    lot: i === 2 ? 'L261102' : '',
    state: 'available',
    qty: 12 * (3 - i),
    reservedQty: i === 0 ? 3 : 0,
  })),
  movements: stock.movements.slice(1),
}

const bin = {
  kind: 'placeShown',
  placeId: 'bin:A-03-2-05',
  code: 'A-03-2-05',
  place: 'bin',
  corridor: 'A',
  zone: 'storage',
} as const

const states: Readonly<Record<string, readonly [StockState, StockView]>> = {
  scanAny: [{ kind: 'scanAny' }, EMPTY],
  skuShown: [{ kind: 'skuShown', skuId }, stock],
  skuPhotos: [{ kind: 'skuShown', skuId }, stock],
  skuPhoto: [{ kind: 'skuShown', skuId, photoNo: 1 }, stock],
  orderShown: [{ kind: 'orderShown', no: 'PO261019008' }, EMPTY],
  placeShown: [bin, inBin],
  placeEmpty: [bin, EMPTY],
  labelShown: [
    { kind: 'labelShown', label: 'carton', no: 'parcel:1#1', code: 'SF3225531922509' },
    EMPTY,
  ],
  confirmCodes: [{ kind: 'confirmCodes', verbs: ['OK', 'UNDO'] }, EMPTY],
  toteShown: [{ kind: 'placeShown', placeId: 'tote:T-0007', code: 'T-0007', place: 'tote' }, EMPTY],
  firstCell: [
    {
      kind: 'firstCell',
      back: bin,
      plan: { kind: 'bin', nos: ['A-03-2-05', 'A-03-2-06'], fills: false },
      cells: 24,
    },
    inBin,
  ],
  printing: [{ kind: 'printing', back: bin, count: 1 }, inBin],
}

/** Every state of the stock screen, and an empty place. */
export const stockSamples: readonly Sample[] = Object.entries(states).map(
  ([id, [state, view]]) => ({
    id: `stock/${id}`,
    render: () => (
      <StockDrawing
        state={state}
        stock={view}
        photos={id.startsWith('skuPhoto') || id === 'orderShown' ? samplePhotos : NO_PHOTOS}
        shown={NO_NOTICE}
        onOlder={() => undefined}
      />
    ),
  }),
)
