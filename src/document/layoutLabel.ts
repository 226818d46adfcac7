import { LINEAR_QUIET_MODULES, linearModules } from './barcode/linearModules.ts'
import { qrModules } from './barcode/qrModules.ts'
import type { DotOp } from './dotOp.ts'
import { fitText, LINE_PITCH } from './fitText.ts'
import { type FontMetrics, textWidth } from './fontFacts.ts'
import type { LabelModel, LabelNode, LineNode, LinearNode, QrNode, TextNode } from './labelModel.ts'
import { mmToDots, type PrinterProfile, ptToPx } from './printerProfile.ts'

/** Where the baseline of Chinese type lies below the top of its square. */
const BASELINE_SHARE = 0.88
const HRI_PT = 10
const HRI_GAP_MM = 0.6

/** Turns a label into black rectangles and runs of type in whole dots. Run `lintLabel` first: a node
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
      return layoutQr(node, profile)
    default:
      return layoutLinear(node, profile, metrics)
  }
}

function layoutText(node: TextNode, profile: PrinterProfile, metrics: FontMetrics): DotOp[] {
  const { sizePx, lines } = fitText(node, profile, metrics)
  const left = mmToDots(node.xMm, profile)
  const top = mmToDots(node.yMm, profile)
  const widthPx = mmToDots(node.widthMm, profile)
  return lines
    .map((text, index): DotOp => {
      const free = widthPx - textWidth(text, sizePx, node.weight, metrics)
      const share = node.align === 'center' ? 0.5 : node.align === 'right' ? 1 : 0
      const baseline = top + Math.round(sizePx * (BASELINE_SHARE + index * LINE_PITCH))
      const x = left + Math.max(0, Math.floor(free * share))
      return { kind: 'glyphs', x, baseline, sizePx, weight: node.weight, text }
    })
    .filter((op) => op.kind !== 'glyphs' || op.text !== '')
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

function layoutLinear(node: LinearNode, profile: PrinterProfile, metrics: FontMetrics): DotOp[] {
  const modules = linearModules(node.kind, node.text)
  if (modules === undefined) return []
  const left = mmToDots(node.xMm, profile)
  const y = mmToDots(node.yMm, profile)
  const h = mmToDots(node.heightMm, profile)
  const bars = runsOf(modules.length, (i) => modules[i] === '1').map(
    ([start, length]): DotOp => ({
      kind: 'fill',
      x: left + start * node.moduleDots,
      y,
      w: length * node.moduleDots,
      h,
    }),
  )
  if (!node.hri) return bars
  const sizePx = hriSizePx(node, modules.length, profile, metrics)
  const free = modules.length * node.moduleDots - textWidth(node.text, sizePx, 700, metrics)
  const baseline = y + h + mmToDots(HRI_GAP_MM, profile) + Math.round(sizePx * BASELINE_SHARE)
  const x = left + Math.floor(free / 2)
  return [...bars, { kind: 'glyphs', x, baseline, sizePx, weight: 700, text: node.text }]
}

/** The line below a narrow code must not run into what stands beside its quiet zone. */
function hriSizePx(
  node: LinearNode,
  moduleCount: number,
  profile: PrinterProfile,
  metrics: FontMetrics,
): number {
  const roomPx = (moduleCount + 2 * LINEAR_QUIET_MODULES) * node.moduleDots
  const widest = roomPx / textWidth(node.text, 1, 700, metrics)
  return Math.min(ptToPx(HRI_PT, profile), Math.floor(widest))
}

function layoutQr(node: QrNode, profile: PrinterProfile): DotOp[] {
  const grid = qrModules(node.text)
  if (grid === undefined) return []
  const left = mmToDots(node.xMm, profile)
  const top = mmToDots(node.yMm, profile)
  const side = node.moduleDots
  return Array.from({ length: grid.size }, (_, row) =>
    runsOf(grid.size, (column) => grid.isDark(row, column)).map(
      ([start, length]): DotOp => ({
        kind: 'fill',
        x: left + start * side,
        y: top + row * side,
        w: length * side,
        h: side,
      }),
    ),
  ).flat()
}

/** Neighbouring dark modules drawn as one rectangle: [first, how many]. */
function runsOf(count: number, isDark: (index: number) => boolean): [number, number][] {
  const runs: [number, number][] = []
  for (let i = 0; i < count; i += 1) {
    if (!isDark(i)) continue
    const last = runs.at(-1)
    if (last && last[0] + last[1] === i) last[1] += 1
    else runs.push([i, 1])
  }
  return runs
}
