import type { SkuId } from './place.ts'

/** Kinds of documents a photo may belong to; `sku` = it is the picture of the goods themselves. */
export type EvidenceKind = 'purchaseOrder' | 'receipt' | 'parcel' | 'returnIntake' | 'sku'

/** What a photo shows: a document, and where it is about one line of it, its goods. */
export interface EvidenceSubject {
  readonly docKind: EvidenceKind
  readonly docId: string
  /** '' = the document as a whole. */
  readonly skuId: SkuId | ''
  readonly lot: string
  /** What was found of the goods: `damaged`, `wrongItem` …; '' = nothing said. */
  readonly finding: string
}

/** A stored photo without its bytes: what commands and the outbox carry of it. */
export interface PhotoFacts {
  /** SHA-256 of the bytes, 64 hex digits: the same picture is kept once. */
  readonly photoId: string
  /** `image/webp` or `image/jpeg`. */
  readonly type: string
  readonly widthPx: number
  readonly heightPx: number
  readonly byteCount: number
}

/** One photo linked to what it shows. `id` = the command that linked it, so rows sort by their moment. */
export interface Evidence extends EvidenceSubject, PhotoFacts {
  readonly id: string
  readonly operatorId: string
  readonly atMs: number
  readonly rev?: string
}
