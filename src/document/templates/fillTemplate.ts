import {
  type LabelTemplate,
  type TemplateNode,
  type TemplateText,
  fieldsIn,
  fillText,
} from '@/domain/record/labelTemplate.ts'
import type { LabelModel, LabelNode } from '../labelModel.ts'
import type { PrinterProfile } from '../printerProfile.ts'
import { codeNode } from './codeNode.ts'

/** Values by field name; '' = there is none. */
export type TemplateFields = Readonly<Record<string, string>>

type Dots = Pick<PrinterProfile, 'dotsPerMm'>

/** Between a text that grows and what stands below it. */
const GAP_MM = 0.3

/** A label from a template and the values of one thing. What has no value is left out, and texts that
 *  grow take its room. Example: a goods template without a lot leaves its lot line out. */
export function fillTemplate(
  template: LabelTemplate,
  fields: TemplateFields,
  dots: Dots,
): LabelModel {
  const { widthMm, heightMm } = template
  return { version: 1, widthMm, heightMm, nodes: fillNodes(template, fields, dots) }
}

/** The nodes alone, to stand in a larger label. */
export function fillNodes(
  { nodes, heightMm }: Pick<LabelTemplate, 'nodes' | 'heightMm'>,
  fields: TemplateFields,
  dots: Dots,
): LabelNode[] {
  const drawn = nodes.filter((node) => isDrawn(node, fields))
  return drawn.map((node): LabelNode => {
    switch (node.kind) {
      case 'text':
        return textOf(node, fields, bottomOf(node, drawn, heightMm))
      case 'rule':
      case 'box': {
        const { kind, xMm, yMm, widthMm, heightMm: high, strokeDots } = node
        return { kind, xMm, yMm, widthMm, heightMm: high, strokeDots }
      }
      default:
        return codeNode(node, fields, dots)
    }
  })
}

function isDrawn(node: TemplateNode, fields: TemplateFields): boolean {
  const { onlyWith } = node
  if (onlyWith !== undefined && !fields[onlyWith]) return false
  if (!('text' in node)) return true
  const named = fieldsIn(node.text)
  if (named.length > 0 && named.every((field) => !fields[field])) return false
  return fillText(node.text, fields) !== ''
}

/** Where a text that grows must end: at the first thing drawn below it that shares its width. */
function bottomOf(node: TemplateText, drawn: readonly TemplateNode[], endMm: number): number {
  const ownBottom = node.yMm + (node.heightMm ?? 0)
  const right = node.xMm + node.widthMm
  const below = drawn.filter(
    (other) =>
      other !== node &&
      other.yMm >= ownBottom - GAP_MM &&
      other.xMm < right &&
      other.xMm + other.widthMm > node.xMm,
  )
  return Math.min(endMm, ...below.map((other) => other.yMm))
}

function textOf(node: TemplateText, fields: TemplateFields, bottomMm: number): LabelNode {
  const { xMm, yMm, widthMm, weight, sizePt, maxLines, overflow, align } = node
  const shrinkToPt = Math.min(node.shrinkToPt, sizePt)
  const heightMm = node.grows ? Math.max(0, bottomMm - GAP_MM - yMm) : node.heightMm
  const style = { widthMm, weight, sizePt, shrinkToPt, maxLines, overflow, align }
  const text = fillText(node.text, fields)
  return {
    kind: 'text',
    text,
    xMm,
    yMm,
    ...style,
    ...(heightMm === undefined ? {} : { heightMm }),
  }
}
