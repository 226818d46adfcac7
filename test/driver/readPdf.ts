import { inflateSync } from 'node:zlib'

export interface PdfPage {
  readonly widthPt: number
  readonly heightPt: number
  /** Runs of type in the order they were set. */
  readonly texts: readonly string[]
  /** Filled rectangles, y downwards: x, y, width, height in points. */
  readonly rects: readonly Rect[]
}

type Rect = readonly [number, number, number, number]

/** Reads back what a PDF of ours says, without other tools: enough of the format for text with
 *  ToUnicode tables, and rectangles. Throws where it finds no page. */
export function readPdf(bytes: Uint8Array): PdfPage[] {
  const file = Buffer.from(bytes).toString('latin1')
  const objects = new Map(
    [...file.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map((match) => [
      match[1] ?? '',
      match[2] ?? '',
    ]),
  )
  const object = (ref: string | undefined) => objects.get(ref ?? '') ?? ''
  const pages = [...objects.values()].filter((text) => /\/Type \/Page\n/.test(text))
  if (pages.length === 0) throw new Error('no page found')
  return pages.map((page) => {
    const resources = object(/\/Resources (\d+) 0 R/.exec(page)?.[1])
    const fonts = new Map(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map((match) => [
        match[1] ?? '',
        readUnicodeTable(streamOf(object(/\/ToUnicode (\d+) 0 R/.exec(object(match[2]))?.[1]))),
      ]),
    )
    const content = streamOf(object(/\/Contents (\d+) 0 R/.exec(page)?.[1]))
    const [widthPt = 0, heightPt = 0] = (/\/MediaBox \[0 0 ([\d. ]+)\]/.exec(page)?.[1] ?? '')
      .split(' ')
      .map(Number)
    return { widthPt, heightPt, texts: readTexts(content, fonts), rects: readRects(content) }
  })
}

function streamOf(object: string): string {
  const raw = /stream\n([\s\S]*)\nendstream/.exec(object)?.[1] ?? ''
  const bytes = Buffer.from(raw, 'latin1')
  return /FlateDecode/.test(object) ? inflateSync(bytes).toString('latin1') : raw
}

/** Glyph number → text, from `<0000> <0010> [<0041> <0042> …]` ranges. */
function readUnicodeTable(table: string): Map<number, string> {
  const map = new Map<number, string>()
  for (const range of table.matchAll(/<(\w+)> <\w+> \[([^\]]*)\]/g)) {
    const first = Number.parseInt(range[1] ?? '', 16)
    const targets = [...(range[2] ?? '').matchAll(/<([\w ]+)>/g)]
    targets.forEach((target, index) => {
      map.set(
        first + index,
        Buffer.from((target[1] ?? '').replaceAll(' ', ''), 'hex')
          .swap16()
          .toString('utf16le'),
      )
    })
  }
  return map
}

function readTexts(content: string, fonts: Map<string, Map<number, string>>): string[] {
  const texts: string[] = []
  let font = new Map<number, string>()
  for (const match of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (match[1] !== undefined) font = fonts.get(match[1]) ?? new Map()
    else {
      const hex = [...(match[2] ?? '').matchAll(/<(\w+)>/g)].map((part) => part[1]).join('')
      const glyphs = hex.match(/.{4}/g) ?? []
      texts.push(glyphs.map((glyph) => font.get(Number.parseInt(glyph, 16)) ?? '').join(''))
    }
  }
  return texts
}

function readRects(content: string): Rect[] {
  const drawn = [...content.matchAll(/([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+) re/g)].map(numbersOf)
  const traced = [...content.matchAll(TRACED)].map((match): Rect => {
    const [left, top, right, bottom] = numbersOf(match)
    return [left, top, right - left, bottom - top]
  })
  return [...drawn, ...traced]
}

/** A rectangle as a closed path: left top, right top, right bottom, left bottom. */
const TRACED = /([-\d.]+) ([-\d.]+) m\s+([-\d.]+) \2 l\s+\3 ([-\d.]+) l\s+\1 \4 l\s+h\b/g

const numbersOf = (match: RegExpMatchArray): Rect => [
  Number(match[1]),
  Number(match[2]),
  Number(match[3]),
  Number(match[4]),
]
