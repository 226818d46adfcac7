import type { LabelTemplate } from '@/domain/record/labelTemplate.ts'
import { code, markBoxes, rule, text } from './parts.ts'

const EDGE_MM = 3
const QR_MM = 17
const FOOT_MM = 5

/** The shop's part of a waybill: order, pieces, what is inside, marks, note, packer, number. */
function ownAreaTemplate(widthMm: number, heightMm: number, itemsPt: number): LabelTemplate {
  const inner = widthMm - 2 * EDGE_MM
  const textMm = inner - QR_MM
  const foot = heightMm - FOOT_MM
  const packerMm = inner * 0.58
  const numberMm = inner - packerMm
  const small = { overflow: 'ellipsis', shrinkToPt: 7 } as const
  return {
    version: 1,
    id: `ownArea-${widthMm}x${heightMm}`,
    kind: 'ownArea',
    widthMm,
    heightMm,
    nodes: [
      rule(EDGE_MM, 0, inner),
      text('{orderText}', [EDGE_MM, 1.5, textMm - 18], { sizePt: 8, overflow: 'ellipsis' }),
      text('{pieces}', [EDGE_MM + textMm - 18, 1.2, 17], {
        sizePt: 10,
        weight: 700,
        align: 'right',
      }),
      code('qr', '{waybillNo}', [widthMm - EDGE_MM - QR_MM, 0.3, QR_MM, QR_MM]),
      text('{items}', [EDGE_MM, 6.5, textMm, 10.5], {
        sizePt: itemsPt,
        maxLines: 20,
        grows: true,
        ...small,
      }),
      ...markBoxes(EDGE_MM, foot - 15.5),
      text('{noteText}', [EDGE_MM, foot - 7.7, inner, 7.4], { sizePt: 9, maxLines: 2, ...small }),
      rule(EDGE_MM, foot, inner),
      text('{packerText}　{inspected}', [EDGE_MM, foot + 0.9, packerMm], {
        sizePt: 9,
        overflow: 'ellipsis',
      }),
      text('{waybillNo}', [EDGE_MM + packerMm, foot + 0.9, numberMm], {
        sizePt: 9,
        align: 'right',
      }),
    ],
  }
}

/** As shipped, one for each own area of the waybill papers. */
export const ownAreaTemplates: readonly LabelTemplate[] = [
  ownAreaTemplate(76, 50, 10),
  ownAreaTemplate(100, 50, 12),
  ownAreaTemplate(100, 51, 12),
  ownAreaTemplate(100, 60, 12),
  ownAreaTemplate(100, 70, 12),
]
