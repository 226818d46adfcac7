import { execFileSync } from 'node:child_process'
import { describe, expect, test, vi } from 'vitest'
import { binFields, toteFields } from '@/document/labels/placeLabel.ts'
import { skuFields } from '@/document/labels/skuLabel.ts'
import type { Bitmap } from '@/document/dotOp.ts'
import type { LabelModel } from '@/document/labelModel.ts'
import { defaultProfile, type PrinterProfile } from '@/document/printerProfile.ts'
import { labelSheet, sheetTemplate } from '@/document/sheet/labelSheet.ts'
import { cellsOf, isSheetGrid, type SheetGrid, sheetGrids } from '@/document/sheet/sheetGrid.ts'
import { fillTemplate, type TemplateFields } from '@/document/templates/fillTemplate.ts'
import { shippedTemplates } from '@/document/templates/templateBook.ts'
import type { SheetOrder } from '@/domain/record/outbound.ts'
import { createLabelPress } from '@/station/print/labelPress.ts'
import { loadLabelFonts } from '@/station/print/labelFonts.ts'
import { readPaperWords } from '@/ui/paper/readPaperWords.ts'
import { readCrop } from '../driver/readCodes.ts'

// The first PDF opens two fonts of 10 MB.
vi.setConfig({ testTimeout: 60_000 })

const profile: PrinterProfile = { ...defaultProfile('office'), language: 'pdf', dotsPerMm: 11.811 }
const press = createLabelPress(loadLabelFonts())
const words = readPaperWords('zh-CN')
const LONG = '新款加绒加厚直筒弹力牛仔裤男士秋冬季宽松休闲百搭长裤'

const fieldsOf: Readonly<Record<SheetOrder['kind'], (n: number) => TemplateFields>> = {
  goods: (n) =>
    skuFields(
      {
        skuCode: `NZ2610-BL-XL-${n}`,
        name: n % 2 === 0 ? LONG : '牛仔裤',
        specs: ['深蓝', 'XL'],
        barcode: ean(n),
        lot: 'L7-2611',
        expiresOn: '2028-10-31',
      },
      words.label,
    ),
  bin: (n) =>
    binFields({ code: codeOf('bin', n), zoneName: '存储区', weightLimitG: 120_000 }, words.label),
  tote: (n) => toteFields(codeOf('tote', n), words.label),
}

function codeOf(kind: SheetOrder['kind'], n: number): string {
  if (kind === 'goods') return ean(n)
  const no = String(n + 1).padStart(4, '0')
  return kind === 'bin' ? `A-${no.slice(0, 2)}-2-${no.slice(2)}` : `T-${no}`
}

/** Example: 0 -> 6901234567892. */
function ean(n: number): string {
  const body = String(690_123_456_789 + n)
  const sum = Array.from(body, (digit, at) => Number(digit) * (at % 2 === 0 ? 1 : 3))
  return body + ((10 - (sum.reduce((a, b) => a + b, 0) % 10)) % 10)
}

function sheetOf(kind: SheetOrder['kind'], grid: SheetGrid, firstCell: number): LabelModel {
  const template = sheetTemplate(
    shippedTemplates.filter((each) => each.kind === kind),
    grid,
  )
  if (!template) throw new Error(`no template of ${kind}`)
  const labels = Array.from({ length: cellsOf(grid) - firstCell + 1 }, (_, n) =>
    fillTemplate(template, fieldsOf[kind](n), profile),
  )
  return labelSheet(labels, { grid, firstCell }, profile)
}

/** The page as an office printer of 300 dpi would put it on paper. */
function pageOf(pdf: Uint8Array): Bitmap {
  const pbm = execFileSync('pdftoppm', ['-r', '300', '-mono', '-'], {
    input: pdf,
    maxBuffer: 50_000_000,
  })
  const [head, width = '', height = ''] = /^P4\n(\d+) (\d+)\n/.exec(pbm.toString('latin1')) ?? []
  if (head === undefined) throw new Error('no page')
  const [widthDots, heightDots] = [Number(width), Number(height)]
  const bits = Uint8Array.from(pbm.subarray(head.length))
  return { widthDots, heightDots, bytesPerRow: Math.ceil(widthDots / 8), bits }
}

describe('sheets of labels on A4', () => {
  test.each(
    Object.entries(sheetGrids).flatMap(([name, grid]) =>
      (['goods', 'bin', 'tote'] as const).map((kind) => [kind, name, grid] as const),
    ),
  )(
    'every code of a sheet of %s labels, %s, reads back from its own cell',
    async (kind, _, grid) => {
      const firstCell = 3
      const sheet = sheetOf(kind, grid, firstCell)
      expect(press.check(sheet, profile)).toEqual([])
      const page = pageOf(await press.encode(sheet, profile))
      expect([page.widthDots, page.heightDots]).toEqual([2481, 3508])
      const read = await Promise.all(
        Array.from({ length: cellsOf(grid) }, (_cell, at) => readCrop(page, cellRect(grid, at))),
      )
      const wanted = Array.from({ length: cellsOf(grid) }, (_cell, at) =>
        at < firstCell - 1 ? [] : [codeOf(kind, at - firstCell + 1)],
      )
      expect(read).toEqual(wanted)
    },
  )

  test('nothing stands on the edge that office printers leave white', async () => {
    for (const grid of Object.values(sheetGrids))
      for (const kind of ['goods', 'bin', 'tote'] as const)
        expect(whiteEdgeMm(press.draw(sheetOf(kind, grid, 1), profile))).toBeGreaterThan(3.5)
  })

  test('more labels than cells are refused, and grids whose labels stand over each other', () => {
    const grid = sheetGrids['3x8']
    const label = { version: 1, widthMm: 60, heightMm: 30, nodes: [] } as const
    const most = Array.from({ length: 24 }, () => label)
    expect(labelSheet(most, { grid, firstCell: 1 }, profile).widthMm).toBe(210)
    expect(() => labelSheet(most, { grid, firstCell: 2 }, profile)).toThrow('cells')
    expect(Object.values(sheetGrids).every(isSheetGrid)).toBe(true)
    expect(isSheetGrid({ ...grid, pitchXMm: 69 })).toBe(false)
    expect(isSheetGrid({ ...grid, rows: 9 })).toBe(false)
  })
})

function cellRect(grid: SheetGrid, at: number) {
  const { columns, leftMm, topMm, pitchXMm, pitchYMm, labelWidthMm, labelHeightMm } = grid
  const dots = (mm: number) => Math.floor(mm * 11.811)
  return {
    x: dots(leftMm + (at % columns) * pitchXMm),
    y: dots(topMm + Math.floor(at / columns) * pitchYMm),
    w: dots(labelWidthMm),
    h: dots(labelHeightMm),
  }
}

/** Least white on any side of a page. */
function whiteEdgeMm({ widthDots, heightDots, bytesPerRow, bits }: Bitmap): number {
  let least = widthDots
  bits.forEach((byte, at) => {
    if (byte === 0) return
    const [x, y] = [(at % bytesPerRow) * 8, Math.floor(at / bytesPerRow)]
    least = Math.min(least, x, y, widthDots - x - 8, heightDots - y)
  })
  return least / 11.811
}
