import type { LabelModel, LabelNode } from '../labelModel.ts'
import type { PrinterProfile } from '../printerProfile.ts'
import { linearNode, textNode } from './nodes.ts'
import { rulerTicks, RULER_MARGIN_MM } from './rulerTicks.ts'

/** Words of the test label; `{…}` stand for values. */
export interface RulerWords {
  readonly title: string
  readonly gap: string
  readonly mark: string
  readonly continuous: string
  readonly density: string
  readonly speed: string
  readonly offset: string
  /** In the place of a density or speed that the printer keeps itself. */
  readonly own: string
}

export interface RulerFacts {
  readonly printerName: string
  readonly profile: PrinterProfile
  readonly paper: { readonly widthMm: number; readonly heightMm: number }
}

const LINE_MM = 3.2
/** Between the numbers of the left ruler and the words. */
const NUMBER_GAP_MM = 1.5
const CODE_MM = 7
const CODE_TEXT = 'TEST-0123456789'
const ROW_GAP_MM = 1.5
const BAR_ROW_MM = 5
const BAR_WIDTHS_DOTS = [1, 2, 3, 4, 5, 6]
const BARS_EACH = 4
const PATCH_MM = 5
/** Dots burnt and dots left white, in turns: a quarter, a half, three quarters, all black. */
const patches: readonly (readonly [on: number, off: number])[] = [
  [1, 3],
  [1, 1],
  [3, 1],
  [1, 0],
]

/** A test label: rulers in millimetres on all four edges tell offset and cut-off, bars of 1 to 6 dots
 *  and patches of four grades tell the darkness, a Code 128 whether it scans, and words the printer's
 *  settings. What does not fit on small paper is left out from below. */
export function rulerLabel(
  { printerName, profile, paper }: RulerFacts,
  words: RulerWords,
): LabelModel {
  const { widthMm, heightMm } = paper
  const nodes: LabelNode[] = rulerTicks(paper, profile.dotsPerMm)
  const left = RULER_MARGIN_MM + NUMBER_GAP_MM
  const roomMm = widthMm - left - RULER_MARGIN_MM
  let yMm = RULER_MARGIN_MM
  const put = (heightOfRow: number, row: (yMm: number) => LabelNode[]) => {
    if (yMm + heightOfRow > heightMm - RULER_MARGIN_MM) return
    nodes.push(...row(yMm))
    yMm += heightOfRow
  }
  for (const text of [`${words.title} ${printerName}`, ...settingLines(profile, words)])
    put(LINE_MM, (y) => [lineOf(text, left, y, roomMm)])
  put(CODE_MM + ROW_GAP_MM, (y) => [
    linearNode(
      {
        kind: 'code128',
        text: CODE_TEXT,
        xMm: left,
        yMm: y + 1,
        widthMm: roomMm,
        heightMm: CODE_MM - 1,
        hri: false,
        align: 'left',
        moduleMaxMm: 0.375,
      },
      profile.dotsPerMm,
    ),
  ])
  put(BAR_ROW_MM + ROW_GAP_MM, (y) => barRow(left, y, roomMm, profile.dotsPerMm))
  put(PATCH_MM, (y) => patchRow(left, y, roomMm, profile.dotsPerMm))
  return { version: 1, widthMm, heightMm, nodes }
}

function lineOf(text: string, xMm: number, yMm: number, widthMm: number): LabelNode {
  return textNode(text, { xMm, yMm, widthMm, sizePt: 7, shrinkToPt: 6, overflow: 'ellipsis' })
}

function settingLines(profile: PrinterProfile, words: RulerWords): string[] {
  const { language, dotsPerMm, headDots, media, gapMm, density, speed } = profile
  const paper = { gap: words.gap, mark: words.mark, continuous: words.continuous }[media]
  const own = (value: number) => (value === 0 ? words.own : String(value))
  return [
    `${language.toUpperCase()} ${dotsPerMm === 8 ? 203 : 300} dpi · ${headDots} dots · ${paper.replace('{mm}', String(gapMm))}`,
    `${words.density.replace('{n}', own(density))} · ${words.speed.replace('{n}', own(speed))}`,
    words.offset
      .replace('{x}', String(profile.offsetXMm))
      .replace('{y}', String(profile.offsetYMm)),
  ]
}

/** Groups of bars of one width with gaps as wide, from 1 dot up: a weak head loses the thin ones, a
 *  hot one fills their gaps. */
function barRow(xMm: number, yMm: number, roomMm: number, dotsPerMm: number): LabelNode[] {
  let atDots = Math.round(xMm * dotsPerMm)
  const endDots = Math.floor((xMm + roomMm) * dotsPerMm)
  return BAR_WIDTHS_DOTS.flatMap((barDots) => {
    const fromDots = atDots
    atDots += barDots * (2 * BARS_EACH - 1) + Math.round(1.5 * dotsPerMm)
    if (fromDots + barDots * (2 * BARS_EACH - 1) > endDots) return []
    return Array.from({ length: BARS_EACH }, (_, bar) =>
      bars((fromDots + bar * 2 * barDots) / dotsPerMm, yMm, barDots, BAR_ROW_MM),
    )
  })
}

function patchRow(xMm: number, yMm: number, roomMm: number, dotsPerMm: number): LabelNode[] {
  return patches.flatMap(([on, off], patch) => {
    const fromMm = xMm + patch * (PATCH_MM + 1)
    if (fromMm + PATCH_MM > xMm + roomMm) return []
    const fromDots = Math.round(fromMm * dotsPerMm)
    const wideDots = Math.floor(PATCH_MM * dotsPerMm)
    if (off === 0) return [bars(fromDots / dotsPerMm, yMm, wideDots, PATCH_MM)]
    return Array.from({ length: Math.floor(wideDots / (on + off)) }, (_, at) =>
      bars((fromDots + at * (on + off)) / dotsPerMm, yMm, on, PATCH_MM),
    )
  })
}

/** One bar of whole dots. */
function bars(xMm: number, yMm: number, widthDots: number, heightMm: number): LabelNode {
  return { kind: 'rule', xMm, yMm, widthMm: 0, heightMm, strokeDots: widthDots }
}
