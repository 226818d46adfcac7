import type { BindWaybillArgs } from '@/domain/packing/bindWaybill.ts'
import type { CloseParcelArgs } from '@/domain/packing/closeParcel.ts'
import type { PackItemArgs, PackPart } from '@/domain/packing/packItem.ts'
import type { ReprintArgs } from '@/domain/packing/reprintWaybill.ts'
import type { StageArgs } from '@/domain/packing/stageIntercepted.ts'
import type { JudgePrintArgs } from '@/domain/printing/judgePrint.ts'
import type { AskPrintsArgs } from '@/domain/stock/askPrints.ts'
import type { BinId, ParcelId, SkuId } from '@/domain/record/place.ts'
import type { CommandEvent, Step } from '../workflow.ts'
import type { PackPlan } from './packPlan.ts'
import type { PackScale, Weighed } from './packScale.ts'

interface AtParcel {
  readonly plan: PackPlan
  readonly parcelId: ParcelId
}
/** A parcel whose label is printed. */
export interface AtWaybill extends AtParcel {
  readonly waybillNo: string
}

/** A weight that is too far from the expected one, grams. */
export interface WeightDiff extends Weighed {
  readonly expectedG: number
  readonly toleranceG: number
}

/** Where the wish to print again came from: NO leads back there. */
export type ReprintFrom = 'scanBack' | 'packedOrder'

export type PackingState =
  | { readonly kind: 'scanTote' }
  | { readonly kind: 'scanItem'; readonly plan: PackPlan }
  | ({
      readonly kind: 'savingItem'
      readonly skuId: SkuId
      readonly no: number
      readonly parts: readonly PackPart[]
    } & AtParcel)
  /** All goods are in, but the carrier's pool has no number. */
  | ({ readonly kind: 'needWaybill' } & AtParcel)
  | ({ readonly kind: 'binding' } & AtParcel)
  | ({ readonly kind: 'scanBack' } & AtWaybill)
  /** Its label was scanned, and it must stand still on the scale (`diff` null), or its weight stopped it. */
  | ({ readonly kind: 'weighing'; readonly diff: WeightDiff | null } & AtWaybill)
  | ({
      readonly kind: 'closing'
      /** null = it goes without a weight. */
      readonly weighed: Weighed | null
      /** True where the scale is silent: the packer is told. */
      readonly isSilent: boolean
    } & AtWaybill)
  /** An order packed before: nothing to do but print its label again. */
  | ({ readonly kind: 'packedOrder' } & AtWaybill)
  | ({ readonly kind: 'reprintReason'; readonly from: ReprintFrom } & AtWaybill)
  | ({ readonly kind: 'reprinting'; readonly from: ReprintFrom } & AtWaybill)
  | { readonly kind: 'intercepted'; readonly plan: PackPlan }
  | { readonly kind: 'staging'; readonly plan: PackPlan }

/** Where an order stands when it is put on the table. */
export type Opening =
  | { readonly kind: 'items'; readonly plan: PackPlan }
  | { readonly kind: 'stopped'; readonly plan: PackPlan }
  | ({ readonly kind: 'unlabelled' } & AtParcel)
  | ({ readonly kind: 'labelled' } & AtWaybill)
  | ({ readonly kind: 'packed' } & AtWaybill)
  | {
      readonly kind: 'refused'
      readonly code: string
      readonly params: Readonly<Record<string, string | number>>
    }

export type PackingEvent =
  | { readonly kind: 'opened'; readonly opening: Opening }
  | {
      readonly kind: 'itemScanned'
      readonly skuId: SkuId
      readonly name: string
      readonly unitQty: number
    }
  | {
      readonly kind: 'waybillScanned'
      readonly no: string
      /** `unknown`: no number of ours; `voided`: its label is not valid any more. */
      readonly standing: 'unknown' | 'voided' | 'valid'
      readonly scale: PackScale
    }
  /** The load stands still, or the packer asks to weigh. */
  | { readonly kind: 'weighAsked'; readonly scale: PackScale }
  /** The packer says that a label in doubt did not come out. */
  | { readonly kind: 'labelMissing'; readonly intentId: string }
  | { readonly kind: 'binScanned'; readonly binId: BinId; readonly code: string }
  /** `withReceipt`: of PRINT, a printer is kept for receipts. */
  | { readonly kind: 'verbGiven'; readonly verb: string; readonly withReceipt?: boolean }
  | { readonly kind: 'numberTyped'; readonly qty: number }
  | { readonly kind: 'timesGiven'; readonly by: number }

export type PackingCommand =
  | { readonly name: 'packing.packItem'; readonly args: PackItemArgs }
  | { readonly name: 'packing.bindWaybill'; readonly args: BindWaybillArgs }
  | { readonly name: 'packing.closeParcel'; readonly args: CloseParcelArgs }
  | { readonly name: 'packing.reprintWaybill'; readonly args: ReprintArgs }
  | { readonly name: 'packing.stageIntercepted'; readonly args: StageArgs }
  | { readonly name: 'printing.judgePrint'; readonly args: JudgePrintArgs }
  | { readonly name: 'stock.askPrints'; readonly args: AskPrintsArgs }

export type PackingStep = Step<PackingState, PackingCommand>
export type AnyPackingEvent = PackingEvent | CommandEvent
export type In<K extends PackingState['kind']> = Extract<PackingState, { readonly kind: K }>
