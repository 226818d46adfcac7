import { cellsOf } from '@/document/sheet/sheetGrid.ts'
import { type BinScope, binScopeText } from '@/domain/stock/binScope.ts'
import { readScopeBins, SCOPE_BINS_MAX } from '@/store/queries/stock/readCountSheet.ts'
import type { StationData } from '@/store/queries/stationData.ts'
import { type StockPaper, stockPapers } from '@/workflow/stock/stockPapers.ts'
import type { SheetPlan, ShownStock, StockEvent, StockState } from '@/workflow/stock/stockState.ts'
import { refused } from '@/workflow/workflow.ts'
import { receiptPrinter, sheetPrinter } from '../../print/choosePrinter.ts'
import type { LabelPrinter } from '../../print/labelRequest.ts'
import { NO_RECEIPT_PRINTER, NO_SHEET_PRINTER } from '../../print/readmit.ts'
import { type Answer, answer } from '../../workflow/job.ts'

export interface StockPorts {
  readonly data: StationData
  /** The printers of this station, as far as the host has told them. */
  printers(): readonly LabelPrinter[]
}

/** The paper of a typed number. DOC-092 no such number, -093 more bins than one act takes, -094 no office
 *  printer for sheets of labels, -095 no receipt printer. */
export async function toPapers(
  state: StockState,
  no: number,
  ports: StockPorts & { readonly after: number },
): Promise<StockEvent | Answer> {
  const papers = isShown(state) ? stockPapers(state) : []
  const paper = papers[no - ports.after - 1]
  if (papers.length === 0) return answer(refused('STK-003'))
  if (!paper) return answer(refused('DOC-092', { no, count: papers.length + ports.after }))
  return ask(paper, ports)
}

async function ask(paper: StockPaper, ports: StockPorts): Promise<StockEvent | Answer> {
  switch (paper.kind) {
    case 'countSheet': {
      const codes = await binsOf(paper.scope, ports)
      if ('kind' in codes) return codes
      return asked('countSheet', binScopeText(paper.scope))
    }
    case 'packReceipt':
      return receiptPrinter(ports.printers())
        ? asked('packReceipt', paper.parcelId)
        : answer(refused(NO_RECEIPT_PRINTER))
    case 'binSheet': {
      const codes = await binsOf(paper.scope, ports)
      if ('kind' in codes) return codes
      return onSheet({ kind: 'bin', nos: codes, fills: false }, ports)
    }
    case 'goodsSheet':
      return onSheet({ kind: 'goods', nos: [paper.skuId], fills: true }, ports)
    case 'toteSheet':
      return onSheet({ kind: 'tote', nos: [paper.code], fills: true }, ports)
  }
}

const asked = (kind: 'countSheet' | 'packReceipt', no: string): StockEvent => ({
  kind: 'papersAsked',
  prints: [{ kind, no }],
})

async function binsOf(scope: BinScope, { data }: StockPorts): Promise<readonly string[] | Answer> {
  const bins = await readScopeBins(data, scope)
  return bins.length > SCOPE_BINS_MAX
    ? answer(refused('DOC-093', { max: SCOPE_BINS_MAX }))
    : bins.map(({ code }) => code)
}

function onSheet(plan: SheetPlan, { printers }: StockPorts): StockEvent | Answer {
  const sheet = sheetPrinter(printers())?.sheet
  if (!sheet) return answer(refused(NO_SHEET_PRINTER))
  const cells = cellsOf(sheet)
  if (!plan.fills) return { kind: 'sheetAsked', plan, cells }
  const [first = ''] = plan.nos
  const nos = plan.kind === 'tote' ? nextCodes(first, cells) : Array(cells).fill(first)
  return { kind: 'sheetAsked', plan: { ...plan, nos }, cells }
}

/** PRINT where only an office printer takes labels of this kind: one label on a sheet; null = a label
 *  printer takes it, or it is no label for sheets. */
export function printOnSheet(state: StockState, ports: StockPorts): StockEvent | null {
  const thing = isShown(state) ? sheetThing(state) : null
  if (!thing) return null
  const takesLabels = ports
    .printers()
    .some(
      ({ platform, sheet, kinds }) => !platform && !sheet && kinds?.includes(thing.kind) !== false,
    )
  if (takesLabels) return null
  const event = onSheet({ kind: thing.kind, nos: [thing.no], fills: false }, ports)
  return event.kind === 'answer' ? null : event
}

function sheetThing(shown: ShownStock): { kind: SheetPlan['kind']; no: string } | null {
  if (shown.kind === 'placeShown') return { kind: shown.place, no: shown.code }
  if (shown.kind !== 'skuShown' || shown.lotId !== undefined) return null
  return { kind: 'goods', no: shown.skuId }
}

export const isShown = (state: StockState): state is ShownStock =>
  state.kind !== 'printing' && state.kind !== 'firstCell' && state.kind !== 'confirmCodes'

/** Codes counted on from one. Example: T-0009, 3 -> T-0009, T-0010, T-0011; without a number: itself. */
export function nextCodes(code: string, count: number): string[] {
  const [, head = '', digits = ''] = /^(.*?)(\d+)$/.exec(code) ?? []
  if (digits === '') return [code]
  return Array.from({ length: count }, (_, i) => {
    return head + String(Number(digits) + i).padStart(digits.length, '0')
  })
}
