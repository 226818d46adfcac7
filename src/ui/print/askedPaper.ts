import type { PaperDocument } from '@/document/paper/paperDocument.ts'
import { pickList } from '@/document/paper/pickList.ts'
import type { PaperKind } from '@/domain/record/outbound.ts'
import { readWaybillPrint } from '@/store/queries/packing/readPrints.ts'
import { readPickList } from '@/store/queries/picking/readPickList.ts'
import { readPickedFrom } from '@/store/queries/picking/readPickedFrom.ts'
import { readManifest } from '@/store/queries/shipping/readManifest.ts'
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

/** The pick list of a walk, a slip of a parcel or the manifest of a handover; null = that is gone. */
export async function askedPaper(
  data: StationData,
  { kind, no }: { readonly kind: PaperKind; readonly no: string },
  reading: AskedPaperReading,
): Promise<AskedPaper | null> {
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
