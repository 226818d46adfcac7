import { type FontMetrics, textWidth } from './fontFacts.ts'
import type { FontWeight, TextNode } from './labelModel.ts'
import { mmToDots, type PrinterProfile, ptToPx } from './printerProfile.ts'

/** Line pitch as a share of the type size: Chinese lines closer than this run together at 8 dots/mm. */
export const LINE_PITCH = 1.18
const SHRINK_STEP_PT = 0.5
const ELLIPSIS = '…'

export interface FittedText {
  readonly sizePx: number
  readonly lines: readonly string[]
  /** False where even the smallest type does not hold the text (then cut with "…"). */
  readonly whole: boolean
}

interface Type {
  readonly sizePx: number
  readonly weight: FontWeight
  readonly widthPx: number
  readonly metrics: FontMetrics
}

/** Breaks a text into lines that fit its node, shrinking the type step by step first. */
export function fitText(node: TextNode, profile: PrinterProfile, metrics: FontMetrics): FittedText {
  const least = Math.min(node.sizePt, node.shrinkToPt ?? node.sizePt)
  const widthPx = mmToDots(node.widthMm, profile)
  for (let pt = node.sizePt; ; pt = Math.max(least, pt - SHRINK_STEP_PT)) {
    const type = { sizePx: ptToPx(pt, profile), weight: node.weight, widthPx, metrics }
    const lines = breakLines(node.text, type)
    const room = linesThatFit(node, type.sizePx, profile)
    const wide = lines.some((line) => textWidth(line, type.sizePx, type.weight, metrics) > widthPx)
    if (lines.length <= room && !wide) return { sizePx: type.sizePx, lines, whole: true }
    if (pt <= least) return cutLines(lines, room, type)
  }
}

function linesThatFit(node: TextNode, sizePx: number, profile: PrinterProfile): number {
  if (node.heightMm === undefined) return node.maxLines
  const heightPx = mmToDots(node.heightMm, profile)
  const byHeight = 1 + Math.floor((heightPx - sizePx) / (sizePx * LINE_PITCH))
  return Math.max(0, Math.min(node.maxLines, byHeight))
}

function cutLines(lines: readonly string[], room: number, type: Type): FittedText {
  const kept = lines.slice(0, room)
  const last = kept.pop() ?? ''
  const chars = Array.from(last)
  while (chars.length > 0 && widthOf(chars.join('') + ELLIPSIS, type) > type.widthPx) chars.pop()
  const ended = room > 0 ? [...kept, chars.join('') + ELLIPSIS] : []
  return { sizePx: type.sizePx, lines: ended, whole: false }
}

/** Greedy lines: Chinese breaks anywhere except before closing marks, words and codes stay whole
 *  unless they are longer than a line. */
function breakLines(text: string, type: Type): string[] {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const unit of unitsOf(paragraph)) {
      for (const piece of widthOf(unit, type) > type.widthPx ? Array.from(unit) : [unit]) {
        if (line !== '' && widthOf((line + piece).trimEnd(), type) > type.widthPx) {
          lines.push(line.trimEnd())
          line = piece.trimStart()
        } else line += piece
      }
    }
    lines.push(line.trimEnd())
  }
  return lines
}

/** Pieces that stay together: a word or code, or one character, each with the "×2", closing
 *  marks and blanks after it. */
function unitsOf(paragraph: string): string[] {
  return (
    paragraph.match(
      /(?:[0-9A-Za-z.*_/×-]+|.)(?:\s?×\d+)?[，。；：、！？）】》」,.;:!?)\]…-]*\s*/gu,
    ) ?? []
  )
}

function widthOf(text: string, type: Type): number {
  return textWidth(text, type.sizePx, type.weight, type.metrics)
}
