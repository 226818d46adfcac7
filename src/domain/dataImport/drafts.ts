import type { PrintData } from '../record/printData.ts'
import type { HandlingMark } from '../record/sku.ts'
import type { FindingCode } from './findingCodes.ts'
import type { FlagColour, OrderState } from './profile.ts'
import type { ReceiverField } from './receiverField.ts'

/** Drafts are what the rows of a file say, checked and typed, before any command runs. `row` is the
 *  record number in the file. */
export interface SkuDraft {
  readonly row: number
  readonly skuCode: string
  readonly styleNo: string | null
  readonly name: string
  readonly spec: string
  readonly colour: string | null
  readonly size: string | null
  readonly barcode: string | null
  readonly category: string
  readonly weightG: number | null
  readonly lengthMm: number | null
  readonly widthMm: number | null
  readonly heightMm: number | null
  readonly costFen: number | null
  readonly priceFen: number | null
  readonly lotTracked: boolean
  readonly marks: readonly HandlingMark[]
  readonly shelfLifeDays: number | null
}

export interface SupplierDraft {
  readonly row: number
  readonly supplierCode: string
  readonly name: string
  readonly contact: string
  readonly phone: string
  readonly address: string
  readonly creditDays: number | null
  readonly leadDays: number | null
  readonly inspectionLevel: string
  readonly aql: number | null
  readonly note: string
}

export interface BinDraft {
  readonly row: number
  /** storage, sort, pack, ship, returns, defective, quarantine or supplies. */
  readonly zoneKind: string
  readonly binCode: string
  readonly corridor: string
  readonly rack: string
  readonly level: number | null
  readonly position: number | null
  readonly lengthMm: number | null
  readonly widthMm: number | null
  readonly heightMm: number | null
  readonly weightLimitG: number | null
}

export interface OpeningStockDraft {
  readonly row: number
  readonly binCode: string
  readonly skuCode: string
  readonly lotNo: string | null
  /** Calendar days, yyyy-mm-dd. */
  readonly producedOn: string | null
  readonly expiresOn: string | null
  /** available, defective or hold. */
  readonly stockState: string
  readonly qty: number
}

export interface PurchaseOrderDraft {
  readonly purchaseOrderNo: string
  readonly supplierName: string
  readonly expectedOn: string | null
  /** The order's own, told once or on every row; null when not told. */
  readonly freightFen: number | null
  readonly paidFen: number | null
  readonly lines: readonly PurchaseOrderLineDraft[]
}

export interface PurchaseOrderLineDraft {
  readonly row: number
  readonly skuCode: string
  readonly qty: number
  readonly priceFen: number | null
  readonly casePack: number | null
}

export interface CarrierDraft {
  readonly row: number
  readonly carrierCode: string
  readonly name: string
  /** hh:mm, empty when not told. */
  readonly cutoff: string
  readonly paperWidthMm: number | null
  readonly paperHeightMm: number | null
  readonly waybillFeeFen: number | null
  /** Provinces in full official names. */
  readonly notServed: readonly string[]
  readonly insuranceRateBp: number
  readonly insuranceMinFen: number
  readonly accountNo: string
  readonly phone: string
  /** Who comes to fetch the parcels, empty when not told. */
  readonly courierName: string
  readonly isUsual: boolean
  readonly note: string
}

export interface WaybillDraft {
  readonly row: number
  readonly carrierName: string
  readonly carrierCode: string | null
  readonly waybillNo: string
}

/** A number a platform issued for one order, and what its print component needs. */
export interface PlatformWaybillDraft {
  readonly row: number
  readonly shop: string
  readonly orderNo: string
  readonly carrierName: string
  readonly carrierCode: string | null
  readonly waybillNo: string
  readonly printData: PrintData
}

/** What a carrier asks for one province: grams and fen; `volumeDivisor` in mm³ per gram, 0 = none. */
export interface TariffDraft {
  readonly row: number
  readonly carrierName: string
  readonly carrierCode: string | null
  /** Full official name. */
  readonly province: string
  readonly firstG: number
  readonly firstFen: number
  readonly stepG: number
  readonly stepFen: number
  readonly remoteFen: number
  readonly minFen: number
  readonly volumeDivisor: number
}

/** A parcel that went out before; several orders may have been merged into it. */
export interface ShippedParcelDraft {
  readonly row: number
  readonly waybillNo: string
  readonly carrierName: string
  readonly carrierCode: string | null
  readonly platform: string
  readonly orderNos: readonly string[]
  readonly province: string
  readonly city: string
  readonly district: string
  readonly supplyCode: string
  readonly weightG: number | null
  readonly lengthMm: number | null
  readonly widthMm: number | null
  readonly heightMm: number | null
  readonly declaredFen: number
  readonly packer: string
  readonly packedAtMs: number | null
  readonly handedOverAtMs: number | null
  /** delivered, inTransit, sentBack or lost. */
  readonly state: string
}

export interface SupplyDraft {
  readonly row: number
  readonly supplyCode: string
  readonly name: string
  readonly unit: string
  readonly lengthMm: number | null
  readonly widthMm: number | null
  readonly heightMm: number | null
  readonly weightG: number | null
  readonly loadLimitG: number | null
  readonly costFen: number | null
  readonly minStock: number | null
  readonly orderPhone: string
}

export type OrderHoldReason = 'refund' | 'risk'
export type RefundState = 'none' | 'asked' | 'done'

export interface ReceiverDraft {
  readonly name: ReceiverField
  readonly mobile: ReceiverField
  readonly tel: ReceiverField
  /** Full official names; empty when the file does not say. */
  readonly province: string
  readonly city: string
  readonly district: string
  readonly town: string | null
  readonly detail: ReceiverField
  readonly postcode: string | null
}

export interface OrderLineDraft {
  readonly skuCode: string | null
  /** null: one total for several goods, a person has to split it. */
  readonly qty: number | null
  /** Price of one piece. */
  readonly priceFen: number | null
  readonly title: string
  readonly spec: string
  readonly state: OrderState
  readonly refund: RefundState
  /** The platform's number of this line. */
  readonly ref?: string
  readonly gift?: true
  /** The SKU before the shop changed colour or size. */
  readonly changedFrom?: string
}

export interface OrderDraft {
  readonly row: number
  readonly platform: string
  readonly orderNo: string
  readonly state: OrderState
  readonly placedAtMs: number | null
  readonly paidAtMs: number | null
  readonly shipByMs: number | null
  /** The day in the order number, where the platform has one. */
  readonly orderDay?: string
  readonly buyerNote: string
  readonly shopNote: string
  readonly flag: FlagColour | null
  readonly holds: readonly OrderHoldReason[]
  /** Open questions: the order goes in and waits in review. */
  readonly problems: readonly FindingCode[]
  readonly carrierCode: string | null
  readonly carrierName: string | null
  readonly waybillNo: string | null
  readonly paidFen: number | null
  readonly postageFen: number | null
  /** null where the file cannot say. */
  readonly addressChanged: boolean | null
  readonly receiver: ReceiverDraft
  readonly lines: readonly OrderLineDraft[]
}
