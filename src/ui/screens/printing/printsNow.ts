import type { CommandVerb } from '@/domain/barcode/commandCode.ts'
import { isPaperKind } from '../../print/labelRequest.ts'
import type { HostJob } from '../../print/matchPrints.ts'
import type { PrintIntent, PrintIntentState } from '@/domain/record/outbound.ts'
import { type PrintsState, printVerbs } from '@/workflow/printing/printsWorkflow.ts'

/** How a print stands, in one word: `prints.state.<word>`. */
export type PrintStand = Exclude<PrintIntentState, 'accepted'> | 'sending' | 'sent' | 'filed'

/** What the station knows, and for a label that the host has, what the host knows. */
export function standOf({ kind, state }: PrintIntent, job: HostJob | undefined): PrintStand {
  if (state !== 'accepted') return state
  if (isPaperKind(kind)) return 'filed'
  return job?.state === 'queued' || job?.state === 'sending' ? job.state : 'sent'
}

/** The print that is looked at, else the first in doubt; null = none. */
export function meantOf(state: PrintsState, rows: readonly PrintIntent[]): PrintIntent | null {
  if (state.kind !== 'list') return rows.find(({ id }) => id === state.print.id) ?? null
  return rows[0]?.state === 'unknown' ? rows[0] : null
}

/** Commands that mean something now. */
export function printsVerbs(state: PrintsState, print: PrintIntent | null): CommandVerb[] {
  switch (state.kind) {
    case 'list':
      return print ? ['YES', 'NO'] : []
    case 'shown':
      return [...(print ? printVerbs(print) : []), 'BACK']
    case 'reason':
      return ['NO']
    case 'saving':
      return []
  }
}
