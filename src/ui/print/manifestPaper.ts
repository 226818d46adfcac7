import { type HandoverManifestFacts, handoverManifest } from '@/document/paper/handoverManifest.ts'
import type { PaperDocument } from '@/document/paper/paperDocument.ts'
import type { PaperWords } from '@/document/paper/paperWords.ts'
import type { ManifestView } from '@/store/queries/shipping/readManifest.ts'

/** What the paper says beyond the manifest's own rows; `atText` shows an instant to people. */
export interface PaperReading {
  readonly words: PaperWords
  readonly operatorName: string
  atText(atMs: number): string
}

/** The handover manifest as a paper for `documents.render`. Every parcel on it was scanned, so the stubs
 *  are as many. */
export function manifestPaper(view: ManifestView, reading: PaperReading): PaperDocument {
  const { no, carrierName, courierName, courierBadgeNo, closedAtMs, parcels } = view
  const facts: HandoverManifestFacts = {
    no,
    carrierName,
    courierName,
    courierBadgeNo,
    handedOverAt: reading.atText(closedAtMs),
    operatorName: reading.operatorName,
    parcels,
    stubCount: parcels.length,
  }
  return handoverManifest(facts, reading.words)
}

/** Name of the saved file. Example: `STO-20261102-1` -> `manifest-STO-20261102-1.pdf`. */
export const manifestFileName = (no: string): string => `manifest-${no}.pdf`
