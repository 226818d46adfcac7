import {
  type LabelTemplate,
  type TemplateNode,
  TEMPLATE_VERSION,
  fieldsIn,
  templateFields,
} from '../record/labelTemplate.ts'

/** Paper that label printers take, millimetres. */
export const TEMPLATE_MM_MIN = 10
export const TEMPLATE_MM_MAX = 300
export const TEMPLATE_NODES_MAX = 60
export const TEMPLATE_TEXT_MAX = 500
export const TEMPLATE_ID = /^[a-zA-Z]+-\d{1,3}x\d{1,3}$/

/** Why a template is not kept: TPL-001 it cannot be read as one, TPL-002 another version, TPL-003 a field
 *  its kind does not have, TPL-004 something stands outside the label, TPL-005 too many parts, TPL-006 no
 *  such template. `at` says where: `nodes[2].text`, '' = the whole; `params.part` is the text of that part,
 *  where it has one. */
export interface TemplateFault {
  readonly code: `TPL-00${number}`
  readonly at: string
  readonly params: Readonly<Record<string, string | number>>
}

/** All that speaks against a template whose form is right. */
export function checkTemplate(template: LabelTemplate): TemplateFault[] {
  const { version, id, nodes } = template
  if (version !== TEMPLATE_VERSION)
    return [{ code: 'TPL-002', at: 'version', params: { version, expected: TEMPLATE_VERSION } }]
  if (!TEMPLATE_ID.test(id)) return [{ code: 'TPL-001', at: 'id', params: {} }]
  const sides = (['widthMm', 'heightMm'] as const).filter((side) => !isPaperSide(template[side]))
  if (sides[0]) return [{ code: 'TPL-001', at: sides[0], params: {} }]
  if (nodes.length > TEMPLATE_NODES_MAX)
    return [{ code: 'TPL-005', at: 'nodes', params: { max: TEMPLATE_NODES_MAX } }]
  return nodes.flatMap((node, index) => checkNode(node, `nodes[${index}]`, template))
}

const isPaperSide = (mm: number): boolean =>
  Number.isFinite(mm) && mm >= TEMPLATE_MM_MIN && mm <= TEMPLATE_MM_MAX

function checkNode(node: TemplateNode, at: string, template: LabelTemplate): TemplateFault[] {
  const known = templateFields(template.kind)
  const named = 'text' in node ? fieldsIn(node.text) : []
  const part = 'text' in node ? { part: node.text } : {}
  const faults = named
    .filter((field) => !known.includes(field))
    .map(
      (field): TemplateFault => ({ code: 'TPL-003', at: `${at}.text`, params: { ...part, field } }),
    )
  const { onlyWith } = node
  if (onlyWith !== undefined && !known.includes(onlyWith))
    faults.push({ code: 'TPL-003', at: `${at}.onlyWith`, params: { ...part, field: onlyWith } })
  if ('text' in node && node.text.length > TEMPLATE_TEXT_MAX)
    faults.push({ code: 'TPL-001', at: `${at}.text`, params: part })
  if (!isInside(node, template)) faults.push({ code: 'TPL-004', at, params: part })
  return faults
}

/** Half a dot is no fault of the person who typed a number. */
const SLACK_MM = 0.1

function isInside(node: TemplateNode, { widthMm, heightMm }: LabelTemplate): boolean {
  const high = node.heightMm ?? 0
  const numbers = [node.xMm, node.yMm, node.widthMm, high]
  if (numbers.some((mm) => !Number.isFinite(mm) || mm < 0)) return false
  return node.xMm + node.widthMm <= widthMm + SLACK_MM && node.yMm + high <= heightMm + SLACK_MM
}
