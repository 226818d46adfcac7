import { useTranslation } from 'react-i18next'
import { type PickQueue, readPickQueue } from '@/store/queries/picking/readPickQueue.ts'
import type { PictureView } from '@/store/queries/evidence/readPicture.ts'
import type { CommandVerb } from '@/domain/barcode/commandCode.ts'
import { emptyPlan, type PickingState } from '@/workflow/picking/pickPlan.ts'
import { useItemPicture } from '../../photo/useItemPicture.ts'
import { WorkflowScreen } from '../../workflow/WorkflowScreen.tsx'
import { useLive } from '../../workflow/useLive.ts'
import type { ScreenProps } from '../../workflow/useWorkflow.ts'
import { PickQueuePanel } from './PickQueuePanel.tsx'
import { PickStopPanel, stopOf } from './PickStopPanel.tsx'
import { PickWalkPanel } from './PickWalkPanel.tsx'
import { pickingNow } from './pickingNow.ts'
import './picking.css'

const EMPTY: PickQueue = { rows: [], count: 0 }

/** Picking into one tote or a cart of tote slots. */
export function PickingScreen({ view, shown, pad }: ScreenProps<PickingState>) {
  const queue = useLive(readPickQueue, EMPTY, [])
  const { state } = view
  const picture = useItemPicture(stopOf(state)?.skuId ?? '')
  return <PickingDrawing {...{ state, queue, picture, shown, pad }} />
}

/** The screen from plain values; the gallery draws it from samples. */
export function PickingDrawing(
  props: {
    state: PickingState
    queue: PickQueue
    /** Of the goods to take now; null = they have none. */
    picture: PictureView | null
  } & Omit<ScreenProps<PickingState>, 'view'>,
) {
  const { t } = useTranslation()
  const { state, queue, picture, shown, pad } = props
  const plan = 'plan' in state ? state.plan : emptyPlan
  const isWalk = plan.slots.length > 0
  return (
    <WorkflowScreen
      station="pick"
      state={state.kind}
      title={t('screen.pick')}
      now={{ ...pickingNow(t, state), detail: <PickStopPanel {...{ state, picture }} /> }}
      shown={shown}
      progress={isWalk ? { done: plan.done, total: plan.total } : undefined}
      context={isWalk ? <PickWalkPanel plan={plan} /> : <PickQueuePanel queue={queue} />}
      commands={commandsOf[state.kind]}
      commandNames={{ SHORT: t('term.shortPick') }}
      pad={pad}
    />
  )
}

const commandsOf: Readonly<Record<PickingState['kind'], readonly CommandVerb[]>> = {
  scanToteFirst: ['UNDO'],
  scanToteFor: ['SKIP', 'UNDO'],
  taking: [],
  scanItem: ['OK', 'SHORT', 'SKIP', 'PRINT', 'UNDO'],
  scanLot: ['OK', 'SHORT', 'UNDO'],
  scanTote: ['SHORT', 'UNDO'],
  saving: [],
  shorting: [],
  zeroCheck: ['SKIP', 'UNDO'],
  savingCount: [],
  intercepted: ['UNDO'],
  stopping: [],
}
