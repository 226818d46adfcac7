import { useTranslation } from 'react-i18next'
import { readIsInDoubt } from '@/store/queries/printing/readPrintTroubles.ts'
import { type PoolRow, readPools } from '@/store/queries/carrier/readPools.ts'
import {
  EMPTY_PACK_QUEUE,
  type PackQueue,
  readPackQueue,
} from '@/store/queries/packing/readPackQueue.ts'
import type { PackingState } from '@/workflow/packing/packingState.ts'
import type { ScaleView } from '@/domain/weighing/scaleView.ts'
import { ScaleLine } from '../../scale/ScaleLine.tsx'
import { useScale } from '../../scale/ScaleContext.ts'
import { useLive } from '../../workflow/useLive.ts'
import type { ScreenProps } from '../../workflow/useWorkflow.ts'
import { WorkflowScreen } from '../../workflow/WorkflowScreen.tsx'
import { PackNowDetail } from './PackNowDetail.tsx'
import { PackPanel } from './PackPanel.tsx'
import { PackQueuePanel } from './PackQueuePanel.tsx'
import { packNow, packProgress, shownVerbs } from './packNow.ts'

const NO_POOLS: PoolRow[] = []
const WAITING = { queue: EMPTY_PACK_QUEUE, pools: NO_POOLS, isInDoubt: false } as const

interface WeighingProps extends ScreenProps<PackingState> {
  readonly scale: ScaleView | null
}

/** Packing: tote or order, items, printed waybill. */
export function PackScreen(props: ScreenProps<PackingState>) {
  const { state } = props.view
  const scale = useScale()
  if (state.kind === 'scanTote') return <WaitingPack {...props} scale={scale} />
  if (state.kind === 'scanBack')
    return <ProvingPack {...props} scale={scale} waybillNo={state.waybillNo} />
  return <PackDrawing {...props} {...WAITING} state={state} scale={scale} />
}

/** The label is asked for: where nobody knows whether it came out, the question is another. */
function ProvingPack(props: WeighingProps & { readonly waybillNo: string }) {
  const { view, waybillNo } = props
  const isInDoubt = useLive((data) => readIsInDoubt(data, waybillNo), false, [waybillNo])
  return <PackDrawing {...props} {...WAITING} state={view.state} isInDoubt={isInDoubt} />
}

/** Mounted anew for each order, so that the queue never names the order that was just packed. */
function WaitingPack(props: WeighingProps) {
  const queue = useLive(readPackQueue, EMPTY_PACK_QUEUE, [])
  const pools = useLive(readPools, NO_POOLS, [])
  return <PackDrawing {...props} {...WAITING} state={props.view.state} {...{ queue, pools }} />
}

export interface PackDrawingProps extends Omit<ScreenProps<PackingState>, 'view'> {
  readonly state: PackingState
  readonly queue: PackQueue
  readonly pools: readonly PoolRow[]
  /** True while nobody knows whether the label came out. */
  readonly isInDoubt: boolean
  /** null = this table has none. */
  readonly scale: ScaleView | null
}

/** The screen from plain values; the gallery draws it from samples. */
export function PackDrawing(props: PackDrawingProps) {
  const { state, queue, pools, isInDoubt, scale, shown, pad } = props
  const { t } = useTranslation()
  const now = packNow(state, { nextTote: queue.nextCode, isInDoubt })
  return (
    <WorkflowScreen
      station="pack"
      state={state.kind}
      title={t('screen.pack')}
      now={{
        ...now,
        text: t(`pack.${now.key}`),
        detail: <PackNowDetail state={state} scale={scale} />,
      }}
      shown={shown}
      progress={packProgress(state)}
      context={
        <>
          {scale && <ScaleLine scale={scale} />}
          {'plan' in state ? (
            <PackPanel state={state} />
          ) : (
            <PackQueuePanel queue={queue} pools={pools} />
          )}
        </>
      }
      commands={[...shownVerbs(state, { isInDoubt, hasScale: scale !== null }), 'UNDO']}
      pad={pad}
    />
  )
}
