import type { PaperDocument } from '@/document/paper/paperDocument.ts'
import { countSheet } from '@/document/paper/countSheet.ts'
import { pickList } from '@/document/paper/pickList.ts'
import type { PaperKind } from '@/domain/record/outbound.ts'
import { type BinScope, parseBinScope } from '@/domain/stock/binScope.ts'
import { countSheetNo } from '@/domain/stock/countSheetNo.ts'
import { readWaybillPrint } from '@/store/queries/packing/readPrints.ts'
import { readPickList } from '@/store/queries/picking/readPickList.ts'
import { readPickedFrom } from '@/store/queries/picking/readPickedFrom.ts'
import { readManifest } from '@/store/queries/shipping/readManifest.ts'
import { readCountSheet } from '@/store/queries/stock/readCountSheet.ts'
import type { StationData } from '@/store/queries/stationData.ts'
import type { PrintedWords } from '../paper/readPaperWords.ts'
import { manifestFileName, manifestPaper } from './manifestPaper.ts'
import { outboundSlipPaper, packSlipPaper } from './slipPapers.ts'

/** What papers say beyond the stored rows. */
export interface AskedPaperReading {
  readonly words: PrintedWords
  readonly operatorName: string
  readonly nowMs: number
  atText(atMs: number): string
}

/** A paper that a person asked for, and the name of its file. */
export interface AskedPaper {
  readonly name: string
  readonly paper: PaperDocument
}

/** What a person asked for: `id` and `atMs` of the print make a number where the thing has none. */
export interface AskedIntent {
  readonly kind: PaperKind
  readonly no: string
  readonly id: string
  readonly atMs: number
}

/** The pick list of a walk, a slip of a parcel, the manifest of a handover, a sheet to count by; null = what
 *  it is about is gone. */
export async function askedPaper(
  data: StationData,
  asked: AskedIntent,
  reading: AskedPaperReading,
): Promise<AskedPaper | null> {
  const { kind, no } = asked
  switch (kind) {
    case 'pickList':
      return pickListPaper(data, no, reading)
    case 'packSlip':
    case 'outboundSlip':
      return slipPaper(data, { kind, no }, reading)
    case 'handoverManifest': {
      const view = await readManifest(data, no)
      const { words, operatorName, atText } = reading
      const paper = view && manifestPaper(view, { words: words.sheet, operatorName, atText })
      return paper && { name: manifestFileName(no), paper }
    }
    case 'countSheet':
      return countSheetPaper(data, asked, reading)
  }
}

async function pickListPaper(
  data: StationData,
  taskId: string,
  { words, operatorName, nowMs, atText }: AskedPaperReading,
): Promise<AskedPaper | null> {
  const { no, rows } = await readPickList(data, taskId)
  if (rows.length === 0) return null
  const lines = rows.map(({ bin: binCode, skuId: skuCode, name, spec, lot, qty, slot }) => {
    return { binCode, skuCode, name, spec, lot, qty, slot: String(slot) }
  })
  const orderCount = new Set(rows.map((row) => row.slot)).size
  const facts = { no, orderCount, operatorName, printedAt: atText(nowMs), lines }
  return { name: `pick-list-${no}.pdf`, paper: pickList(facts, words.sheet) }
}

async function slipPaper(
  data: StationData,
  { kind, no }: { readonly kind: 'packSlip' | 'outboundSlip'; readonly no: string },
  { words, operatorName, nowMs, atText }: AskedPaperReading,
): Promise<AskedPaper | null> {
  const print = await readWaybillPrint(data, no)
  if (!print) return null
  const sheet = { words: words.sheet, operatorName, atText }
  if (kind === 'packSlip')
    return {
      name: `packing-slip-${print.waybillNo}.pdf`,
      paper: packSlipPaper(print, nowMs, sheet),
    }
  const picked = await readPickedFrom(data, print.orderId)
  const fromOf = (skuCode: string, lot: string) => {
    const from = picked.get(`${skuCode}|${lot}`)
    const zone = from?.zone ?? ''
    return { zoneName: zone === '' ? '' : words.zone[zone], binCode: from?.binCode ?? '' }
  }
  const paper = outboundSlipPaper(print, fromOf, { ...sheet, printedAtMs: nowMs })
  return { name: `outbound-slip-${print.waybillNo}.pdf`, paper }
}

async function countSheetPaper(
  data: StationData,
  asked: AskedIntent,
  { words, operatorName, nowMs, atText }: AskedPaperReading,
): Promise<AskedPaper | null> {
  const scope = parseBinScope(asked.no)
  const bins = scope ? await readCountSheet(data, scope) : []
  if (!scope || bins.length === 0) return null
  const no = countSheetNo(asked)
  const facts = {
    no,
    scope: scopeText(scope, words),
    operatorName,
    printedAt: atText(nowMs),
    bins: bins.map(({ code, rows }) => ({
      code,
      lines: rows.map(({ state, ...row }) => ({
        ...row,
        stateName: state === 'available' ? '' : words.stockState[state],
      })),
    })),
  }
  return { name: `count-sheet-${no}.pdf`, paper: countSheet(facts, words.sheet) }
}

/** Example: 库区 存储区. */
function scopeText(scope: BinScope, { sheet, zone }: PrintedWords): string {
  const own = sheet.countSheet
  switch (scope.kind) {
    case 'bin':
      return own.bin.replace('{of}', scope.of)
    case 'corridor':
      return own.corridor.replace('{of}', scope.of)
    case 'zone':
      return own.zone.replace('{of}', zone[scope.of])
  }
}
