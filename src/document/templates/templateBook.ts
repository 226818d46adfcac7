import type { LabelTemplate, TemplateKind, TemplateRow } from '@/domain/record/labelTemplate.ts'
import { parseTemplate } from '@/domain/printing/parseTemplate.ts'
import { ownAreaTemplates } from './ownAreaTemplates.ts'
import { sheetTemplates } from './sheetTemplates.ts'
import { thingTemplates } from './thingTemplates.ts'

/** Every template that labels are made by: of an id there is one. */
export type TemplateBook = readonly LabelTemplate[]

/** The templates that come with the program. */
export const shippedTemplates: TemplateBook = [
  ...thingTemplates,
  ...sheetTemplates,
  ...ownAreaTemplates,
]

/** The shipped templates with the shop's in their place; those of other sizes follow. Rows that
 *  cannot be read are passed over: the shipped template prints, which is better than none. */
export function templateBook(rows: readonly TemplateRow[]): TemplateBook {
  const own = new Map(
    rows.flatMap(({ id, file }) => {
      const template = file === '' ? null : parseTemplate(file)
      return template ? [[id, template] as const] : []
    }),
  )
  const inPlace = shippedTemplates.map((shipped) => own.get(shipped.id) ?? shipped)
  const known = new Set(shippedTemplates.map(({ id }) => id))
  return [...inPlace, ...[...own.values()].filter(({ id }) => !known.has(id))]
}

/** The first template of a kind. Throws where the book has none: the shipped book has all. */
export function templateOf(
  kind: TemplateKind,
  book: TemplateBook = shippedTemplates,
): LabelTemplate {
  const found = book.find((template) => template.kind === kind)
  if (!found) throw new Error(`no template of the kind ${kind}`)
  return found
}

/** Paper may be cut shorter by this. */
const CUT_MM = 0.5

/** The own area for a waybill: the nearest width, then the tallest that fits the room. */
export function ownAreaOf(
  room: { readonly widthMm: number; readonly heightMm: number },
  book: TemplateBook,
): LabelTemplate {
  const areas = book.filter(({ kind }) => kind === 'ownArea')
  const off = (template: LabelTemplate) => Math.abs(template.widthMm - room.widthMm)
  const nearest = Math.min(...areas.map(off))
  const wide = areas.filter((template) => off(template) === nearest)
  const fitting = wide.filter(({ heightMm }) => heightMm <= room.heightMm + CUT_MM)
  const [first, ...more] = fitting.length > 0 ? fitting : wide
  if (!first) throw new Error('no template for the own area')
  const isBetter = (one: LabelTemplate, other: LabelTemplate) =>
    fitting.length > 0 ? one.heightMm > other.heightMm : one.heightMm < other.heightMm
  return more.reduce((best, each) => (isBetter(each, best) ? each : best), first)
}
