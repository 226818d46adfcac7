import {
  TEMPLATE_NODES_MAX,
  TEMPLATE_TEXT_MAX,
  type TemplateFault,
  checkTemplate,
} from '@/domain/printing/checkTemplate.ts'
import {
  type LabelTemplate,
  TEMPLATE_VERSION,
  templateCodeKinds,
  templateKinds,
} from '@/domain/record/labelTemplate.ts'
import { z } from './plainZod.ts'

/** A template as a file is small; anything larger is something else. */
export const TEMPLATE_FILE_MAX = 100_000

const mm = z.number().min(0).max(400)
const placed = { xMm: mm, yMm: mm, onlyWith: z.string().max(40).optional() }
const text = z.string().max(TEMPLATE_TEXT_MAX)

const node = z.discriminatedUnion('kind', [
  z.strictObject({
    ...placed,
    kind: z.literal('text'),
    text,
    widthMm: mm,
    heightMm: mm.optional(),
    sizePt: z.number().min(1).max(200),
    shrinkToPt: z.number().min(1).max(200),
    weight: z.literal([500, 700]),
    maxLines: z.int().min(1).max(100),
    overflow: z.enum(['error', 'ellipsis']),
    align: z.enum(['left', 'center', 'right']),
    grows: z.boolean().optional(),
  }),
  z.strictObject({
    ...placed,
    kind: z.enum(['rule', 'box']),
    widthMm: mm,
    heightMm: mm,
    strokeDots: z.int().min(1).max(40),
  }),
  z.strictObject({
    ...placed,
    kind: z.enum(templateCodeKinds),
    text,
    widthMm: mm,
    heightMm: mm,
    hri: z.boolean(),
    moduleMaxMm: z.number().min(0.1).max(3),
  }),
])

/** A label template as a file or a row holds it; its type is `LabelTemplate`. */
export const templateShape = z.strictObject({
  version: z.literal(TEMPLATE_VERSION),
  id: z.string().max(60),
  kind: z.enum(templateKinds),
  widthMm: mm,
  heightMm: mm,
  nodes: z.array(node).max(TEMPLATE_NODES_MAX),
})

export type TemplateReading =
  | { readonly ok: true; readonly template: LabelTemplate }
  | { readonly ok: false; readonly fault: TemplateFault }

/** Reads the text of a template file: a template without a fault, or the first fault and where it is. */
export function readTemplate(file: string): TemplateReading {
  if (file.length > TEMPLATE_FILE_MAX) return bad('TPL-001', '')
  let value: unknown
  try {
    value = JSON.parse(file)
  } catch {
    return bad('TPL-001', '')
  }
  const version = z.object({ version: z.number() }).safeParse(value)
  if (version.success && version.data.version !== TEMPLATE_VERSION)
    return bad('TPL-002', 'version', {
      version: version.data.version,
      expected: TEMPLATE_VERSION,
    })
  const parsed = templateShape.safeParse(value)
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path ?? []
    return bad('TPL-001', pathOf(path), partText(value, path))
  }
  const [fault] = checkTemplate(parsed.data)
  return fault ? { ok: false, fault } : { ok: true, template: parsed.data }
}

const bad = (
  code: TemplateFault['code'],
  at: string,
  params: TemplateFault['params'] = {},
): TemplateReading => ({ ok: false, fault: { code, at, params } })

const withParts = z.object({ nodes: z.array(z.unknown()) })
const withText = z.object({ text: z.string().max(TEMPLATE_TEXT_MAX) })

/** The text of the part that a path leads to, by which a person finds it. */
function partText(value: unknown, [, no]: readonly PropertyKey[]): { part?: string } {
  const parts = withParts.safeParse(value)
  const read = withText.safeParse(parts.data?.nodes[Number(no)])
  return read.success ? { part: read.data.text } : {}
}

/** Example: ['nodes', 2, 'text'] -> `nodes[2].text`. */
function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((part, i) =>
      typeof part === 'number' ? `[${part}]` : `${i > 0 ? '.' : ''}${String(part)}`,
    )
    .join('')
}
