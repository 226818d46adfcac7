import { badgeFields, cartonFields, manifestFields } from '@/document/labels/parcelFields.ts'
import { binFields, toteFields } from '@/document/labels/placeLabel.ts'
import { skuFields } from '@/document/labels/skuLabel.ts'
import type { TemplateFields } from '@/document/templates/fillTemplate.ts'
import { markWords } from '@/document/waybill/markWords.ts'
import { commandCodeOf, isCommandVerb } from '@/domain/barcode/commandCode.ts'
import type { PrintIntent } from '@/domain/record/outbound.ts'
import { specText } from '@/domain/record/specText.ts'
import type { ThingLabelKind } from '@/domain/stock/askPrints.ts'
import { readWaybillPrint } from '@/store/queries/packing/readPrints.ts'
import { readManifest } from '@/store/queries/shipping/readManifest.ts'
import { readBinLabel, readLotLabel, readSkuLabel } from '@/store/queries/stock/readLabels.ts'
import type { StationData } from '@/store/queries/stationData.ts'
import type { PrintedWords } from '../paper/readPaperWords.ts'
import { keyNameOf } from '../workflow/CommandRail.tsx'

/** A label whose values are read from the stored rows. */
export type ThingIntent = PrintIntent & { readonly kind: Exclude<ThingLabelKind, 'testLabel'> }

export interface ThingSource {
  readonly data: StationData
  readonly words: PrintedWords
  /** An instant as people read it. */
  atText(atMs: number): string
}

/** The values of one label; null = what it stands for is gone. */
export async function thingFields(
  intent: ThingIntent,
  source: ThingSource,
): Promise<TemplateFields | null> {
  const { no } = intent
  const { data, words } = source
  switch (intent.kind) {
    case 'goods':
    case 'lot':
      return fieldsOfSku(intent, source)
    case 'bin': {
      const bin = await readBinLabel(data, no)
      if (!bin) return null
      const { zone, weightLimitG } = bin
      return binFields({ code: no, zoneName: words.zone[zone], weightLimitG }, words.label)
    }
    case 'tote':
      return toteFields(no, words.label)
    case 'commands': {
      if (!isCommandVerb(no)) return null
      return { code: commandCodeOf(no), title: words.command[no], key: keyNameOf(no) ?? '' }
    }
    case 'carton':
      return fieldsOfCarton(no, source)
    case 'manifest':
      return fieldsOfManifest(no, source)
    case 'badge':
      return fieldsOfBadge(no, source)
  }
}

async function fieldsOfSku(
  intent: ThingIntent,
  { data, words }: ThingSource,
): Promise<TemplateFields | null> {
  const isLot = intent.kind === 'lot'
  const row = await (isLot ? readLotLabel(data, intent.no) : readSkuLabel(data, intent))
  if (!row) return null
  const { sku, barcode, lot, expiresOn, producedOn } = row
  const { id: skuCode, name } = sku
  const days = { lot, expiresOn, producedOn }
  return skuFields({ skuCode, name, specs: [specText(sku)], barcode, ...days }, words.label)
}

async function fieldsOfCarton(
  parcelId: string,
  { data, words }: ThingSource,
): Promise<TemplateFields | null> {
  const print = await readWaybillPrint(data, parcelId)
  if (!print) return null
  const { waybillNo, orderNo, carrier, packerName, cartonName, lines } = print
  const facts = {
    waybillNo,
    orderNo,
    carrierName: carrier.name,
    packerName,
    cartonName,
    weightG: print.expectedWeightG,
    lines,
    marks: markWords(print.marks, words.waybill),
  }
  return cartonFields(facts, words.label)
}

async function fieldsOfManifest(
  manifestId: string,
  { data, words, atText }: ThingSource,
): Promise<TemplateFields | null> {
  const view = await readManifest(data, manifestId)
  if (!view) return null
  const { no, carrierName, courierName, closedAtMs, parcels } = view
  const at = closedAtMs > 0 ? atText(closedAtMs) : ''
  return manifestFields(
    { no, carrierName, courierName, parcelCount: parcels.length, at },
    words.label,
  )
}

async function fieldsOfBadge(
  operatorId: string,
  { data, words }: ThingSource,
): Promise<TemplateFields | null> {
  const operator = await data.documents('operators').get(operatorId)
  if (!operator || operator.badge === '') return null
  const roles = operator.roles.map((role) => words.role[role])
  return badgeFields({ name: operator.name, roles, badge: operator.badge }, words.label)
}
