import type { PrintIntent } from '@/domain/record/outbound.ts'
import type { PrintsState } from '@/workflow/printing/printsWorkflow.ts'
import type { Sample } from '../../gallery/sample.ts'
import type { HostJob } from '../../print/matchPrints.ts'
import type { StationPrinter } from '../../print/stationPrinters.ts'
import { NO_NOTICE } from '../../scan/shownNotice.ts'
import type { StationStatus } from '../../shell/stationStatus.ts'
import { PrintsDrawing } from './PrintsScreen.tsx'

const AT_MS = 1_793_584_800_000

const print = (
  no: string,
  state: PrintIntent['state'],
  more: Partial<PrintIntent> = {},
): PrintIntent => ({
  id: `waybill:${no}:1`,
  kind: 'waybill',
  no,
  revision: 1,
  reason: '',
  state,
  docRef: '',
  atMs: AT_MS,
  ...more,
})

const doubt = print('774069380892452', 'unknown', {
  why: { code: 'PRN-040', params: { no: '774069380892452' } },
})
const binDoubt = print('A-03-2-05', 'unknown', {
  kind: 'bin',
  why: { code: 'PRN-065', params: { no: 'A-03-2-05' } },
})
const refused = print('TS-02-M', 'refused', {
  kind: 'goods',
  why: { code: 'PRN-022', params: { chars: '𫍰' } },
})
const sent = print('774069380892460', 'accepted')
const again = print('774069380892461', 'queued', { revision: 2, reason: 'notPrinted' })
const stray = print('774069380892466', 'stray', {
  why: { code: 'PRN-045', params: { no: '774069380892466' } },
})
const others = [
  again,
  sent,
  print('774069380892462', 'accepted'),
  print('W0001', 'accepted', { kind: 'pickList' }),
  print('774069380892463', 'missing'),
  print('774069380892464', 'proved'),
  print('774069380892465', 'voided'),
  print('T-0007', 'cancelled', {
    kind: 'tote',
    why: { code: 'PRN-043', params: { no: 'T-0007' } },
  }),
]
const rows = [doubt, refused, ...others]
const sending: HostJob = { jobId: sent.id, printerId: 'label', state: 'sending', notices: [] }
const jobs = new Map([[sent.id, sending]])

const printers: readonly StationPrinter[] = [
  { printerId: 'label', name: '打包台 1', dotsPerMm: 8, state: 'printing', waiting: 23 },
]

const toTrouble = ({ no, why }: PrintIntent) => ({ no, why: why ?? null })
const statuses: Readonly<Record<string, StationStatus['prints']>> = {
  doubt: { doubts: [toTrouble(doubt)], strays: [], setAside: [] },
  setAside: { doubts: [toTrouble(doubt)], strays: [], setAside: [toTrouble(refused)] },
  stray: { doubts: [], strays: [toTrouble(stray)], setAside: [] },
}

const states: Readonly<Record<string, readonly [PrintsState, readonly PrintIntent[]]>> = {
  list: [{ kind: 'list' }, [refused, ...others]],
  empty: [{ kind: 'list' }, []],
  doubt: [{ kind: 'list' }, rows],
  thingDoubt: [{ kind: 'list' }, [binDoubt, ...others]],
  shown: [{ kind: 'shown', print: again }, rows],
  shownDoubt: [{ kind: 'shown', print: doubt }, rows],
  setAside: [{ kind: 'shown', print: refused }, rows],
  stray: [{ kind: 'shown', print: stray }, [stray, ...others]],
  reason: [{ kind: 'reason', print: sent }, rows],
  saving: [{ kind: 'saving', print: doubt, act: 'missing' }, rows],
}

/** Every state of the print list, and every way a print can stand. */
export const printsSamples: readonly Sample[] = Object.entries(states).map(
  ([id, [state, list]]) => ({
    id: `prints/${id}`,
    ...(statuses[id] && { status: { prints: statuses[id] } }),
    render: () => (
      <PrintsDrawing
        {...{ state, jobs, printers }}
        rows={list.map((row, i) => ({ ...row, listNo: i + 1 }))}
        png={null}
        shown={NO_NOTICE}
        pad=""
      />
    ),
  }),
)
