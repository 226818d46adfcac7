import { blankPicture, burnRows, type DotPicture } from './dotPicture.ts'
import type { LanguageReader, ReadStep } from './labelReader.ts'

const ESC = 0x1b
const LF = 0x0a
const WIDTH_DOTS = 832
const SILENT_COMMANDS = /^(BAR-SENSE|GAP-SENSE|JOURNAL|CONTRAST|TONE|SPEED|FORM)\b/

/** Reads CPCL as the manual describes it: label sessions of CG and EG pictures, and the questions
 *  `1B 68` and `1B 69`, which inside a session are nothing. */
export function cpclReader(): LanguageReader {
  let picture: DotPicture | undefined

  function step(input: Buffer): ReadStep | undefined {
    if (input[0] === ESC) return question(input)
    const raw = /^CG (\d+) (\d+) (\d+) (\d+) /.exec(input.subarray(0, 60).toString('latin1'))
    if (raw) return readRaw(input, raw)
    const end = input.indexOf(LF)
    if (end < 0) return undefined
    return runLine(input.toString('latin1', 0, end).trimEnd(), end + 1)
  }

  function question(input: Buffer): ReadStep | undefined {
    if (input.length < 2) return undefined
    if (picture) throw new Error('a question inside a label session')
    if (input[1] === 0x68) return { taken: 2, question: { query: 'status', said: '' } }
    if (input[1] === 0x69) return { taken: 2, question: { query: 'detail', said: '' } }
    throw new Error(`unknown question ${input[1]}`)
  }

  function readRaw(input: Buffer, header: RegExpExecArray): ReadStep | undefined {
    const [bytesPerRow = 0, count = 0, x = 0, y = 0] = header.slice(1).map(Number)
    const start = header[0].length
    const taken = start + bytesPerRow * count
    if (input.length < taken) return undefined
    burn([bytesPerRow, count, x, y], input.subarray(start, taken))
    return { taken }
  }

  function burn([bytesPerRow = 0, count = 0, x = 0, y = 0]: number[], rows: Uint8Array): void {
    if (rows.length !== bytesPerRow * count) throw new Error('a picture of another size')
    if (!picture) throw new Error('a picture outside a label session')
    burnRows(picture, { x, y, bytesPerRow, rows, blackBit: 1 })
  }

  function runLine(line: string, taken: number): ReadStep {
    const open = /^! 0 200 200 (\d+) 1$/.exec(line)
    const width = /^PAGE-WIDTH (\d+)$/.exec(line)
    const hex = /^EG (\d+) (\d+) (\d+) (\d+) ([\dA-F]*)$/.exec(line)
    if (open) picture = blankPicture(WIDTH_DOTS, Number(open[1]))
    else if (line === '') return { taken }
    else if (!picture) throw new Error(`outside a label session: ${line}`)
    else if (width) picture = blankPicture(Number(width[1]), picture.heightDots)
    else if (hex) burn(hex.slice(1, 5).map(Number), Buffer.from(hex[5] ?? '', 'hex'))
    else if (line === 'PRINT') {
      const done = picture
      picture = undefined
      return { taken, picture: done }
    } else if (!SILENT_COMMANDS.test(line)) throw new Error(`unknown command ${line}`)
    return { taken }
  }

  return { step }
}
