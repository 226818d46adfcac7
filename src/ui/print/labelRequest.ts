import {
  type ComponentLabel,
  isComponentLabel,
  type PrintContent,
} from '@/document/componentLabel.ts'
import type { LabelModel, LabelNode } from '@/document/labelModel.ts'
import type { SheetGrid } from '@/document/sheet/sheetGrid.ts'
import type { ComponentPlatform } from '@/domain/record/printData.ts'
import { type PaperKind, type PrintIntent, paperKinds } from '@/domain/record/outbound.ts'

/** What is printed on label paper. */
export type LabelKind = Exclude<PrintIntent['kind'], PaperKind>
/** An intent for a label. */
export type LabelIntent = PrintIntent & { readonly kind: LabelKind }

/** True for a paper of the office printer, which is made as PDF. */
export const isPaperKind = (kind: PrintIntent['kind']): kind is PaperKind =>
  (paperKinds as readonly string[]).includes(kind)

/** A printer of this station, as the host told it. */
export interface LabelPrinter {
  readonly printerId: string
  /** The kinds it is kept for; left out where it prints whatever fits. */
  readonly kinds?: readonly string[] | undefined
  /** Taken before others that would do as well. */
  readonly isDefault?: boolean | undefined
  /** It is that platform's print component, and prints nothing else. */
  readonly platform?: ComponentPlatform | undefined
  /** It prints A4 sheets of labels, and nothing else. */
  readonly sheet?: SheetGrid | undefined
  readonly dotsPerMm: 8 | 11.811
  /** The loaded paper; without it each label's own size is used. */
  readonly paper?: { readonly widthMm: number; readonly heightMm: number } | undefined
}

/** A label as the host takes it: our own drawing, or a platform's. */
type SentLabel = (Omit<LabelModel, 'nodes'> & { readonly nodes: LabelNode[] }) | ComponentLabel

/** One label on its way to the host: the args of its `print.submit`. */
export interface LabelRequest {
  readonly key: string
  readonly printerId: string
  readonly label: SentLabel
  readonly document: { readonly kind: string; readonly no: string; readonly revision: number }
  readonly operatorId: string
  readonly reason?: string
}

/** Letters of a number kept in a document's name. */
const NO_KEPT = 40
/** Last letters of an intent's id: enough to tell two prints of one thing apart. */
const ACT_KEPT = 15

/** The request for one label. `key` is that of the intent, so the host knows a repeat. The host counts
 *  reprints from 0, an intent counts prints from 1. */
export function labelRequest(
  intent: PrintIntent,
  label: PrintContent,
  by: { readonly printer: LabelPrinter; readonly operatorId: string },
): LabelRequest {
  return {
    key: intent.id,
    printerId: by.printer.printerId,
    label: isComponentLabel(label) ? label : { ...label, nodes: [...label.nodes] },
    document: { kind: intent.kind, no: documentNo(intent), revision: intent.revision - 1 },
    operatorId: by.operatorId,
    ...(intent.reason === '' ? {} : { reason: intent.reason }),
  }
}

/** A waybill is one paper, printed once; of a goods, bin or tote label there may be many, each its own. */
export const documentNo = ({ kind, no, id }: Pick<PrintIntent, 'kind' | 'no' | 'id'>): string =>
  kind === 'waybill' ? no : `${no.slice(0, NO_KEPT)} ${id.slice(-ACT_KEPT)}`
