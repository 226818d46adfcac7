import { type TemplateCode, fillText } from '@/domain/record/labelTemplate.ts'
import { linearWidthModules, moduleMinDots } from '../barcode/linearModules.ts'
import { matrices } from '../barcode/matrixModules.ts'
import { linearNode } from '../labels/nodes.ts'
import type { LabelNode, LinearKind, MatrixKind } from '../labelModel.ts'
import type { PrinterProfile } from '../printerProfile.ts'
import { gs1Content } from './gs1Content.ts'

/** Room that the line below the bars takes of the frame. */
const HRI_ROOM_MM = 4.2

/** The code of a template in its frame, with the values of one thing. What the code cannot hold becomes a
 *  node all the same, and the lint refuses it by its text. */
export function codeNode(
  node: TemplateCode,
  fields: Readonly<Record<string, string>>,
  { dotsPerMm }: Pick<PrinterProfile, 'dotsPerMm'>,
): LabelNode {
  const { kind } = node
  switch (kind) {
    case 'qr':
    case 'datamatrix':
      return squares(node, kind, fillText(node.text, fields), dotsPerMm)
    case 'gs1-datamatrix':
      return squares(node, kind, gs1Content(node.text, fields), dotsPerMm)
    case 'gs1-128':
      return bars(node, kind, gs1Content(node.text, fields), dotsPerMm)
    case 'barcode': {
      const text = fillText(node.text, fields)
      return bars(node, eanFits(node, text, dotsPerMm) ? 'ean13' : 'code128', text, dotsPerMm)
    }
    default:
      return bars(node, kind, fillText(node.text, fields), dotsPerMm)
  }
}

type DotsPerMm = PrinterProfile['dotsPerMm']
type Frame = Pick<TemplateCode, 'xMm' | 'yMm' | 'widthMm' | 'heightMm' | 'hri' | 'moduleMaxMm'>

function bars(frame: Frame, kind: LinearKind, text: string, dotsPerMm: DotsPerMm): LabelNode {
  const { xMm, yMm, widthMm, hri, moduleMaxMm } = frame
  const heightMm = hri ? Math.max(1, frame.heightMm - HRI_ROOM_MM) : frame.heightMm
  const place = { xMm, yMm, widthMm, heightMm, hri, moduleMaxMm, align: 'center' } as const
  return linearNode({ kind, text, ...place }, dotsPerMm)
}

/** 13 digits with the right check digit, in a frame wide enough: on narrow paper the same digits as
 *  Code 128 still read after a dot of bleed, an EAN would not. */
function eanFits({ widthMm }: Frame, text: string, dotsPerMm: number): boolean {
  const modules = linearWidthModules('ean13', text)
  return (
    modules !== undefined && modules * moduleMinDots('ean13') <= Math.floor(widthMm * dotsPerMm)
  )
}

function squares(frame: Frame, kind: MatrixKind, text: string, dotsPerMm: DotsPerMm): LabelNode {
  const { xMm, yMm, widthMm, heightMm, moduleMaxMm } = frame
  const { quietModules, modules: modulesOf } = matrices[kind]
  const modules = (modulesOf(text)?.size ?? 0) + 2 * quietModules
  const fitting = Math.floor((Math.min(widthMm, heightMm) * dotsPerMm) / modules)
  const moduleDots = Math.max(1, Math.min(Math.floor(moduleMaxMm * dotsPerMm), fitting))
  const sideMm = (modules * moduleDots) / dotsPerMm
  const quietMm = (quietModules * moduleDots) / dotsPerMm
  const left = xMm + (widthMm - sideMm) / 2 + quietMm
  const top = yMm + (heightMm - sideMm) / 2 + quietMm
  return { kind, xMm: left, yMm: top, moduleDots, text }
}
