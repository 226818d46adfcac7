import {
  type LabelTemplate,
  type TemplateNode,
  TEMPLATE_VERSION,
  templateCodeKinds,
  templateKinds,
} from '../record/labelTemplate.ts'
import { checkTemplate } from './checkTemplate.ts'

/** A kept template from the text of its file; null where it cannot be read or has a fault. What a person
 *  brings is read by the border's own check, which says where the fault is. */
export function parseTemplate(file: string): LabelTemplate | null {
  let value: unknown
  try {
    value = JSON.parse(file)
  } catch {
    return null
  }
  return isTemplate(value) && checkTemplate(value).length === 0 ? value : null
}

function isTemplate(value: unknown): value is LabelTemplate {
  if (!isRecord(value)) return false
  const { version, id, kind, widthMm, heightMm, nodes } = value
  if (version !== TEMPLATE_VERSION || typeof id !== 'string') return false
  if (typeof widthMm !== 'number' || typeof heightMm !== 'number') return false
  return (
    templateKinds.some((each) => each === kind) &&
    Array.isArray(nodes) &&
    nodes.every(isTemplateNode)
  )
}

/** The numbers that each kind of part must have. */
const numbersOf: readonly (readonly [kind: TemplateNode['kind'], ...names: string[]])[] = [
  ['text', 'sizePt', 'shrinkToPt', 'weight', 'maxLines'],
  ['rule', 'heightMm', 'strokeDots'],
  ['box', 'heightMm', 'strokeDots'],
  ...templateCodeKinds.map((kind) => [kind, 'heightMm', 'moduleMaxMm'] as const),
]

function isTemplateNode(value: unknown): value is TemplateNode {
  if (!isRecord(value)) return false
  const known = numbersOf.find(([kind]) => kind === value['kind'])
  if (!known) return false
  const [kind, ...numbers] = known
  const hasNumbers = ['xMm', 'yMm', 'widthMm', ...numbers].every(
    (name) => typeof value[name] === 'number',
  )
  return hasNumbers && (kind === 'rule' || kind === 'box' || typeof value['text'] === 'string')
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
