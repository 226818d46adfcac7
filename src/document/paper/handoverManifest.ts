import { lineColumn, lineTable, rowNoColumn } from './lineTable.ts'
import { filledFacts, type PaperDocument } from './paperDocument.ts'
import type { PaperWords } from './paperWords.ts'

export interface ManifestParcel {
  readonly waybillNo: string
  readonly orderNo: string
  readonly weightG: number
  readonly packerName: string
}

export interface HandoverManifestFacts {
  readonly no: string
  readonly carrierName: string
  /** '' = not known by name; the badge then says who it was. */
  readonly courierName: string
  readonly courierBadgeNo: string
  readonly handedOverAt: string
  readonly operatorName: string
  readonly parcels: readonly ManifestParcel[]
  /** Stubs counted by hand; must equal the parcels. */
  readonly stubCount: number
}

/** The handover manifest (交接单): every parcel, the count against the stubs, two signatures. */
export function handoverManifest(facts: HandoverManifestFacts, words: PaperWords): PaperDocument {
  const own = words.handoverManifest
  const weightG = facts.parcels.reduce((sum, parcel) => sum + parcel.weightG, 0)
  return {
    kind: 'handoverManifest',
    title: own.title,
    no: facts.no,
    facts: filledFacts([
      [words.carrier, facts.carrierName],
      [own.courier, facts.courierName],
      [own.badge, facts.courierBadgeNo],
      [words.printed, facts.handedOverAt],
      [words.operator, facts.operatorName],
    ]),
    ...lineTable(facts.parcels, [
      rowNoColumn(words, 6),
      lineColumn([words.waybillNo, 30], (parcel) => parcel.waybillNo),
      lineColumn([words.order, 34], (parcel) => parcel.orderNo),
      lineColumn([own.packer, 15], (parcel) => parcel.packerName),
      lineColumn([own.weight, 15, 'right'], ({ weightG }) =>
        weightG > 0 ? kilograms(weightG) : '',
      ),
    ]),
    totals: [
      [own.count, String(facts.parcels.length)],
      [own.stubs, String(facts.stubCount)],
      ...(weightG > 0 ? [[own.weight, kilograms(weightG)] as const] : []),
    ],
    signatures: [own.signShop, own.signCourier],
    footNote: own.declaration,
    pageWords: words.page,
  }
}

function kilograms(weightG: number): string {
  return (weightG / 1000).toFixed(3)
}
