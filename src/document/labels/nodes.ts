import {
  LINEAR_QUIET_MODULES,
  linearWidthModules,
  moduleMinDots,
} from '../barcode/linearModules.ts'
import type { LabelNode, LinearKind, TextNode } from '../labelModel.ts'
import type { PrinterProfile } from '../printerProfile.ts'

/** Bars wider than this gain nothing for a hand scanner. */
const MODULE_MAX_MM = 0.5

type TextStyle = Pick<TextNode, 'xMm' | 'yMm' | 'widthMm' | 'sizePt'> & Partial<TextNode>

/** A text with the usual settings: one line, weight 500, not fitting is a fault. */
export function textNode(text: string, style: TextStyle): TextNode {
  return { kind: 'text', text, weight: 500, maxLines: 1, overflow: 'error', ...style }
}

/** A line from edge to edge. */
export function ruleNode(xMm: number, yMm: number, widthMm: number): LabelNode {
  return { kind: 'rule', xMm, yMm, widthMm, heightMm: 0, strokeDots: 2 }
}

export interface LinearFrame {
  readonly kind: LinearKind
  readonly text: string
  readonly xMm: number
  readonly yMm: number
  /** Room for bars and both quiet zones. */
  readonly widthMm: number
  readonly heightMm: number
  readonly hri: boolean
  readonly align: 'left' | 'center'
  readonly moduleMaxMm?: number
}

/** A 1-D code with the widest modules that fit its frame; where not even the narrowest fit, the node
 *  is made all the same and the lint refuses it. */
export function linearNode(frame: LinearFrame, dotsPerMm: PrinterProfile['dotsPerMm']): LabelNode {
  const { kind, text, yMm, heightMm, hri } = frame
  const modules = linearWidthModules(kind, text) ?? 0
  const roomDots = Math.floor(frame.widthMm * dotsPerMm)
  const widest = Math.floor((frame.moduleMaxMm ?? MODULE_MAX_MM) * dotsPerMm)
  const fitting = modules === 0 ? widest : Math.floor(roomDots / modules)
  const moduleDots = Math.max(moduleMinDots(kind), Math.min(widest, fitting))
  const spare = frame.align === 'center' ? Math.floor((roomDots - modules * moduleDots) / 2) : 0
  const xMm = frame.xMm + (spare + LINEAR_QUIET_MODULES * moduleDots) / dotsPerMm
  return { kind, text, xMm, yMm, heightMm, moduleDots, hri }
}
