import { GS } from '@/domain/barcode/gs1Elements.ts'
import { checkCode } from './barcode/checkCode.ts'
import type { DotOp, Rect } from './dotOp.ts'
import { fitText } from './fitText.ts'
import { type FontMetrics, type GlyphSet, missingGlyphs, textWidth } from './fontFacts.ts'
import { isLinear, isMatrix, type LabelModel, type LabelNode, type TextNode } from './labelModel.ts'
import { layoutLabel } from './layoutLabel.ts'
import { openNodes } from './lintPrivacy.ts'
import { mmToDots, type PrinterProfile, widestDots } from './printerProfile.ts'

/** Smallest type that a packer and a courier still read at 8 dots/mm. */
export const TEXT_MIN_PT = 6

/** Why a label is not printed. `code` is shown and found in the help; params never hold personal
 *  data. `nodeIndex` is -1 where the whole label is meant. */
export interface LabelFault {
  readonly code: `PRN-0${number}`
  readonly nodeIndex: number
  readonly params: Readonly<Record<string, string | number>>
}

type Report = (code: LabelFault['code'], params?: LabelFault['params']) => void

/** What fonts can do: both parts come from the same font chain. */
export interface Fonts {
  readonly glyphs: GlyphSet
  readonly metrics: FontMetrics
}

/** What can be drawn on this host: fonts, and the pictures it knows by their ids. */
export interface Drawable extends Fonts {
  readonly images?: { has(imageId: string): boolean }
}

/** All reasons to refuse a label: PRN-020 type too small, -021 text does not fit, -022 character the
 *  fonts lack, -023 personal data open, -024 bars too thin, -025 code or quiet zone off the label or
 *  covered, -026 not ASCII in a bar code or DataMatrix, -027 content not valid for the code, -028 outside
 *  the label, -029 wider than the print head, -070 to -077 content that GS1 forbids, -078 picture not
 *  known. Empty means: print. */
export function lintLabel(
  model: LabelModel,
  profile: PrinterProfile,
  fonts: Drawable,
): LabelFault[] {
  const faults: LabelFault[] = []
  const widthDots = mmToDots(model.widthMm, profile)
  if (widthDots > widestDots(profile)) {
    const params = {
      widthMm: model.widthMm,
      headMm: Math.floor(profile.headDots / profile.dotsPerMm),
    }
    faults.push({ code: 'PRN-029', nodeIndex: -1, params })
  }
  const inks = model.nodes.map((node) => inkOf(node, model, profile, fonts.metrics))
  const open = openNodes(model)
  model.nodes.forEach((node, nodeIndex) => {
    const report: Report = (code, params = {}) => faults.push({ code, nodeIndex, params })
    const named = subject(node, open.has(nodeIndex))
    if (node.kind === 'text') lintText(node, { profile, fonts, named }, report)
    if (open.has(nodeIndex)) report('PRN-023')
    if (node.kind === 'image' && fonts.images?.has(node.imageId) !== true)
      report('PRN-078', { imageId: node.imageId })
    if (isLinear(node) || isMatrix(node)) {
      const others = inks.flatMap((ink, index) => (index === nodeIndex ? [] : ink))
      for (const fault of checkCode(node, { model, profile, others }))
        report(fault.code, { ...fault.params, ...named })
    }
    if (!inks[nodeIndex]?.every((rect) => isInside(rect, model, profile))) report('PRN-028', named)
  })
  return faults
}

interface TextPlace {
  readonly profile: PrinterProfile
  readonly fonts: Fonts
  readonly named: { readonly text: string }
}

function lintText(node: TextNode, { profile, fonts, named }: TextPlace, report: Report): void {
  if (Math.min(node.sizePt, node.shrinkToPt ?? node.sizePt) < TEXT_MIN_PT)
    report('PRN-020', { leastPt: TEXT_MIN_PT, ...named })
  if (node.overflow === 'error' && !fitText(node, profile, fonts.metrics).whole)
    report('PRN-021', named)
  const missing = missingGlyphs(node.text, fonts.glyphs)
  if (missing.length > 0) report('PRN-022', { chars: missing.join('') })
}

/** Names the node in a fault, unless that would spread personal data. */
function subject(node: LabelNode, isOpen: boolean): { text: string } {
  if (node.kind === 'rule' || node.kind === 'box') return { text: node.kind }
  if (node.kind === 'image') return { text: node.imageId }
  const isPersonal = node.kind === 'text' && node.personal !== undefined
  return { text: isPersonal || isOpen ? '***' : node.text.replaceAll(GS, ' ') }
}

function inkOf(
  node: LabelNode,
  model: LabelModel,
  profile: PrinterProfile,
  metrics: FontMetrics,
): Rect[] {
  return layoutLabel({ ...model, nodes: [node] }, profile, metrics).map((op) => rectOf(op, metrics))
}

function rectOf(op: DotOp, metrics: FontMetrics): Rect {
  if (op.kind !== 'glyphs') return op
  const w = Math.ceil(textWidth(op.text, op.sizePx, op.weight, metrics))
  return { x: op.x, y: op.baseline - Math.round(op.sizePx * 0.88), w, h: op.sizePx }
}

function isInside(rect: Rect, model: LabelModel, profile: PrinterProfile): boolean {
  const right = mmToDots(model.widthMm, profile)
  const bottom = mmToDots(model.heightMm, profile)
  return rect.x >= 0 && rect.y >= 0 && rect.x + rect.w <= right && rect.y + rect.h <= bottom
}
