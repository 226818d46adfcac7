import { useTranslation } from 'react-i18next'
import type { PrintIntent } from '@/domain/record/outbound.ts'
import type { StationData } from '@/store/queries/stationData.ts'
import type { PrintsState } from '@/workflow/printing/printsWorkflow.ts'
import type { HostJob } from '../../print/matchPrints.ts'
import { useHostJobs, usePreview, usePrinters } from '../../print/PrintsContext.ts'
import type { PrintersView } from '../../print/stationPrinters.ts'
import { type RowNumbers, useFreshNumbers } from '../../workflow/rowNumbers.ts'
import { useLive } from '../../workflow/useLive.ts'
import type { ScreenProps } from '../../workflow/useWorkflow.ts'
import { WorkflowScreen } from '../../workflow/WorkflowScreen.tsx'
import { type NumberedPrint, readNumberedPrints } from './numberedPrints.ts'
import { PrintDetail } from './PrintDetail.tsx'
import { PrintList } from './PrintList.tsx'
import { meantOf, printsVerbs, standOf } from './printsNow.ts'

const NO_ROWS: NumberedPrint[] = []

export interface PrintsScreenProps extends ScreenProps<PrintsState> {
  /** The numbers of the rows, shared with the job that is given them. */
  readonly numbers: RowNumbers
}

/** The print list: what came out, what did not, what waits. */
export function PrintsScreen({ view, shown, pad, numbers }: PrintsScreenProps) {
  const { state } = view
  useFreshNumbers(numbers)
  // Opened anew from a print the numbers begin with 1.
  const rows = useLive((data: StationData) => readNumberedPrints(data, numbers), NO_ROWS, [
    state.kind === 'list',
    numbers,
  ])
  const jobs = useHostJobs()
  const png = usePreview(state.kind === 'list' ? null : state.print.id)
  const { printers } = usePrinters()
  return <PrintsDrawing {...{ state, rows, jobs, printers, png, shown, pad }} />
}

export interface PrintsDrawingProps extends Omit<ScreenProps<PrintsState>, 'view'> {
  readonly state: PrintsState
  readonly rows: readonly NumberedPrint[]
  readonly jobs: ReadonlyMap<string, HostJob>
  readonly printers: PrintersView['printers']
  readonly png: Uint8Array | null
}

/** The screen from plain values; the gallery draws it from samples. */
export function PrintsDrawing(props: PrintsDrawingProps) {
  const { state, rows, jobs, printers, png, shown, pad } = props
  const { t } = useTranslation()
  const print = meantOf(state, rows)
  return (
    <WorkflowScreen
      station="prints"
      state={state.kind}
      title={t('screen.prints')}
      now={{ text: <NowWords {...props} print={print} />, ...askedOf(state, print) }}
      shown={shown}
      context={
        state.kind === 'list' || !print ? (
          <PrintList {...{ rows, jobs, printers }} />
        ) : (
          <PrintDetail print={print} png={png} asksReason={state.kind === 'reason'} />
        )
      }
      commands={[...printsVerbs(state, print), 'UNDO']}
      pad={pad}
    />
  )
}

/** A waybill in doubt is asked for by its code: its scan is the answer. */
function askedOf(state: PrintsState, print: PrintIntent | null) {
  if (!print) return {}
  const isProvable = print.kind === 'waybill' && print.state === 'unknown'
  return state.kind !== 'reason' && isProvable ? { code: print.no } : { place: print.no }
}

function NowWords({ state, jobs, print }: PrintsDrawingProps & { print: PrintIntent | null }) {
  const { t } = useTranslation()
  if (state.kind === 'saving') return t('prints.saving')
  if (state.kind === 'reason') return t('pack.reason')
  if (!print) return t('prints.now')
  if (print.state === 'unknown')
    return t(print.kind === 'waybill' ? 'prints.doubt' : 'prints.doubtThing')
  return t(`prints.state.${standOf(print, jobs.get(print.id))}`)
}
