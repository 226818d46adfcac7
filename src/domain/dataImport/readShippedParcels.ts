import type { Steps } from '@/kernel/steps.ts'
import type { Catalogue, ShopZone } from './catalogue.ts'
import type { ShippedParcelDraft } from './drafts.ts'
import { momentToMs } from './orderMoment.ts'
import { type PlainSource, readPlain } from './readPlainTables.ts'
import { findProvince } from './regions.ts'
import type { RowReader } from './rowReader.ts'
import type { TableReading } from './tableReading.ts'

const ORDER_NOS_BETWEEN = /[;；,，、\s]+/

/** Reads our own record of parcels shipped before. A number that another order has is refused: one
 *  number, one parcel, for ever. */
export function readShippedParcels(
  source: PlainSource & { readonly zone: ShopZone },
): Steps<TableReading<ShippedParcelDraft>> {
  return readPlain<ShippedParcelDraft>(source, {
    key: ({ waybillNo }) => waybillNo,
    read: (reader, catalogue) => {
      const draft = readParcel(reader, catalogue, source.zone)
      if (draft.carrierName !== '' && draft.carrierCode === null)
        reader.fault('carrierName', { code: 'unknownCarrier', level: 'ask' })
      checkUse(reader, draft, catalogue)
      return draft
    },
  })
}

function readParcel(reader: RowReader, catalogue: Catalogue, zone: ShopZone): ShippedParcelDraft {
  const carrierName = reader.text('carrierName')
  const province = reader.text('province')
  return {
    row: reader.row,
    waybillNo: reader.text('waybillNo'),
    carrierName,
    carrierCode: catalogue.carrierCode(carrierName) ?? null,
    platform: reader.text('platform'),
    orderNos: reader
      .text('orderNos')
      .split(ORDER_NOS_BETWEEN)
      .filter((orderNo) => orderNo !== ''),
    province: findProvince(province) ?? province,
    city: reader.text('city'),
    district: reader.text('district'),
    supplyCode: reader.text('supplyCode'),
    weightG: reader.number('weightG'),
    lengthMm: reader.number('lengthMm'),
    widthMm: reader.number('widthMm'),
    heightMm: reader.number('heightMm'),
    declaredFen: reader.number('declaredFen') ?? 0,
    packer: reader.text('packer'),
    packedAtMs: momentToMs(reader.text('packedAt'), zone),
    handedOverAtMs: momentToMs(reader.text('handedOverAt'), zone),
    state: reader.text('state') || 'inTransit',
  }
}

function checkUse(reader: RowReader, draft: ShippedParcelDraft, catalogue: Catalogue): void {
  const use = catalogue.waybillUse(draft.waybillNo)
  if (!use) return
  const owners = use.orderNos ?? [use.orderNo]
  if (owners.some((orderNo) => draft.orderNos.includes(orderNo))) return
  const params = { other: use.orderNo }
  reader.fault('waybillNo', { code: 'duplicateWaybill', level: 'refuseRow', params })
}
