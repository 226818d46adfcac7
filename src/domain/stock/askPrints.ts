import type { PaperKind, PrintIntent, SheetOrder } from '../record/outbound.ts'
import type { Act } from './act.ts'
import { type Decision, accept, put, reject } from './decision.ts'

/** What a person may have printed at any time; waybills come with their parcels. */
export type AskedKind = Exclude<PrintIntent['kind'], 'waybill'>

/** Labels that stand on things of the warehouse. */
export type ThingLabelKind = Exclude<AskedKind, PaperKind | 'labelSheet' | 'packReceipt'>

/** `no`: a SKU, the code of a bin or tote, the verb of a command code, the walk of a pick list, the
 *  parcel of a slip, receipt or carton, the bins of a count sheet, the id of a lot, an operator, a manifest
 *  (label or paper) or a template, as `kind` says. */
export interface AskedPrint {
  readonly kind: AskedKind
  readonly no: string
  /** Only of `labelSheet`; `no` then is its name on the screen. */
  readonly sheet?: SheetOrder
}

export interface AskPrintsArgs {
  readonly prints: readonly AskedPrint[]
}

/** Prints of one act: a whole sheet of command codes, no whole warehouse. */
export const PRINTS_OF_ACT_MAX = 60

/** Asks for labels and papers. A command never prints: the intents are committed and done in order. Each
 *  act is a print of its own, for a thing may need many labels. */
export function askPrints(
  _facts: null,
  { prints }: AskPrintsArgs,
  act: Act,
): Decision<'print.tooMany'> {
  if (prints.length > PRINTS_OF_ACT_MAX) return reject('print.tooMany', { max: PRINTS_OF_ACT_MAX })
  const puts = prints.map(({ kind, no, sheet }, i) =>
    put('printIntents', {
      id: `${act.id}#${String(i).padStart(2, '0')}`,
      kind,
      no,
      revision: 1,
      reason: '',
      state: 'queued',
      docRef: '',
      ...(sheet ? { sheet } : {}),
      atMs: act.atMs,
    }),
  )
  return accept([], puts, { count: prints.length })
}
