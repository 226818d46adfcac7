import type { Rect } from '../dotOp.ts'
import type { LabelModel, LinearNode, QrNode } from '../labelModel.ts'
import { mmToDots, type PrinterProfile } from '../printerProfile.ts'
import { LINEAR_QUIET_MODULES, linearModules } from './linearModules.ts'
import { QR_QUIET_MODULES, qrModules } from './qrModules.ts'

/** One module narrower than this is lost to a dot of bleed. */
export const MODULE_MIN_DOTS = 2

export interface CodeFault {
  readonly code: 'PRN-024' | 'PRN-025' | 'PRN-026' | 'PRN-027'
  readonly params: Readonly<Record<string, string | number>>
}

/** The paper around a code: label, print head and what else is drawn. */
export interface CodeSurroundings {
  readonly model: LabelModel
  readonly profile: PrinterProfile
  readonly others: readonly Rect[]
}

/** Faults that would keep a scanner from reading the code: thin modules, quiet zone cut or covered,
 *  characters or check digits that the code cannot hold. */
export function checkCode(node: LinearNode | QrNode, around: CodeSurroundings): CodeFault[] {
  const params = { text: node.text }
  if (node.kind !== 'qr' && !/^[\x20-\x7e]+$/.test(node.text)) return [{ code: 'PRN-026', params }]
  const zone = zoneOf(node, around.profile)
  if (zone === undefined) return [{ code: 'PRN-027', params }]
  const faults: CodeFault[] = []
  if (node.moduleDots < MODULE_MIN_DOTS) faults.push({ code: 'PRN-024', params })
  if (!isFree(zone, around)) faults.push({ code: 'PRN-025', params })
  return faults
}

/** The code with its quiet zone in dots, or undefined where the content is not valid. */
function zoneOf(node: LinearNode | QrNode, profile: PrinterProfile): Rect | undefined {
  const x = mmToDots(node.xMm, profile)
  const y = mmToDots(node.yMm, profile)
  if (node.kind === 'qr') {
    const size = qrModules(node.text)?.size
    if (size === undefined) return undefined
    const quiet = QR_QUIET_MODULES * node.moduleDots
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
  const right = Math.min(mmToDots(model.widthMm, profile), profile.headDots)
  const bottom = mmToDots(model.heightMm, profile)
  const isOn = zone.x >= 0 && zone.y >= 0 && zone.x + zone.w <= right && zone.y + zone.h <= bottom
  return isOn && !others.some((rect) => overlaps(zone, rect))
}

function overlaps(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}
