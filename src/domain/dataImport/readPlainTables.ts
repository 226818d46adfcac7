import type { Steps } from '@/kernel/steps.ts'
import type { Catalogue } from './catalogue.ts'
import type {
  BinDraft,
  CarrierDraft,
  OpeningStockDraft,
  SupplierDraft,
  SupplyDraft,
  WaybillDraft,
} from './drafts.ts'
import type { DecisionIndex } from './finding.ts'
import { findDifference } from './findDifference.ts'
import type { TableMatch } from './profile.ts'
import { readRows } from './readRows.ts'
import { findProvince } from './regions.ts'
import type { RowReader } from './rowReader.ts'
import type { TableFile } from './tableFile.ts'
import { closeReading, type TableReading } from './tableReading.ts'

/** A table whose rows stand for themselves: how a row becomes a draft, and which of its fields is unique. */
export interface PlainTable<Draft> {
  readonly key: (draft: Draft) => string | null
  readonly read: (reader: RowReader, catalogue: Catalogue) => Draft
}

export interface PlainSource {
  readonly table: TableFile
  readonly match: TableMatch
  readonly decisions: DecisionIndex
  readonly catalogue: Catalogue
}

/** Reads a table row by row; rows that repeat a key are told. */
export function* readPlain<Draft>(
  source: PlainSource,
  plain: PlainTable<Draft>,
): Steps<TableReading<Draft>> {
  const rows = yield* readRows(source.table, source.match, source.decisions)
  const drafts: Draft[] = []
  const placeOf = new Map<string, { reader: RowReader; at: number }>()
  for (const reader of rows.readers) {
    yield
    if (!reader.is('in')) continue
    const draft = plain.read(reader, source.catalogue)
    const key = plain.key(draft)
    const same = key === null ? undefined : placeOf.get(key)
    if (same) tellRepeat(source.match, same.reader, reader)
    if (!reader.is('in')) continue
    if (same) drafts[same.at] = draft
    else {
      if (key !== null) placeOf.set(key, { reader, at: drafts.length })
      drafts.push(draft)
    }
  }
  return yield* closeReading(rows, drafts)
}

function tellRepeat(match: TableMatch, first: RowReader, later: RowReader): void {
  const firstRow = first.row
  const field = findDifference(match.profile, first, later)
  const params = { firstRow }
  if (field === null)
    later.fault(null, { code: 'duplicateRow', level: 'skip', params }, { firstRow })
  else later.fault(field, { code: 'duplicateKey', level: 'ask', params }, { firstRow })
}

/** Reads a table of suppliers; the code is unique. */
export function readSuppliers(source: PlainSource): Steps<TableReading<SupplierDraft>> {
  return readPlain<SupplierDraft>(source, {
    key: (draft) => draft.supplierCode,
    read: (reader) => ({
      row: reader.row,
      supplierCode: reader.text('supplierCode'),
      name: reader.text('name'),
      contact: reader.text('contact'),
      phone: reader.text('phone'),
      address: reader.text('address'),
      creditDays: reader.number('creditDays'),
      leadDays: reader.number('leadDays'),
      inspectionLevel: reader.text('inspectionLevel'),
      aql: reader.number('aql'),
      note: reader.text('note'),
    }),
  })
}

/** Reads a table of bins; the bin code is unique. */
export function readBins(source: PlainSource): Steps<TableReading<BinDraft>> {
  return readPlain<BinDraft>(source, {
    key: (draft) => draft.binCode,
    read: (reader) => ({
      row: reader.row,
      zoneKind: reader.text('zone'),
      binCode: reader.text('binCode'),
      corridor: reader.text('corridor'),
      rack: reader.text('rack'),
      level: reader.number('level'),
      position: reader.number('position'),
      lengthMm: reader.number('lengthMm'),
      widthMm: reader.number('widthMm'),
      heightMm: reader.number('heightMm'),
      weightLimitG: reader.number('weightLimitG'),
    }),
  })
}

/** Reads opening stock. A SKU or bin that is not known is asked about, once the catalogue knows any. */
export function readOpeningStock(source: PlainSource): Steps<TableReading<OpeningStockDraft>> {
  return readPlain<OpeningStockDraft>(source, {
    key: () => null,
    read: (reader, catalogue) => {
      const draft: OpeningStockDraft = {
        row: reader.row,
        binCode: reader.text('binCode'),
        skuCode: reader.text('skuCode'),
        lotNo: reader.text('lotNo') || null,
        producedOn: reader.text('producedOn') || null,
        expiresOn: reader.text('expiresOn') || null,
        stockState: reader.text('stockState') || 'available',
        qty: reader.number('qty') ?? 0,
      }
      if (draft.binCode !== '' && !catalogue.hasBin(draft.binCode))
        reader.fault('binCode', { code: 'unknownBin', level: 'ask' })
      if (draft.skuCode !== '' && !catalogue.sku(draft.skuCode))
        reader.fault('skuCode', { code: 'unknownSku', level: 'ask' })
      return draft
    },
  })
}

/** Reads a table of carriers; our code of the carrier is unique. */
export function readCarriers(source: PlainSource): Steps<TableReading<CarrierDraft>> {
  return readPlain<CarrierDraft>(source, {
    key: (draft) => draft.carrierCode,
    read: (reader) => ({
      row: reader.row,
      carrierCode: reader.text('carrierCode'),
      name: reader.text('name'),
      cutoff: reader.text('cutoff'),
      paperWidthMm: reader.number('paperWidthMm'),
      paperHeightMm: reader.number('paperHeightMm'),
      waybillFeeFen: reader.number('waybillFeeFen'),
      notServed: readProvinces(reader.text('notServed')),
      insuranceRateBp: reader.number('insuranceRateBp') ?? 0,
      insuranceMinFen: reader.number('insuranceMinFen') ?? 0,
      accountNo: reader.text('accountNo'),
      phone: reader.text('phone'),
      courierName: reader.text('courierName'),
      isUsual: reader.text('isUsual') === 'yes',
      note: reader.text('note'),
    }),
  })
}

function readProvinces(text: string): string[] {
  const names = text.split(/[;；,，、\s]+/).filter((name) => name !== '')
  return names.map((name) => findProvince(name) ?? name)
}

/** Reads unused waybill numbers. A number that is bound already is refused: one number, one parcel. */
export function readWaybillPool(source: PlainSource): Steps<TableReading<WaybillDraft>> {
  return readPlain<WaybillDraft>(source, {
    key: (draft) => draft.waybillNo,
    read: (reader, catalogue) => {
      const carrierName = reader.text('carrierName')
      const waybillNo = reader.text('waybillNo')
      const carrierCode = catalogue.carrierCode(carrierName) ?? null
      if (carrierName !== '' && carrierCode === null)
        reader.fault('carrierName', { code: 'unknownCarrier', level: 'ask' })
      if (catalogue.waybillUse(waybillNo))
        reader.fault('waybillNo', { code: 'duplicateWaybill', level: 'refuseRow' })
      return { row: reader.row, carrierName, carrierCode, waybillNo }
    },
  })
}

/** Reads a table of packing supplies; the code is unique. */
export function readSupplies(source: PlainSource): Steps<TableReading<SupplyDraft>> {
  return readPlain<SupplyDraft>(source, {
    key: (draft) => draft.supplyCode,
    read: (reader) => ({
      row: reader.row,
      supplyCode: reader.text('supplyCode'),
      name: reader.text('name'),
      unit: reader.text('unit'),
      lengthMm: reader.number('lengthMm'),
      widthMm: reader.number('widthMm'),
      heightMm: reader.number('heightMm'),
      weightG: reader.number('weightG'),
      loadLimitG: reader.number('loadLimitG'),
      costFen: reader.number('costFen'),
      minStock: reader.number('minStock'),
      orderPhone: reader.text('orderPhone'),
    }),
  })
}
