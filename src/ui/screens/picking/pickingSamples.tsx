import { binIdOf, skuIdOf, toteIdOf } from '@/domain/record/place.ts'
import type { PickStop } from '@/domain/picking/pickStop.ts'
import type { PickPlan, PickingState } from '@/workflow/picking/pickPlan.ts'
import type { PickQueue } from '@/store/queries/picking/readPickQueue.ts'
import type { PictureView } from '@/store/queries/evidence/readPicture.ts'
import type { Sample } from '../../gallery/sample.ts'
import { sampleItem } from '../../gallery/sampleItems.ts'
import { sampleOrder } from '../../gallery/sampleOrders.ts'
import { samplePicture } from '../../gallery/samplePhotos.ts'
import { NO_NOTICE, type ShownNotice } from '../../scan/shownNotice.ts'
import { PickingDrawing } from './PickingScreen.tsx'

const book = sampleItem(0)
const flask = sampleItem(4)
const tea = sampleItem(7)

const stop = (slot: number, bin: string, more: Partial<PickStop> = {}): PickStop => ({
  allocationId: `a${slot}-${bin}`,
  ...sampleOrder(slot),
  orderLine: 1,
  slot,
  toteId: toteIdOf(`T-000${slot}`),
  ...book,
  binId: binIdOf(bin),
  corridor: 'A',
  rack: 3,
  level: 2,
  position: 5,
  lot: '',
  expiresOn: '',
  lotTracked: 0,
  qty: 2,
  ...more,
})

const slot = (no: number) => ({
  slot: no,
  ...sampleOrder(no),
  toteId: toteIdOf(`T-000${no}`),
  toteCode: `T-000${no}`,
})

const lotStop = {
  ...tea,
  lot: 'L2611',
  expiresOn: '2026-12-24',
  lotTracked: 1,
  qty: 12,
} as const

/** Its order holds another size of it. */
const twin = stop(3, 'A-03-2-05', {
  ...sampleItem(6),
  skuId: skuIdOf('YF26101-PK-M'),
  name: '宽松圆领短袖T恤',
  spec: '豆沙粉;M',
  twins: ['豆沙粉;L'],
})

const plan: PickPlan = {
  taskId: 'pick:1',
  slots: [slot(1), slot(2), slot(3)],
  stops: [stop(3, 'A-03-2-05', lotStop), stop(1, 'A-04-2-01'), stop(2, 'B-01-1-10', flask)],
  done: 12,
  total: 15,
  held: [],
}

const walking = { plan, isWalking: true, by: 0, isShortAsked: false, isLotKnown: false } as const
const bin = { plan, binId: binIdOf('A-03-2-05'), ...tea }
const stopped = { plan, slot: slot(3), intercept: 'cancelled', asideBin: 'P-01-1-01' }

const states: Readonly<Record<string, PickingState>> = {
  scanToteFirst: { kind: 'scanToteFirst' },
  scanToteFor: { kind: 'scanToteFor', ...sampleOrder(0) },
  taking: { kind: 'taking', plan, slot: slot(1) },
  scanItem: { kind: 'scanItem', ...walking },
  scanItemTwin: { kind: 'scanItem', ...walking, plan: { ...plan, stops: [twin] } },
  scanItemFirst: { kind: 'scanItem', ...walking, isWalking: false },
  scanLot: { kind: 'scanLot', plan, counted: 12, isCounted: false },
  scanTote: { kind: 'scanTote', plan, counted: 12, isCounted: false, isShortAsked: false },
  saving: { kind: 'saving', plan, counted: 12 },
  shorting: { kind: 'shorting', plan, counted: 3 },
  zeroCheck: { kind: 'zeroCheck', ...bin },
  savingCount: { kind: 'savingCount', ...bin },
  intercepted: { kind: 'intercepted', ...stopped, toteQty: 3 },
  interceptedEmpty: { kind: 'intercepted', ...stopped, toteQty: 0 },
  stopping: { kind: 'stopping', ...stopped, toteQty: 3 },
}

const wrongItem: ShownNotice = {
  notice: {
    level: 'refused',
    code: 'PICK-003',
    params: { got: book.skuId, expected: tea.skuId, bin: 'A-03-2-05' },
  },
  raw: book.code,
  answers: 7,
}

const queue = {
  count: 140,
  rows: [1, 2, 3, 4, 5, 6, 7, 8].map((no) => ({
    ...sampleOrder(no),
    shipByMs: 1_793_584_800_000 + no * 600_000,
    totalQty: no,
  })),
}

interface SampleMore {
  readonly waiting?: PickQueue
  readonly picture?: PictureView
}

const draw = (state: PickingState, shown: ShownNotice, more: SampleMore = {}) => (
  <PickingDrawing
    state={state}
    queue={more.waiting ?? queue}
    shown={shown}
    picture={more.picture ?? null}
    pad=""
  />
)

/** Every state of the pick screen, a refusal, and the empty queue. */
export const pickingSamples: readonly Sample[] = [
  ...Object.entries(states).map(([name, state]) => ({
    id: `pick/${name}`,
    render: () => draw(state, NO_NOTICE),
  })),
  { id: 'pick/wrongItem', render: () => draw({ kind: 'scanItem', ...walking }, wrongItem) },
  {
    id: 'pick/picture',
    render: () => draw({ kind: 'scanItem', ...walking }, NO_NOTICE, { picture: samplePicture('') }),
  },
  {
    id: 'pick/empty',
    render: () => draw({ kind: 'scanToteFirst' }, NO_NOTICE, { waiting: { count: 0, rows: [] } }),
  },
]
