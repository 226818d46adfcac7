import type { ComponentLabel } from '@/document/componentLabel.ts'
import { itemsText } from '@/document/waybill/itemsText.ts'
import { maskNote } from '@/domain/people/maskNote.ts'
import type { PrintData } from '@/domain/record/printData.ts'
import type { WaybillPrint } from '@/store/queries/packing/readPrints.ts'

/** The waybill of one parcel for its platform's component: the cipher as it came, and the words of the
 *  shop's own area. Of the receiver we add nothing. */
export function componentWaybill(
  { orderNo, lines, packerName, note }: WaybillPrint,
  data: PrintData,
  reprintNo: number,
): ComponentLabel {
  const reprint = reprintNo > 0 ? String(reprintNo) : ''
  const said = {
    orderNo,
    goods: itemsText(lines),
    packer: packerName,
    note: maskNote(note),
    reprint,
  }
  return { kind: 'component', ...data, ownArea: said }
}
