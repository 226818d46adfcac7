import type { LabelTemplate } from '@/domain/record/labelTemplate.ts'
import { code, markBoxes, rule, text } from './parts.ts'

const bold = { weight: 700 } as const
const ends = { overflow: 'ellipsis' } as const
const right = { align: 'right' } as const
const center = { align: 'center' } as const
const size60 = { version: 1, widthMm: 60, heightMm: 40 } as const
const size40 = { version: 1, widthMm: 40, heightMm: 30 } as const
const size100 = { version: 1, widthMm: 100, heightMm: 100 } as const

/** Labels that stand on things of the warehouse, as shipped; the paper of each kind that most have is
 *  first. */
export const thingTemplates: readonly LabelTemplate[] = [
  {
    ...size60,
    id: 'goods-60x40',
    kind: 'goods',
    nodes: [
      text('{name}', [3, 2.5, 54, 9], { sizePt: 11, shrinkToPt: 8, maxLines: 2, ...bold, ...ends }),
      text('{spec}', [3, 12, 54], { sizePt: 11, shrinkToPt: 7, ...bold, ...ends }),
      text('{skuCode}', [3, 16.8, 54], { sizePt: 8 }),
      text('{lotText}  {expiresText}', [3, 20.4, 54], { sizePt: 7.5 }),
      code('barcode', '{barcode}', [1, 24, 58, 14], { hri: true, moduleMaxMm: 0.375 }),
    ],
  },
  {
    ...size40,
    id: 'goods-40x30',
    kind: 'goods',
    nodes: [
      text('{name}', [2, 1.5, 36, 6.5], { sizePt: 8, maxLines: 2, ...bold, ...ends }),
      text('{spec}', [2, 8.4, 36], { sizePt: 8, ...bold, ...ends }),
      text('{skuCode}', [2, 11.8, 36], { sizePt: 6.5 }),
      text('{lotText}  {expiresText}', [2, 14.7, 36], { sizePt: 6, ...ends }),
      code('barcode', '{barcode}', [0, 17.8, 40, 11.6], { hri: true, moduleMaxMm: 0.375 }),
    ],
  },
  {
    ...size60,
    id: 'lot-60x40',
    kind: 'lot',
    nodes: [
      text('{name}', [3, 2, 54], { sizePt: 9, ...bold, ...ends }),
      text('{skuCode}  {spec}', [3, 6, 54], { sizePt: 7, ...ends }),
      rule(3, 9.6, 54),
      text('{lotText}', [3, 10.6, 54], { sizePt: 15, shrinkToPt: 8, ...bold }),
      text('{expiresText}', [3, 17, 54], { sizePt: 15, shrinkToPt: 8, ...bold }),
      text('{producedText}', [3, 23, 54], { sizePt: 7.5 }),
      code('barcode', '{barcode}', [1, 26.5, 58, 12.5], { hri: true, moduleMaxMm: 0.375 }),
    ],
  },
  {
    ...size40,
    id: 'lot-40x30',
    kind: 'lot',
    nodes: [
      text('{name}', [2, 1.5, 36], { sizePt: 7, ...ends }),
      text('{lotText}', [2, 5, 36], { sizePt: 10, shrinkToPt: 7, ...bold }),
      text('{expiresText}', [2, 9.6, 36], { sizePt: 10, shrinkToPt: 7, ...bold }),
      text('{producedText}', [2, 14, 36], { sizePt: 6 }),
      code('barcode', '{barcode}', [0, 17.2, 40, 12.2], { hri: true, moduleMaxMm: 0.375 }),
    ],
  },
  {
    ...size60,
    id: 'bin-60x40',
    kind: 'bin',
    nodes: [
      text('{zone}', [3, 2.5, 32], { sizePt: 10, shrinkToPt: 7, ...ends }),
      text('{weightLimit}', [35, 2.5, 22], { sizePt: 10, ...right, ...ends }),
      text('{code}', [2, 7.5, 56], { sizePt: 34, shrinkToPt: 14, ...bold, ...center }),
      code('code128', '{code}', [1, 22.5, 58, 15]),
    ],
  },
  {
    ...size60,
    id: 'tote-60x40',
    kind: 'tote',
    nodes: [
      text('{title}', [3, 2.5, 54], { sizePt: 10, shrinkToPt: 7, ...ends }),
      text('{code}', [2, 7.5, 56], { sizePt: 34, shrinkToPt: 14, ...bold, ...center }),
      code('code128', '{code}', [1, 22.5, 58, 15]),
    ],
  },
  {
    ...size60,
    id: 'commands-60x40',
    kind: 'commands',
    nodes: [
      text('{title}', [3, 2.5, 40], { sizePt: 24, shrinkToPt: 10, ...bold }),
      text('{key}', [43, 4.5, 14], { sizePt: 12, shrinkToPt: 7, ...right }),
      code('code128', '{code}', [1, 14, 58, 23.2], { hri: true }),
    ],
  },
  {
    ...size60,
    id: 'badge-60x40',
    kind: 'badge',
    nodes: [
      text('{title}', [3, 3, 26], { sizePt: 9, shrinkToPt: 7, ...ends }),
      text('{name}', [3, 10, 26, 14], { sizePt: 20, shrinkToPt: 9, maxLines: 2, ...bold }),
      text('{roles}', [3, 26, 26, 10], { sizePt: 9, shrinkToPt: 7, maxLines: 2, ...ends }),
      code('qr', '{badge}', [30, 6, 28, 28], { moduleMaxMm: 0.75 }),
    ],
  },
  {
    ...size60,
    id: 'manifest-60x40',
    kind: 'manifest',
    nodes: [
      text('{title}', [3, 2, 30], { sizePt: 8, ...ends }),
      text('{at}', [30, 2, 27], { sizePt: 8, ...right }),
      text('{carrier}', [3, 6, 36], { sizePt: 18, shrinkToPt: 9, ...bold, ...ends }),
      text('{count}', [39, 6, 18], { sizePt: 18, shrinkToPt: 9, ...bold, ...right }),
      text('{courier}', [3, 14.5, 54], { sizePt: 9, ...ends }),
      code('code128', '{no}', [0, 19.5, 60, 18.5], { hri: true }),
    ],
  },
  {
    ...size100,
    id: 'carton-100x100',
    kind: 'carton',
    nodes: [
      text('{carrier}', [4, 3, 60], { sizePt: 20, shrinkToPt: 10, ...bold, ...ends }),
      text('{pieces}', [66, 3, 30], { sizePt: 20, shrinkToPt: 10, ...bold, ...right }),
      text('{orderText}', [4, 12, 60], { sizePt: 10, ...ends }),
      text('{weight}', [66, 12, 30], { sizePt: 10, ...right }),
      rule(4, 17, 92),
      text('{items}', [4, 18.5, 92, 36], {
        sizePt: 11,
        shrinkToPt: 7,
        maxLines: 12,
        grows: true,
        ...ends,
      }),
      ...markBoxes(4, 55.5),
      rule(4, 64, 92),
      text('{packerText}', [4, 65.5, 46], { sizePt: 9, ...ends }),
      text('{cartonName}', [50, 65.5, 46], { sizePt: 9, ...right, ...ends }),
      code('code128', '{waybillNo}', [1, 72, 98, 25], { hri: true }),
    ],
  },
  {
    ...size60,
    id: 'carton-60x40',
    kind: 'carton',
    nodes: [
      text('{carrier}', [3, 2, 36], { sizePt: 12, shrinkToPt: 7, ...bold, ...ends }),
      text('{pieces}', [39, 2, 18], { sizePt: 12, shrinkToPt: 7, ...bold, ...right }),
      text('{orderText}', [3, 7.4, 54], { sizePt: 7, ...ends }),
      text('{items}', [3, 11, 54, 7], { sizePt: 7.5, maxLines: 4, grows: true, ...ends }),
      text('{marks}', [3, 18.6, 54], { sizePt: 10, shrinkToPt: 7, ...bold }),
      code('code128', '{waybillNo}', [0, 23.5, 60, 15.5], { hri: true }),
    ],
  },
]
