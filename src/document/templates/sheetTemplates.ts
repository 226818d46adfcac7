import type { LabelTemplate } from '@/domain/record/labelTemplate.ts'
import { code, text } from './parts.ts'

const bold = { weight: 700 } as const
const ends = { overflow: 'ellipsis' } as const
const right = { align: 'right' } as const
const center = { align: 'center' } as const
const size60 = { version: 1, widthMm: 60, heightMm: 30 } as const
const size44 = { version: 1, widthMm: 44, heightMm: 22 } as const

/** Labels for the cells of A4 sheets, small enough to stay clear of the edge that office printers leave
 *  white: 60 × 30 mm in cells of 70 × 37, 44 × 22 mm in cells of 52.5 × 29.7. */
export const sheetTemplates: readonly LabelTemplate[] = [
  {
    ...size60,
    id: 'goods-60x30',
    kind: 'goods',
    nodes: [
      text('{name}', [1, 0.5, 58], { sizePt: 9, shrinkToPt: 7, ...bold, ...ends }),
      text('{spec}', [1, 4.6, 58], { sizePt: 9, shrinkToPt: 7, ...bold, ...ends }),
      text('{skuCode}', [1, 8.7, 58], { sizePt: 8, ...ends }),
      text('{lotText}  {expiresText}', [1, 12.3, 58], { sizePt: 7.5, ...ends }),
      code('barcode', '{barcode}', [0, 16, 60, 13.6], { hri: true, moduleMaxMm: 0.375 }),
    ],
  },
  {
    ...size44,
    id: 'goods-44x22',
    kind: 'goods',
    nodes: [
      text('{name}', [0.5, 0, 43], { sizePt: 7, shrinkToPt: 6, ...bold, ...ends }),
      text('{spec}', [0.5, 2.9, 43], { sizePt: 7, shrinkToPt: 6, ...bold, ...ends }),
      text('{skuCode}', [0.5, 5.8, 43], { sizePt: 6, ...ends }),
      text('{lotText}  {expiresText}', [0.5, 8.2, 43], { sizePt: 6, ...ends }),
      code('barcode', '{barcode}', [0, 10.8, 44, 10.8], { hri: true, moduleMaxMm: 0.3 }),
    ],
  },
  {
    ...size60,
    id: 'bin-60x30',
    kind: 'bin',
    nodes: [
      text('{zone}', [1, 0.5, 32], { sizePt: 9, shrinkToPt: 7, ...ends }),
      text('{weightLimit}', [33, 0.5, 26], { sizePt: 9, shrinkToPt: 7, ...right, ...ends }),
      text('{code}', [1, 4.2, 58], { sizePt: 28, shrinkToPt: 12, ...bold, ...center }),
      code('code128', '{code}', [0, 17, 60, 12.6]),
    ],
  },
  {
    ...size44,
    id: 'bin-44x22',
    kind: 'bin',
    nodes: [
      text('{code}', [0, 0, 44], { sizePt: 22, shrinkToPt: 10, ...bold, ...center }),
      code('code128', '{code}', [0, 10.5, 44, 11.1]),
    ],
  },
  {
    ...size60,
    id: 'tote-60x30',
    kind: 'tote',
    nodes: [
      text('{title}', [1, 0.5, 58], { sizePt: 9, shrinkToPt: 7, ...ends }),
      text('{code}', [1, 4.2, 58], { sizePt: 28, shrinkToPt: 12, ...bold, ...center }),
      code('code128', '{code}', [0, 17, 60, 12.6]),
    ],
  },
  {
    ...size44,
    id: 'tote-44x22',
    kind: 'tote',
    nodes: [
      text('{code}', [0, 0, 44], { sizePt: 22, shrinkToPt: 10, ...bold, ...center }),
      code('code128', '{code}', [0, 10.5, 44, 11.1]),
    ],
  },
]
