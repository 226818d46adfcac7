import type { ComponentPlatform } from '@/domain/record/printData.ts'
import type { LabelKind, LabelPrinter } from './labelRequest.ts'

export interface PaperSize {
  readonly widthMm: number
  readonly heightMm: number
}

export interface WantedPaper {
  readonly kind: LabelKind
  readonly paper: PaperSize
}

/** Paper is cut to a millimetre; the driver's size may differ by as much. */
const PAPER_TOLERANCE_MM = 1
/** The smallest paper a waybill is drawn on; on anything larger its own area grows. */
const WAYBILL_PAPER_LEAST: PaperSize = { widthMm: 76, heightMm: 130 }

/** The printer a label goes to, null where none has its paper. Printers that name the kind and have paper
 *  for it come before those that name none; then the paper itself before other waybill paper, before a printer whose paper is
 *  not said; then the default printer; then the order of the settings. Always the same answer, so that the
 *  labels of one kind keep their order. */
export function choosePrinter(
  printers: readonly LabelPrinter[],
  wanted: WantedPaper,
): LabelPrinter | null {
  const ours = printers.filter(({ platform, sheet }) => !platform && !sheet)
  const named = ours.filter(({ kinds }) => kinds?.includes(wanted.kind))
  const open = ours.filter(({ kinds }) => kinds === undefined)
  return bestOf(named, wanted) ?? bestOf(open, wanted)
}

function bestOf(printers: readonly LabelPrinter[], wanted: WantedPaper): LabelPrinter | null {
  let best: LabelPrinter | null = null
  let bestRank = Number.POSITIVE_INFINITY
  for (const printer of printers) {
    const rank = rankOf(printer, wanted)
    if (rank >= bestRank) continue
    best = printer
    bestRank = rank
  }
  return best
}

/** The office printer for A4 sheets of labels, the default one first; null where none is set up. */
export function sheetPrinter(printers: readonly LabelPrinter[]): LabelPrinter | null {
  return defaultFirst(printers.filter(({ sheet }) => sheet !== undefined))
}

/** The printer kept for packing receipts: a roll takes nothing that it was not kept for; null where none
 *  is set up. */
export function receiptPrinter(printers: readonly LabelPrinter[]): LabelPrinter | null {
  return defaultFirst(printers.filter(({ kinds }) => kinds?.includes('packReceipt')))
}

const defaultFirst = (printers: readonly LabelPrinter[]): LabelPrinter | null =>
  printers.find(({ isDefault }) => isDefault) ?? printers[0] ?? null

/** The print component of a platform, the default one before the others; null where none is set up. */
export function chooseComponent(
  printers: readonly LabelPrinter[],
  platform: ComponentPlatform,
): LabelPrinter | null {
  return defaultFirst(printers.filter((printer) => printer.platform === platform))
}

function rankOf({ paper, isDefault }: LabelPrinter, wanted: WantedPaper): number {
  const fit = fitOf(paper, wanted)
  return fit === null ? Number.POSITIVE_INFINITY : 2 * fit + (isDefault ? 0 : 1)
}

/** 0 the very paper, 1 other paper that a waybill may be drawn on, 2 not said; null = it does not fit. */
function fitOf(paper: PaperSize | undefined, { kind, paper: wanted }: WantedPaper): number | null {
  if (!paper) return 2
  if (isSamePaper(paper, wanted)) return 0
  const isWaybillPaper =
    paper.widthMm >= WAYBILL_PAPER_LEAST.widthMm - PAPER_TOLERANCE_MM &&
    paper.heightMm >= WAYBILL_PAPER_LEAST.heightMm - PAPER_TOLERANCE_MM
  return kind === 'waybill' && isWaybillPaper ? 1 : null
}

/** Cut to a millimetre; false where the paper is not known. */
export const isSamePaper = (paper: PaperSize | undefined, wanted: PaperSize): boolean =>
  paper !== undefined &&
  isNear(paper.widthMm, wanted.widthMm) &&
  isNear(paper.heightMm, wanted.heightMm)

const isNear = (mm: number, wantedMm: number): boolean =>
  Math.abs(mm - wantedMm) <= PAPER_TOLERANCE_MM
