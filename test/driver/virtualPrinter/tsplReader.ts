import { blankPicture, burnRows } from './dotPicture.ts'
import type { LanguageReader, ReadStep } from './labelReader.ts'

const ESC = 0x1b
const LF = 0x0a
const SILENT_COMMANDS = /^(GAP|BLINE|DIRECTION|REFERENCE|DENSITY|SPEED|SET|OFFSET)\b/
const COUNTER = '~!@'

/** Reads TSPL as the manual describes it, written without a look at our encoder, so that a mistake
 *  there cannot hide here. Knows SIZE, CLS, BITMAP (mode 0), PRINT and the questions. */
export function tsplReader(dotsPerMm: number): LanguageReader {
  let picture = blankPicture(0, 0)
  const dots = (mm: string | undefined) => Math.round(Number(mm) * dotsPerMm)

  function step(input: Buffer): ReadStep | undefined {
    if (input[0] === ESC) return question(input)
    if (input[0] === COUNTER.charCodeAt(0)) {
      if (input.length < COUNTER.length) return undefined
      if (input.toString('latin1', 0, COUNTER.length) !== COUNTER) throw new Error('unknown ~')
      return { taken: COUNTER.length, question: { query: 'counter', said: '' } }
    }
    const bitmap = /^BITMAP (\d+),(\d+),(\d+),(\d+),0,/.exec(
      input.subarray(0, 60).toString('latin1'),
    )
    if (bitmap) return readBitmap(input, bitmap)
    const end = input.indexOf(LF)
    if (end < 0) return undefined
    return runLine(input.subarray(0, end).toString('latin1').trimEnd(), end + 1)
  }

  function readBitmap(input: Buffer, header: RegExpExecArray): ReadStep | undefined {
    const [x = 0, y = 0, bytesPerRow = 0, count = 0] = header.slice(1).map(Number)
    const start = header[0].length
    const taken = start + bytesPerRow * count
    if (input.length < taken) return undefined
    burnRows(picture, { x, y, bytesPerRow, rows: input.subarray(start, taken), blackBit: 0 })
    return { taken }
  }

  function runLine(line: string, taken: number): ReadStep {
    const size = /^SIZE ([\d.]+) mm, ?([\d.]+) mm$/.exec(line)
    if (size) picture = blankPicture(dots(size[1]), dots(size[2]))
    else if (line === 'CLS') picture.dots.fill(0)
    else if (/^PRINT 1(,1)?$/.test(line))
      return { taken, picture: { ...picture, dots: picture.dots.slice() } }
    else if (line !== '' && !SILENT_COMMANDS.test(line)) throw new Error(`unknown command ${line}`)
    return { taken }
  }

  return { step }
}

function question(input: Buffer): ReadStep | undefined {
  if (input.length < 3) return undefined
  const letter = input.toString('latin1', 1, 3)
  if (letter === '!?') return { taken: 3, question: { query: 'status', said: '' } }
  if (letter === '!S') return { taken: 3, question: { query: 'detail', said: '' } }
  throw new Error(`unknown question ${letter}`)
}
