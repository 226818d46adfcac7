import type { Content } from 'pdfmake/interfaces.js'
import { type FontMetrics, faceRuns } from '@/document/fontFacts.ts'

/** The same content with every text cut where another face must draw it: the PDF writer has no chain of
 *  its own and would leave such characters out without a word. `names`: the faces as the PDF calls them. */
export function withFaces<Part>(
  content: Part,
  metrics: FontMetrics,
  names: readonly string[],
): Part {
  const walk = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(walk)
    if (typeof part !== 'object' || part === null || 'canvas' in part) return part
    return Object.fromEntries(
      Object.entries(part).map(([key, value]) => [
        key,
        key === 'text' && typeof value === 'string' ? setText(value, metrics, names) : walk(value),
      ]),
    )
  }
  return walk(content) as Part
}

function setText(text: string, metrics: FontMetrics, names: readonly string[]): Content {
  const runs = faceRuns(text, metrics)
  if (runs.every((run) => run.face === 0)) return text
  return runs.map((run) => ({ text: run.text, font: names[run.face] ?? '' }))
}
