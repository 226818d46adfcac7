import type { CommandVerb } from '@/domain/barcode/commandCode.ts'
import type { PutawayState } from '@/workflow/putaway/putawayWorkflow.ts'

/** Verbs that mean something now. */
export const putawayVerbs = (state: PutawayState): readonly CommandVerb[] =>
  state.kind === 'scanBin' || state.kind === 'confirmBin' ? ['BACK'] : []
