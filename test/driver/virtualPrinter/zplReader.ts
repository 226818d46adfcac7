import { unpackZplPicture } from './unpackZplPicture.ts'
import { blankPicture, burnRows, type DotPicture, type PackedRows } from './dotPicture.ts'
import type { LanguageReader, ReadStep } from './labelReader.ts'

/** Older firmware takes no more in one field. */
const FIELD_BYTES_MAX = 99_999
const SILENT_COMMANDS = new Set(['^MN', '^MM', '^PR', '^FS', '^LH', '~SD', '^CI', '^PO', '^FX'])
const GETVAR = /^! U1 getvar "([\w.]+)"\r?\n/

/** Reads ZPL II as the manual describes it: formats of ^GFA fields (hexadecimal, run-length, Z64)
 *  and the questions ~HS and getvar. */
export function zplReader(): LanguageReader {
  let size = { widthDots: 0, heightDots: 0 }
  let origin = { x: 0, y: 0 }
  let fields: PackedRows[] = []

  function step(input: Buffer): ReadStep | undefined {
    const first = input[0] ?? 0
    if (first === 0x0d || first === 0x0a || first === 0x20) return { taken: 1 }
    if (first === 0x21) return question(input)
    if (first !== 0x5e && first !== 0x7e) throw new Error(`no command at ${first}`)
    const name = input.toString('latin1', 0, 3)
    if (name.length < 3) return undefined
    if (name === '^XZ') return { taken: 3, picture: print() }
    if (name === '~HS') return { taken: 3, question: { query: 'status', said: '' } }
    const end = endOf(input)
    if (end < 0) return undefined
    run(name, input.toString('latin1', 3, end).trimEnd())
    return { taken: end }
  }

  function run(name: string, said: string): void {
    const [first = 0, second = 0] = said.split(',', 2).map(Number)
    if (name === '^XA') fields = []
    else if (name === '^PW') size = { ...size, widthDots: first }
    else if (name === '^LL') size = { ...size, heightDots: first }
    else if (name === '^FO') origin = { x: first, y: second }
    else if (name === '^PQ' && first !== 1) throw new Error(`${said} copies of one label`)
    else if (name === '^GF') fields.push(...picture(said))
    else if (name !== '^PQ' && !SILENT_COMMANDS.has(name)) throw new Error(`unknown ${name}`)
  }

  function picture(said: string): PackedRows[] {
    const [form, sent = '', total = '', perRow = ''] = said.split(',', 4)
    const data = said.slice([form, sent, total, perRow].join(',').length + 1)
    if (form !== 'A') throw new Error(`unknown form of a picture: ${form}`)
    if (Number(sent) > FIELD_BYTES_MAX || Number(total) > FIELD_BYTES_MAX)
      throw new Error(`a field of ${total} bytes`)
    const bytesPerRow = Number(perRow)
    const rows = unpackZplPicture(data, Number(total), bytesPerRow)
    return rows ? [{ ...origin, bytesPerRow, rows, blackBit: 1 }] : []
  }

  function print(): DotPicture {
    const label = blankPicture(size.widthDots, size.heightDots)
    for (const field of fields) burnRows(label, field)
    fields = []
    return label
  }

  return { step }
}

/** A command ends where the next begins, or its line. */
function endOf(input: Buffer): number {
  const ends = [0x5e, 0x7e, 0x0a].map((byte) => input.indexOf(byte, 1)).filter((at) => at > 0)
  return ends.length === 0 ? -1 : Math.min(...ends)
}

function question(input: Buffer): ReadStep | undefined {
  const line = GETVAR.exec(input.subarray(0, 120).toString('latin1'))
  if (!line) {
    if (input.indexOf(0x0a) >= 0) throw new Error('unknown command !')
    return undefined
  }
  return { taken: line[0].length, question: { query: 'counter', said: line[1] ?? '' } }
}
