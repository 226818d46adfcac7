import type {
  TemplateCode,
  TemplateLine,
  TemplateNode,
  TemplateText,
} from '@/domain/record/labelTemplate.ts'

type Frame = readonly [xMm: number, yMm: number, widthMm: number, heightMm?: number]

/** A text of a shipped template: one line, weight 500, left, not fitting is a fault. */
export function text(
  words: string,
  [xMm, yMm, widthMm, heightMm]: Frame,
  style: Partial<TemplateText> & Pick<TemplateText, 'sizePt'>,
): TemplateText {
  return {
    kind: 'text',
    text: words,
    xMm,
    yMm,
    widthMm,
    ...(heightMm === undefined ? {} : { heightMm }),
    shrinkToPt: Math.min(6, style.sizePt),
    weight: 500,
    maxLines: 1,
    overflow: 'error',
    align: 'left',
    ...style,
  }
}

/** A code of a shipped template, its frame with the quiet zones. */
export function code(
  kind: TemplateCode['kind'],
  words: string,
  [xMm, yMm, widthMm, heightMm = 0]: Frame,
  style: Partial<TemplateCode> = {},
): TemplateCode {
  return { kind, text: words, xMm, yMm, widthMm, heightMm, hri: false, moduleMaxMm: 0.5, ...style }
}

/** A line from left to right, two dots thick. */
export function rule(xMm: number, yMm: number, widthMm: number): TemplateLine {
  return { kind: 'rule', xMm, yMm, widthMm, heightMm: 0, strokeDots: 2 }
}

/** Three frames in a row for handling marks; those without one are left out. */
export function markBoxes(xMm: number, yMm: number): TemplateNode[] {
  return ['mark1', 'mark2', 'mark3'].flatMap((mark, index): TemplateNode[] => {
    const left = xMm + index * 22
    const frame = { xMm: left, yMm, widthMm: 20, heightMm: 6.6 }
    return [
      { kind: 'box', ...frame, strokeDots: 2, onlyWith: mark },
      text(`{${mark}}`, [left + 0.8, yMm + 0.8, 18.4], {
        sizePt: 14,
        shrinkToPt: 7,
        weight: 700,
        align: 'center',
      }),
    ]
  })
}
