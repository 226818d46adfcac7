import { gs1Words, readGs1Elements } from '@/domain/barcode/gs1Elements.ts'
import { LINEAR_QUIET_MODULES, linearModules } from './barcode/linearModules.ts'
import { matrices } from './barcode/matrixModules.ts'
import type { DotOp } from './dotOp.ts'
import { type FontMetrics, textWidth } from './fontFacts.ts'
import type { LinearNode, MatrixNode } from './labelModel.ts'
import { BASELINE_SHARE, glyphOps } from './layoutType.ts'
import { mmToDots, type PrinterProfile, ptToPx } from './printerProfile.ts'

const HRI_PT = 10
const HRI_GAP_MM = 0.6

/** The bars of a 1-D code in whole dots, with the line below them where the node wants it; nothing
 *  where the code cannot hold the text. */
export function layoutLinear(
  node: LinearNode,
  profile: PrinterProfile,
  metrics: FontMetrics,
): DotOp[] {
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
  const text = hriText(node)
  const sizePx = hriSizePx(text, modules.length * node.moduleDots, { node, profile, metrics })
  const free = modules.length * node.moduleDots - textWidth(text, sizePx, 700, metrics)
  const baseline = y + h + mmToDots(HRI_GAP_MM, profile) + Math.round(sizePx * BASELINE_SHARE)
  const line = { x: left + Math.floor(free / 2), baseline, sizePx, weight: 700, text } as const
  return [...bars, ...glyphOps(line, metrics)]
}

/** People read identifiers in brackets; scanners must not find them. */
function hriText({ kind, text }: LinearNode): string {
  if (kind !== 'gs1-128') return text
  const reading = readGs1Elements(text)
  return reading.kind === 'elements' ? gs1Words(reading.elements) : ''
}

interface HriPlace {
  readonly node: LinearNode
  readonly profile: PrinterProfile
  readonly metrics: FontMetrics
}

/** The line below a narrow code must not run into what stands beside its quiet zone. */
function hriSizePx(text: string, barsPx: number, { node, profile, metrics }: HriPlace): number {
  const roomPx = barsPx + 2 * LINEAR_QUIET_MODULES * node.moduleDots
  const widest = roomPx / textWidth(text, 1, 700, metrics)
  return Math.min(ptToPx(HRI_PT, profile), Math.floor(widest))
}

/** The squares of a 2-D code in whole dots; nothing where the code cannot hold the text. */
export function layoutMatrix(node: MatrixNode, profile: PrinterProfile): DotOp[] {
  const grid = matrices[node.kind].modules(node.text)
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
