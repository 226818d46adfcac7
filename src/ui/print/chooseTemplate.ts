import type { LabelTemplate } from '@/domain/record/labelTemplate.ts'
import { type PaperSize, choosePrinter, isSamePaper } from './choosePrinter.ts'
import type { LabelKind, LabelPrinter } from './labelRequest.ts'

/** A template and the printer that has its paper; or the paper that is wanted first. */
export type ChosenTemplate =
  | { readonly printer: LabelPrinter; readonly template: LabelTemplate }
  | { readonly printer: null; readonly paper: PaperSize }

/** Of the templates of one kind the first whose very paper is loaded, else the first that some printer may
 *  take. Example: goods come on 60 × 40 mm, and on 40 × 30 where only that is loaded. */
export function chooseTemplate(
  templates: readonly LabelTemplate[],
  printers: readonly LabelPrinter[],
  kind: LabelKind,
): ChosenTemplate {
  const [first] = templates
  if (!first) throw new Error(`no template for ${kind}`)
  const choices = templates.flatMap((template) => {
    const printer = choosePrinter(printers, { kind, paper: template })
    return printer ? [{ printer, template }] : []
  })
  const exact = choices.find(({ printer, template }) => isSamePaper(printer.paper, template))
  const { widthMm, heightMm } = first
  return exact ?? choices[0] ?? { printer: null, paper: { widthMm, heightMm } }
}
