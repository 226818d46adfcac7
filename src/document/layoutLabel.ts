import type { DotOp } from './dotOp.ts'
import { fitText, LINE_PITCH } from './fitText.ts'
import { type FontMetrics, textWidth } from './fontFacts.ts'
import type { ImageNode, LabelModel, LabelNode, LineNode, TextNode } from './labelModel.ts'
import { layoutLinear, layoutMatrix } from './layoutCode.ts'
import { BASELINE_SHARE, glyphOps } from './layoutType.ts'
import { mmToDots, type PrinterProfile } from './printerProfile.ts'

/** Turns a label into black rectangles, runs of type and pictures in whole dots. Run `lintLabel` first: a node
 *  that cannot be drawn is left out here. Same model, profile and metrics give the same ops. */
export function layoutLabel(
  model: LabelModel,
  profile: PrinterProfile,
  metrics: FontMetrics,
): DotOp[] {
  return model.nodes.flatMap((node) => layoutNode(node, profile, metrics))
}

function layoutNode(node: LabelNode, profile: PrinterProfile, metrics: FontMetrics): DotOp[] {
  switch (node.kind) {
    case 'text':
      return layoutText(node, profile, metrics)
    case 'rule':
    case 'box':
      return layoutLine(node, profile)
    case 'qr':
    case 'datamatrix':
    case 'gs1-datamatrix':
      return layoutMatrix(node, profile)
    case 'image':
      return [layoutImage(node, profile)]
    default:
      return layoutLinear(node, profile, metrics)
  }
}

function layoutText(node: TextNode, profile: PrinterProfile, metrics: FontMetrics): DotOp[] {
  const { sizePx, lines } = fitText(node, profile, metrics)
  const left = mmToDots(node.xMm, profile)
  const top = mmToDots(node.yMm, profile)
  const widthPx = mmToDots(node.widthMm, profile)
  return lines.flatMap((text, index): DotOp[] => {
    const free = widthPx - textWidth(text, sizePx, node.weight, metrics)
    const share = node.align === 'center' ? 0.5 : node.align === 'right' ? 1 : 0
    const baseline = top + Math.round(sizePx * (BASELINE_SHARE + index * LINE_PITCH))
    const x = left + Math.max(0, Math.floor(free * share))
    return glyphOps({ x, baseline, sizePx, weight: node.weight, text }, metrics)
  })
}

function layoutLine(node: LineNode, profile: PrinterProfile): DotOp[] {
  const x = mmToDots(node.xMm, profile)
  const y = mmToDots(node.yMm, profile)
  const w = Math.max(node.strokeDots, mmToDots(node.widthMm, profile))
  const h = Math.max(node.strokeDots, mmToDots(node.heightMm, profile))
  if (node.kind === 'rule') return [{ kind: 'fill', x, y, w, h }]
  const s = node.strokeDots
  return [
    { kind: 'fill', x, y, w, h: s },
    { kind: 'fill', x, y: y + h - s, w, h: s },
    { kind: 'fill', x, y: y + s, w: s, h: h - 2 * s },
    { kind: 'fill', x: x + w - s, y: y + s, w: s, h: h - 2 * s },
  ]
}

function layoutImage(node: ImageNode, profile: PrinterProfile): DotOp {
  const { imageId, dither } = node
  const x = mmToDots(node.xMm, profile)
  const y = mmToDots(node.yMm, profile)
  const w = mmToDots(node.widthMm, profile)
  const h = mmToDots(node.heightMm, profile)
  return { kind: 'image', imageId, dither, x, y, w, h }
}
