import type { LabelModel, LabelNode } from '@/document/labelModel.ts'
import type { WaybillParty, WaybillWords } from '@/document/waybill/waybillFacts.ts'
import { waybillLabel } from '@/document/waybill/waybillLabel.ts'
import type { PrintIntent } from '@/domain/record/outbound.ts'
import type { WaybillPrint } from '@/store/queries/packing/readPrints.ts'

/** The printer the labels of this station go to, as the host told it. */
export interface WaybillPrinter {
  readonly printerId: string
  readonly dotsPerMm: 8 | 11.811
  /** The loaded paper; without it the carrier's own is used. */
  readonly paper?: { readonly widthMm: number; readonly heightMm: number } | undefined
}

/** One label on its way to the host: the args of its `print.submit`. */
export interface WaybillRequest {
  readonly key: string
  readonly printerId: string
  readonly label: Omit<LabelModel, 'nodes'> & { readonly nodes: LabelNode[] }
  readonly document: { readonly kind: string; readonly no: string; readonly revision: number }
  readonly operatorId: string
  readonly reason?: string
}

export interface WaybillForm {
  readonly print: WaybillPrint
  readonly printer: WaybillPrinter
  readonly words: WaybillWords
  readonly sender: WaybillParty
  readonly operatorId: string
}

/** The request for one label. `key` and paper are those of the intent, so the host knows a repeat. The
 *  host counts reprints from 0, an intent counts prints from 1. */
export function waybillRequest(intent: PrintIntent, form: WaybillForm): WaybillRequest {
  const reprintNo = intent.revision - 1
  const label = waybillModel(form, reprintNo)
  return {
    key: intent.id,
    printerId: form.printer.printerId,
    label: { ...label, nodes: [...label.nodes] },
    document: { kind: intent.kind, no: intent.no, revision: reprintNo },
    operatorId: form.operatorId,
    ...(intent.reason === '' ? {} : { reason: intent.reason }),
  }
}

function waybillModel(form: WaybillForm, reprintNo: number): LabelModel {
  const { print, printer, words, sender } = form
  const { carrier, receiver, waybillNo, orderNo, packerName, lines } = print
  const carrierPaper = { widthMm: carrier.paperWidthMm, heightMm: carrier.paperHeightMm }
  return waybillLabel({
    words,
    paper: printer.paper ?? carrierPaper,
    dotsPerMm: printer.dotsPerMm,
    facts: {
      waybillNo,
      orderNo,
      packerName,
      reprintNo,
      carrierName: carrier.name,
      routing: `${receiver.province} ${receiver.city}`.trim(),
      collectingCentre: receiver.district,
      receiver: {
        name: receiver.maskedName,
        phone: receiver.maskedPhone,
        address: [receiver.province, receiver.city, receiver.district, receiver.maskedDetail].join(
          '',
        ),
        isMasked: true,
      },
      sender,
      lines,
      marks: [],
      note: '',
      printedAt: '',
    },
  })
}
