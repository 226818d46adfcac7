import type { PrintIntent } from '@/domain/record/outbound.ts'
import { type JudgePrintArgs, judgePrint } from '@/domain/printing/judgePrint.ts'
import { type RecordPrintArgs, recordPrint } from '@/domain/printing/recordPrint.ts'
import { type ReprintFacts, type ReprintPrintArgs, reprint } from '@/domain/printing/reprint.ts'
import {
  type RestoreTemplateArgs,
  type SaveTemplateArgs,
  restoreTemplate,
  saveTemplate,
} from '@/domain/printing/saveTemplate.ts'
import {
  type HoldPrinterArgs,
  type MoveWaitingArgs,
  steerPrinter,
} from '@/domain/printing/steerPrinter.ts'
import { handler } from '../command.ts'
import type { LedgerReader } from '../ports/ledger.ts'

/** Prints of one number, reprints counted. */
export const PRINTS_OF_NO_MAX = 100

export const printingCommands = {
  'printing.recordPrint': handler({
    version: 1,
    async facts(reader, args: RecordPrintArgs) {
      return { intent: (await reader.get('printIntents', args.intentId)) ?? null }
    },
    decide: recordPrint,
  }),
  'printing.judgePrint': handler({
    version: 1,
    facts: (reader, args: JudgePrintArgs) => loadReprint(reader, args.intentId),
    decide: judgePrint,
  }),
  'printing.reprint': handler({
    version: 1,
    facts: (reader, args: ReprintPrintArgs) => loadReprint(reader, args.intentId),
    decide: reprint,
  }),
  'printing.holdPrinter': handler({
    version: 1,
    facts: async (_reader, _args: HoldPrinterArgs) => null,
    decide: steerPrinter,
  }),
  'printing.moveWaiting': handler({
    version: 1,
    facts: async (_reader, _args: MoveWaitingArgs) => null,
    decide: steerPrinter,
  }),
  'printing.saveTemplate': handler({
    version: 1,
    facts: async (_reader, _args: SaveTemplateArgs) => null,
    decide: saveTemplate,
  }),
  'printing.restoreTemplate': handler({
    version: 1,
    facts: async (_reader, _args: RestoreTemplateArgs) => null,
    decide: restoreTemplate,
  }),
}

async function loadReprint(reader: LedgerReader, intentId: string): Promise<ReprintFacts> {
  const intent = (await reader.get('printIntents', intentId)) ?? null
  if (!intent) return { intent, parcel: null, intents: [] }
  const isWaybill = intent.kind === 'waybill'
  const parcel = isWaybill ? ((await reader.get('parcels', intent.docRef)) ?? null) : null
  return { intent, parcel, intents: await loadPrintsOf(reader, intent.no) }
}

/** Every print of a number. */
export function loadPrintsOf(reader: LedgerReader, no: string): Promise<PrintIntent[]> {
  return reader.list('printIntents', { index: 'no', equals: no, limit: PRINTS_OF_NO_MAX })
}
