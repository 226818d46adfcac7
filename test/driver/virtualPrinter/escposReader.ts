import { blankPicture, burnRows, type DotPicture } from './dotPicture.ts'
import type { LanguageReader, ReadStep } from './labelReader.ts'

interface Band {
  readonly bytesPerRow: number
  readonly rows: Uint8Array
}

/** Commands that only set something, by their first two bytes: how long they are. */
const silentLengths: Readonly<Record<string, number>> = {
  '1b32': 2,
  '1b33': 3,
  '1b44': 3,
  '1b45': 3,
  '1b4d': 3,
  '1b61': 3,
  '1b74': 3,
  '1c2e': 2,
  '1d21': 3,
  '1d61': 3,
}
/** Commands that move the paper on: what was drawn before is one label. */
const feedLengths: Readonly<Record<string, number>> = {
  '1b40': 2,
  '1b4a': 3,
  '1b64': 3,
  '1d0c': 2,
}

/** Reads ESC/POS pictures (GS v 0, and GS 8 L with GS ( L), feeds, cuts, real-time status and process
 *  ids as the manual describes them. Paper has no length here: a label is what lies between two feeds. */
export function escposReader(): LanguageReader {
  return new EscposReader()
}

class EscposReader implements LanguageReader {
  private bands: Band[] = []
  private stored: Band | undefined

  step(input: Buffer): ReadStep | undefined {
    const first = input[0] ?? 0
    if (first === 0x0a || first === 0x0d) return { taken: 1 }
    if (input.length < 2) return undefined
    const name = input.toString('hex', 0, 2)
    const feed = feedLengths[name]
    if (feed !== undefined) return whole(input, feed, () => ({ picture: this.last() }))
    const silent = silentLengths[name]
    if (silent !== undefined) return whole(input, silent, () => ({}))
    if (name === '1d56') return this.cut(input)
    if (name === '1004')
      return whole(input, 3, () => ({ question: { query: 'status', said: String(input[2]) } }))
    if (name === '1d76') return this.raster(input)
    if (name === '1d38') return this.store(input)
    if (name === '1d28') return this.extended(input)
    throw new Error(`unknown command ${name}`)
  }

  /** What has been drawn and not yet fed. */
  last(): DotPicture | undefined {
    const { bands } = this
    if (bands.length === 0) return undefined
    const heights = bands.map((band) => band.rows.length / band.bytesPerRow)
    const picture = blankPicture(
      Math.max(...bands.map((band) => band.bytesPerRow * 8)),
      heights.reduce((sum, height) => sum + height, 0),
    )
    let y = 0
    bands.forEach((band, at) => {
      burnRows(picture, { x: 0, y, ...band, blackBit: 1 })
      y += heights[at] ?? 0
    })
    this.bands = []
    return picture
  }

  private cut(input: Buffer): ReadStep | undefined {
    const feeds = (input[2] ?? 0) >= 0x41
    return whole(input, feeds ? 4 : 3, () => ({ picture: this.last() }))
  }

  private raster(input: Buffer): ReadStep | undefined {
    if (input.length < 8) return undefined
    const bytesPerRow = input.readUInt16LE(4)
    const taken = 8 + bytesPerRow * input.readUInt16LE(6)
    return whole(input, taken, () => {
      this.bands.push({ bytesPerRow, rows: Uint8Array.from(input.subarray(8, taken)) })
      return {}
    })
  }

  /** GS 8 L, function 112: the width is in dots here. */
  private store(input: Buffer): ReadStep | undefined {
    if (input.length < 17) return undefined
    const taken = 7 + input.readUInt32LE(3)
    return whole(input, taken, () => {
      const bytesPerRow = Math.ceil(input.readUInt16LE(13) / 8)
      const rows = Uint8Array.from(input.subarray(17, taken))
      if (rows.length !== bytesPerRow * input.readUInt16LE(15))
        throw new Error('the length of a stored picture does not fit its size')
      this.stored = { bytesPerRow, rows }
      return {}
    })
  }

  /** GS ( L prints what is stored, GS ( H asks for a process id, GS ( K sets darkness and speed. */
  private extended(input: Buffer): ReadStep | undefined {
    if (input.length < 5) return undefined
    const kind = input.toString('latin1', 2, 3)
    return whole(input, 5 + input.readUInt16LE(3), () => {
      if (kind === 'H') {
        const said = input.toString('latin1', 7, 11)
        return { picture: this.last(), question: { query: 'receipt', said } }
      }
      if (kind === 'L' && this.stored) this.bands.push(this.stored)
      else if (kind !== 'K') throw new Error(`unknown command GS ( ${kind}`)
      return {}
    })
  }
}

function whole(
  input: Buffer,
  taken: number,
  run: () => Omit<ReadStep, 'taken'>,
): ReadStep | undefined {
  return input.length < taken ? undefined : { taken, ...run() }
}
