import { outboundSlip } from '@/document/paper/outboundSlip.ts'
import { packSlip } from '@/document/paper/packSlip.ts'
import type { PaperDocument } from '@/document/paper/paperDocument.ts'
import type { WaybillPrint } from '@/store/queries/packing/readPrints.ts'
import type { PaperReading } from './manifestPaper.ts'

/** The packing slip that lies in the parcel. */
export function packSlipPaper(
  print: WaybillPrint,
  packedAtMs: number,
  { words, atText }: PaperReading,
): PaperDocument {
  const { orderNo, shop: shopName, receiver, carrier, waybillNo, packerName, lines } = print
  const head = { orderNo, shopName, receiverName: receiver.maskedName, carrierName: carrier.name }
  return packSlip({ ...head, waybillNo, packerName, packedAt: atText(packedAtMs), lines }, words)
}

/** The outbound slip for the warehouse's file. Its bins are those the pieces were picked from;
 *  `fromOf` names zone and bin of one line, '' where they are not known. */
export function outboundSlipPaper(
  print: WaybillPrint,
  fromOf: (skuCode: string, lot: string) => { readonly zoneName: string; readonly binCode: string },
  { words, atText, printedAtMs }: PaperReading & { readonly printedAtMs: number },
): PaperDocument {
  const { orderNo, carrier, waybillNo, packerName, cartonName, cartonWeightG } = print
  const weight = { itemsWeightG: print.expectedWeightG - cartonWeightG, cartonName, cartonWeightG }
  const lines = print.lines.map((line) => ({ ...line, ...fromOf(line.skuCode, line.lot) }))
  const head = { no: waybillNo, orderNo, carrierName: carrier.name, waybillNo, packerName }
  return outboundSlip({ ...head, ...weight, printedAt: atText(printedAtMs), lines }, words)
}
