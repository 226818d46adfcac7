import { useTranslation } from 'react-i18next'
import { type PoolRow, readPools } from '@/store/queries/carrier/readPools.ts'
import {
  EMPTY_PACK_QUEUE,
  type PackQueue,
  readPackQueue,
} from '@/store/queries/packing/readPackQueue.ts'
import type { PackingState } from '@/workflow/packing/packingState.ts'
import { useLive } from '../../workflow/useLive.ts'
import type { ScreenProps } from '../../workflow/useWorkflow.ts'
import { WorkflowScreen } from '../../workflow/WorkflowScreen.tsx'
import { PackNowDetail } from './PackNowDetail.tsx'
import { PackPanel } from './PackPanel.tsx'
import { PackQueuePanel } from './PackQueuePanel.tsx'
import { packNow, packProgress, packVerbs } from './packNow.ts'

const NO_POOLS: PoolRow[] = []

/** Packing: tote or order, items, printed waybill. */
export function PackScreen(props: ScreenProps<PackingState>) {
  const { state } = props.view
  return state.kind === 'scanTote' ? (
    <WaitingPack {...props} />
  ) : (
    <PackDrawing {...props} state={state} queue={EMPTY_PACK_QUEUE} pools={NO_POOLS} />
  )
}

/** Mounted anew for each order, so that the queue never names the order that was just packed. */
function WaitingPack(props: ScreenProps<PackingState>) {
  const queue = useLive(readPackQueue, EMPTY_PACK_QUEUE, [])
  const pools = useLive(readPools, NO_POOLS, [])
  return <PackDrawing {...props} state={props.view.state} queue={queue} pools={pools} />
}

export interface PackDrawingProps extends Omit<ScreenProps<PackingState>, 'view'> {
  readonly state: PackingState
  readonly queue: PackQueue
  readonly pools: readonly PoolRow[]
}

/** The screen from plain values; the gallery draws it from samples. */
export function PackDrawing({ state, queue, pools, shown, pad }: PackDrawingProps) {
  const { t } = useTranslation()
  const now = packNow(state, queue.nextCode)
  return (
    <WorkflowScreen
      station="pack"
      state={state.kind}
      title={t('screen.pack')}
      now={{ ...now, text: t(`pack.${now.key}`), detail: <PackNowDetail state={state} /> }}
      shown={shown}
      progress={packProgress(state)}
      context={
        'plan' in state ? (
          <PackPanel state={state} />
        ) : (
          <PackQueuePanel queue={queue} pools={pools} />
        )
      }
      commands={[...packVerbs[state.kind], 'UNDO']}
      pad={pad}
    />
  )
}
