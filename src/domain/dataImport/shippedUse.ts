import type { WaybillUse } from './catalogue.ts'

/** A waybill number of a parcel shipped before: only its own orders may have it, whatever their address. */
export function shippedUse(parcel: {
  readonly waybillNo: string
  readonly orderNos: readonly string[]
}): readonly [string, WaybillUse] {
  const { waybillNo, orderNos } = parcel
  return [waybillNo, { orderNo: orderNos[0] ?? '', orderNos, region: '', detail: '' }]
}
