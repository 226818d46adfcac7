import { labelSheet, sheetTemplate } from '@/document/sheet/labelSheet.ts'
import { cellsOf } from '@/document/sheet/sheetGrid.ts'
import { fillTemplate } from '@/document/templates/fillTemplate.ts'
import { sheetPrinter } from './choosePrinter.ts'
import type { BookedSource, IntentLabel } from './labelSource.ts'
import type { LabelIntent, LabelPrinter } from './labelRequest.ts'
import { NO_SHEET_PRINTER } from './readmit.ts'
import { thingFields } from './thingFields.ts'

/** The sheets that are set up have less room than was asked for, or none for any template of the kind. */
const SHEET_UNFIT = 'DOC-096'

/** A sheet of labels for the office printer. */
export async function sheetOf(
  { data, words, book, atText }: BookedSource,
  intent: LabelIntent,
  printers: readonly LabelPrinter[],
): Promise<IntentLabel> {
  const { sheet } = intent
  if (!sheet) return { kind: 'gone' }
  const printer = sheetPrinter(printers)
  if (!printer?.sheet) return { kind: 'noPrinter', code: NO_SHEET_PRINTER }
  const grid = printer.sheet
  const ofKind = book.filter(({ kind }) => kind === sheet.kind)
  const template = sheetTemplate(ofKind, grid)
  const last = sheet.firstCell + sheet.nos.length - 1
  if (!template || last > cellsOf(grid)) return { kind: 'noPrinter', code: SHEET_UNFIT }
  const source = { data, words: words(), atText }
  const fields = await Promise.all(
    sheet.nos.map((no) => thingFields({ ...intent, kind: sheet.kind, no }, source)),
  )
  // What is gone meanwhile leaves no hole: the sheet goes in again from where it ends.
  const labels = fields.flatMap((each) => (each ? [fillTemplate(template, each, printer)] : []))
  if (labels.length === 0) return { kind: 'gone' }
  const label = labelSheet(labels, { grid, firstCell: sheet.firstCell }, printer)
  return { kind: 'label', label, printer }
}
