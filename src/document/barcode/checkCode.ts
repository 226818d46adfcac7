import { GS } from '@/domain/barcode/gs1Elements.ts'
import type { Rect } from '../dotOp.ts'
import { type CodeNode, isLinear, type LabelModel } from '../labelModel.ts'
import { mmToDots, type PrinterProfile, widestDots } from '../printerProfile.ts'
import { checkGs1, type Gs1Code } from './checkGs1.ts'
import {
  LINEAR_QUIET_MODULES,
  linearModules,
  MODULE_MIN_DOTS,
  moduleMinDots,
} from './linearModules.ts'
import { matrices } from './matrixModules.ts'

export interface CodeFault {
  readonly code: 'PRN-024' | 'PRN-025' | 'PRN-026' | 'PRN-027' | Gs1Code
  readonly params: Readonly<Record<string, string | number>>
}

/** The paper around a code: label, print head and what else is drawn. */
export interface CodeSurroundings {
  readonly model: LabelModel
  readonly profile: PrinterProfile
  readonly others: readonly Rect[]
}

const ASCII = /^[\x20-\x7e]+$/

/** Faults that would keep a scanner from reading the code, or from reading what was meant: thin
 *  modules, quiet zone cut or covered, content that the code cannot hold or GS1 forbids. */
export function checkCode(node: CodeNode, around: CodeSurroundings): CodeFault[] {
  const isGs1 = node.kind === 'gs1-128' || node.kind === 'gs1-datamatrix'
  const plain = isGs1 ? node.text.replaceAll(GS, '') : node.text
  const params = { text: plain }
  if (node.kind !== 'qr' && !ASCII.test(plain)) return [{ code: 'PRN-026', params }]
  const content = isGs1 ? checkGs1(node.text) : undefined
  if (content) return [{ code: content.code, params: { ...params, ai: content.ai } }]
  const zone = zoneOf(node, around.profile)
  if (zone === undefined) return [{ code: 'PRN-027', params }]
  const faults: CodeFault[] = []
  const least = isLinear(node) ? moduleMinDots(node.kind) : MODULE_MIN_DOTS
  if (node.moduleDots < least) faults.push({ code: 'PRN-024', params })
  if (!isFree(zone, around)) faults.push({ code: 'PRN-025', params })
  return faults
}

/** The code with its quiet zone in dots, or undefined where the content is not valid. */
function zoneOf(node: CodeNode, profile: PrinterProfile): Rect | undefined {
  const x = mmToDots(node.xMm, profile)
  const y = mmToDots(node.yMm, profile)
  if (!isLinear(node)) {
    const { quietModules, modules } = matrices[node.kind]
    const size = modules(node.text)?.size
    if (size === undefined) return undefined
    const quiet = quietModules * node.moduleDots
    const side = size * node.moduleDots + 2 * quiet
    return { x: x - quiet, y: y - quiet, w: side, h: side }
  }
  const count = linearModules(node.kind, node.text)?.length
  if (count === undefined) return undefined
  const quiet = LINEAR_QUIET_MODULES * node.moduleDots
  const h = mmToDots(node.heightMm, profile)
  return { x: x - quiet, y, w: count * node.moduleDots + 2 * quiet, h }
}

function isFree(zone: Rect, { model, profile, others }: CodeSurroundings): boolean {
  const right = Math.min(mmToDots(model.widthMm, profile), widestDots(profile))
  const bottom = mmToDots(model.heightMm, profile)
  const isOn = zone.x >= 0 && zone.y >= 0 && zone.x + zone.w <= right && zone.y + zone.h <= bottom
  return isOn && !others.some((rect) => overlaps(zone, rect))
}

function overlaps(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}
