/** What a printer did with its input: drew a label, or was asked something. */
export type TsplEvent =
  | { readonly kind: 'label'; readonly picture: DotPicture; readonly bytes: Uint8Array }
  | { readonly kind: 'question'; readonly query: '?' | 'S' }

/** True where a dot is burnt. */
export interface DotPicture {
  readonly widthDots: number
  readonly heightDots: number
  readonly dots: Uint8Array
}

export interface TsplReader {
  /** Takes the next bytes from the line and says what they led to. Throws on an unknown command. */
  read(chunk: Uint8Array): TsplEvent[]
}

const ESC = 0x1b
const LF = 0x0a
const SILENT_COMMANDS = /^(GAP|BLINE|DIRECTION|REFERENCE|DENSITY|SPEED|SET|OFFSET)\b/

/** Reads TSPL as the manual describes it, written without a look at our encoder, so that a mistake
 *  there cannot hide here. Knows SIZE, CLS, BITMAP (mode 0), PRINT and the two status questions. */
export function createTsplReader(dotsPerMm: number): TsplReader {
  return new Reader(dotsPerMm)
}

class Reader implements TsplReader {
  private readonly dotsPerMm: number
  private rest = Buffer.alloc(0)
  private label: Buffer[] = []
  private picture = blank(0, 0)

  constructor(dotsPerMm: number) {
    this.dotsPerMm = dotsPerMm
  }

  read(chunk: Uint8Array): TsplEvent[] {
    const events: TsplEvent[] = []
    this.rest = Buffer.concat([this.rest, chunk])
    for (let done = this.step(); done; done = this.step()) {
      if (done.event) events.push(done.event)
      if (done.event?.kind === 'label') this.label = []
      else if (!done.event) this.label.push(Buffer.from(this.rest.subarray(0, done.taken)))
      this.rest = this.rest.subarray(done.taken)
    }
    return events
  }

  /** One command from the front of the input, or undefined where it is not whole yet. */
  private step(): { taken: number; event?: TsplEvent } | undefined {
    const { rest } = this
    if (rest.length === 0) return undefined
    if (rest[0] === ESC) {
      if (rest.length < 3) return undefined
      const query = String.fromCharCode(rest[2] ?? 0)
      if (query !== '?' && query !== 'S') throw new Error(`unknown question ${query}`)
      return { taken: 3, event: { kind: 'question', query } }
    }
    const bitmap = /^BITMAP (\d+),(\d+),(\d+),(\d+),0,/.exec(
      rest.subarray(0, 60).toString('latin1'),
    )
    if (bitmap) return this.readBitmap(bitmap)
    const end = rest.indexOf(LF)
    if (end < 0) return undefined
    const event = this.runLine(rest.subarray(0, end).toString('latin1').trimEnd(), end + 1)
    return event ? { taken: end + 1, event } : { taken: end + 1 }
  }

  private readBitmap(header: RegExpExecArray): { taken: number } | undefined {
    const [x = 0, y = 0, widthBytes = 0, rows = 0] = header.slice(1).map(Number)
    const start = header[0].length
    const taken = start + widthBytes * rows
    if (this.rest.length < taken) return undefined
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < widthBytes * 8; column += 1) {
        const byte = this.rest[start + row * widthBytes + Math.floor(column / 8)] ?? 0xff
        const isWhite = (byte >> (7 - (column % 8))) & 1
        burn(this.picture, x + column, y + row, !isWhite)
      }
    }
    return { taken }
  }

  private runLine(line: string, length: number): TsplEvent | undefined {
    const size = /^SIZE ([\d.]+) mm, ?([\d.]+) mm$/.exec(line)
    if (size) this.picture = blank(this.dots(size[1]), this.dots(size[2]))
    else if (line === 'CLS') this.picture.dots.fill(0)
    else if (/^PRINT 1(,1)?$/.test(line)) {
      const { picture, label, rest } = this
      const bytes = Buffer.concat([...label, rest.subarray(0, length)])
      return { kind: 'label', picture: { ...picture, dots: picture.dots.slice() }, bytes }
    } else if (line !== '' && !SILENT_COMMANDS.test(line))
      throw new Error(`unknown command ${line}`)
    return undefined
  }

  private dots(mm: string | undefined): number {
    return Math.round(Number(mm) * this.dotsPerMm)
  }
}

function blank(widthDots: number, heightDots: number): DotPicture {
  return { widthDots, heightDots, dots: new Uint8Array(widthDots * heightDots) }
}

function burn(picture: DotPicture, x: number, y: number, isBlack: boolean): void {
  if (x < picture.widthDots && y < picture.heightDots)
    picture.dots[y * picture.widthDots + x] = isBlack ? 1 : 0
}
