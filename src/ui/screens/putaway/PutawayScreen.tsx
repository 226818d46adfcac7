import { useTranslation } from 'react-i18next'
import type { CommandVerb } from '@/domain/barcode/commandCode.ts'
import { NO_STAGED, type StagedView, readStaged } from '@/store/queries/putaway/readStaged.ts'
import type { PutawayState } from '@/workflow/putaway/putawayWorkflow.ts'
import { ChoiceList } from '../../workflow/ChoiceList.tsx'
import { WorkflowScreen } from '../../workflow/WorkflowScreen.tsx'
import { useLive } from '../../workflow/useLive.ts'
import type { ScreenProps } from '../../workflow/useWorkflow.ts'
import { BinChoices } from './BinChoices.tsx'
import { LoadInHand } from './LoadInHand.tsx'
import { OtherBinReasons } from './OtherBinReasons.tsx'
import { StagedList } from './StagedList.tsx'
import { putawayVerbs } from './putawayVerbs.ts'

/** Put-away: the item or the tote, then the bin. */
export function PutawayScreen(props: ScreenProps<PutawayState>) {
  const staged = useLive(readStaged, NO_STAGED, [])
  return <PutawayDrawing {...props} staged={staged} />
}

export interface PutawayDrawingProps extends ScreenProps<PutawayState> {
  readonly staged: StagedView
}

/** The screen from plain values; the gallery draws it from samples. */
export function PutawayDrawing({ view, shown, pad, staged }: PutawayDrawingProps) {
  const { t } = useTranslation()
  const { state, choice } = view
  const commands: CommandVerb[] = [...putawayVerbs(state), 'UNDO']
  const hasLoad = state.kind !== 'scanItem'
  const context = hasLoad ? <BinChoices state={state} /> : <StagedList staged={staged} />
  return (
    <WorkflowScreen
      station="putaway"
      state={state.kind}
      title={t('screen.putaway')}
      now={{
        text: t(`putaway.now.${wordsFor(state)}`),
        code: codeAskedFor(state),
        detail: <Detail state={state} />,
      }}
      shown={shown}
      progress={staged.total > 0 ? { done: staged.done, total: staged.total } : undefined}
      context={choice.length > 0 ? <ChoiceList choice={choice} /> : context}
      commands={commands}
      pad={pad}
    />
  )
}

function Detail({ state }: { state: PutawayState }) {
  switch (state.kind) {
    case 'scanItem':
      return null
    case 'confirmBin':
      return <OtherBinReasons />
    default:
      return <LoadInHand load={state.load} />
  }
}

/** Where no bin takes the load whole, no bin is named: the person finds one. */
function wordsFor(state: PutawayState): PutawayState['kind'] | 'findBin' {
  return state.kind === 'scanBin' && state.load.suggestions.length === 0 ? 'findBin' : state.kind
}

/** The bin to scan now, where it is one. */
function codeAskedFor(state: PutawayState): string | undefined {
  switch (state.kind) {
    case 'scanBin':
      return state.load.suggestions[0]?.code
    case 'confirmBin':
      return state.code
    default:
      return undefined
  }
}
