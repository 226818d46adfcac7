import type { PrintIntent } from '@/domain/record/outbound.ts'
import { choosePrinter, receiptPrinter, sheetPrinter } from './choosePrinter.ts'
import { isPaperKind, type LabelPrinter } from './labelRequest.ts'

/** No printer has the paper of this label. */
export const NO_PAPER = 'PRN-035'
/** The platform's print component is not set up here. */
export const NO_COMPONENT = 'PRN-085'
/** No office printer with sheets of labels is set up. */
export const NO_SHEET_PRINTER = 'DOC-094'
/** No printer is kept for receipts. */
export const NO_RECEIPT_PRINTER = 'DOC-095'

/** Labels set aside for want of paper or of a component that a printer has by now: their ids. */
export function readmit(
  setAside: readonly PrintIntent[],
  printers: readonly LabelPrinter[],
): string[] {
  return setAside.filter((intent) => hasPrinter(intent, printers)).map(({ id }) => id)
}

function hasPrinter({ kind, why }: PrintIntent, printers: readonly LabelPrinter[]): boolean {
  if (why?.code === NO_COMPONENT)
    return printers.some(({ platform }) => platform === why.params['platform'])
  if (why?.code === NO_SHEET_PRINTER) return sheetPrinter(printers) !== null
  if (why?.code === NO_RECEIPT_PRINTER) return receiptPrinter(printers) !== null
  if (why?.code !== NO_PAPER || isPaperKind(kind)) return false
  const paper = { widthMm: Number(why.params['widthMm']), heightMm: Number(why.params['heightMm']) }
  return choosePrinter(printers, { kind, paper }) !== null
}
