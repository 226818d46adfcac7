/** The paper of office printers, millimetres. */
export const A4 = { widthMm: 210, heightMm: 297 } as const

/** Labels on an A4 sheet: where the first one begins, how large each is, from one to the next. */
export interface SheetGrid {
  readonly columns: number
  readonly rows: number
  readonly leftMm: number
  readonly topMm: number
  readonly labelWidthMm: number
  readonly labelHeightMm: number
  readonly pitchXMm: number
  readonly pitchYMm: number
}

/** Sheets that every stationer has, by columns and rows; others are described in the settings. */
export const sheetGrids = {
  '3x8': gridOf([3, 8], [70, 37], [0, 0.5]),
  '4x10': gridOf([4, 10], [52.5, 29.7], [0, 0]),
} as const satisfies Record<string, SheetGrid>

function gridOf(
  [columns, rows]: readonly [number, number],
  [labelWidthMm, labelHeightMm]: readonly [number, number],
  [leftMm, topMm]: readonly [number, number],
): SheetGrid {
  const pitch = { pitchXMm: labelWidthMm, pitchYMm: labelHeightMm }
  return { columns, rows, leftMm, topMm, labelWidthMm, labelHeightMm, ...pitch }
}

/** Labels on one sheet. */
export const cellsOf = ({ columns, rows }: SheetGrid): number => columns * rows

/** Half a millimetre is cut away without harm. */
const SLACK_MM = 0.5

/** False where labels stand over each other or outside the paper. */
export function isSheetGrid(grid: SheetGrid): boolean {
  const { columns, rows, leftMm, topMm, labelWidthMm, labelHeightMm, pitchXMm, pitchYMm } = grid
  const right = leftMm + (columns - 1) * pitchXMm + labelWidthMm
  const bottom = topMm + (rows - 1) * pitchYMm + labelHeightMm
  return (
    right <= A4.widthMm + SLACK_MM &&
    bottom <= A4.heightMm + SLACK_MM &&
    (columns === 1 || pitchXMm >= labelWidthMm) &&
    (rows === 1 || pitchYMm >= labelHeightMm)
  )
}
