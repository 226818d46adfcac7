import { binIdOf } from '@/domain/record/place.ts'
import { NO_STAGED, type StagedView } from '@/store/queries/putaway/readStaged.ts'
import type { PutawayLoad, PutawayState } from '@/workflow/putaway/putawayWorkflow.ts'
import type { Sample } from '../../gallery/sample.ts'
import { sampleItem } from '../../gallery/sampleItems.ts'
import { shownAs } from '../../gallery/sampleNotices.ts'
import { NO_NOTICE, type ShownNotice } from '../../scan/shownNotice.ts'
import { PutawayDrawing } from './PutawayScreen.tsx'

const book = sampleItem(1)
const tea = sampleItem(7)
const { name } = tea
const nearCode = 'A-03-2-04'
const binId = binIdOf('A-03-2-06')
const code = 'A-03-2-06'

const suggestion = (at: string, qty: number, holdsSku: boolean) => ({
  binId: binIdOf(at),
  code: at,
  qty,
  holdsSku,
})

const load: PutawayLoad = {
  kind: 'item',
  code: tea.code,
  name,
  lines: [{ skuId: tea.skuId, lot: 'L261102', qty: 12 }],
  fromPlaceId: binIdOf('RECV-01'),
  qty: 12,
  stagedQty: 20,
  suggestions: [
    suggestion('A-03-2-05', 12, true),
    suggestion('A-03-2-06', 12, false),
    suggestion('A-03-3-01', 9, false),
  ],
}

const staged: StagedView = {
  rows: [
    { ...book, key: '1', lot: '', qty: 120, place: 'RECV-01' },
    { ...tea, key: '2', lot: 'L261102', qty: 20, place: 'RECV-01' },
    { ...sampleItem(4), key: '3', lot: '', qty: 72, place: 'RECV-02' },
  ],
  moreRows: 4,
  done: 3,
  total: 9,
}

const words = { name, qty: 12, staged: 20, bin: 'A-03-2-05', suggested: 'A-03-2-05', free: 4 }

const states: readonly (readonly [string, PutawayState, ShownNotice])[] = [
  ['scanItem', { kind: 'scanItem', nearCode }, NO_NOTICE],
  [
    'scanBin',
    { kind: 'scanBin', nearCode, load },
    shownAs({ level: 'attention', code: 'PUT-002', params: words }),
  ],
  [
    'binFull',
    { kind: 'scanBin', nearCode, load },
    shownAs(
      { level: 'refused', code: 'PUT-007', params: { ...words, bin: 'B-01-2-03' } },
      'B-01-2-03',
    ),
  ],
  [
    'noBin',
    { kind: 'scanBin', nearCode, load: { ...load, suggestions: [] } },
    shownAs({ level: 'attention', code: 'PUT-003', params: words }),
  ],
  [
    'confirmBin',
    { kind: 'confirmBin', nearCode, load, binId, code },
    shownAs({ level: 'attention', code: 'PUT-006', params: { ...words, bin: code } }),
  ],
  ['saving', { kind: 'saving', nearCode, load, binId, code }, NO_NOTICE],
]

const drawn = (id: string, state: PutawayState, shown: ShownNotice, rows = staged): Sample => ({
  id: `putaway/${id}`,
  render: () => (
    <PutawayDrawing
      view={{ state, undoDepth: 2, choice: [], resumed: false }}
      shown={shown}
      staged={rows}
      pad=""
    />
  ),
})

/** Every state of the put-away screen, a refusal and the case without a bin. */
export const putawaySamples: readonly Sample[] = [
  ...states.map(([id, state, shown]) => drawn(id, state, shown)),
  drawn('empty', { kind: 'scanItem', nearCode }, NO_NOTICE, NO_STAGED),
]
