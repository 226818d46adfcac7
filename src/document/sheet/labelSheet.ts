import { assert } from '@/kernel/assert.ts'
import type { LabelTemplate } from '@/domain/record/labelTemplate.ts'
import type { LabelModel, LabelNode } from '../labelModel.ts'
import { mmToDots, type PrinterProfile } from '../printerProfile.ts'
import { A4, cellsOf, type SheetGrid } from './sheetGrid.ts'

type Dots = Pick<PrinterProfile, 'dotsPerMm'>

/** Labels of an A4 sheet as one label of that size, each in the middle of its cell and moved by whole dots,
 *  so that bars are as true as on a label of their own. `firstCell` counts from 1, along the rows: cells
 *  before it stay white. Throws where they do not fit the sheet. */
export function labelSheet(
  labels: readonly LabelModel[],
  { grid, firstCell }: { readonly grid: SheetGrid; readonly firstCell: number },
  dots: Dots,
): LabelModel {
  const last = firstCell + labels.length - 1
  assert(firstCell >= 1 && last <= cellsOf(grid), 'labels fit the cells of a sheet')
  const nodes = labels.flatMap((label, index) => {
    const cell = cellAt(grid, firstCell - 1 + index)
    const xMm = wholeDots(cell.xMm + (grid.labelWidthMm - label.widthMm) / 2, dots)
    const yMm = wholeDots(cell.yMm + (grid.labelHeightMm - label.heightMm) / 2, dots)
    return label.nodes.map(
      (node): LabelNode => ({ ...node, xMm: node.xMm + xMm, yMm: node.yMm + yMm }),
    )
  })
  return { version: 1, ...A4, nodes }
}

function cellAt({ columns, leftMm, topMm, pitchXMm, pitchYMm }: SheetGrid, index: number) {
  return {
    xMm: leftMm + (index % columns) * pitchXMm,
    yMm: topMm + Math.floor(index / columns) * pitchYMm,
  }
}

const wholeDots = (mm: number, dots: Dots): number => mmToDots(mm, dots) / dots.dotsPerMm

/** White on each side of a label: sheets are never fed to the tenth of a millimetre. */
const EDGE_MM = 1

/** The largest template that a cell has room for; undefined where all are too large. */
export function sheetTemplate(
  templates: readonly LabelTemplate[],
  { labelWidthMm, labelHeightMm }: SheetGrid,
): LabelTemplate | undefined {
  const area = (template: LabelTemplate) => template.widthMm * template.heightMm
  return templates
    .filter(
      ({ widthMm, heightMm }) =>
        widthMm + 2 * EDGE_MM <= labelWidthMm && heightMm + 2 * EDGE_MM <= labelHeightMm,
    )
    .sort((a, b) => area(b) - area(a))[0]
}
