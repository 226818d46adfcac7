/** One byte a dot: 1 where it is burnt. */
export interface DotPicture {
  readonly widthDots: number
  readonly heightDots: number
  readonly dots: Uint8Array
}

/** Where packed rows are burnt into a picture. */
export interface PackedRows {
  readonly x: number
  readonly y: number
  readonly bytesPerRow: number
  readonly rows: Uint8Array
  /** TSPL burns a dot where the bit is 0. */
  readonly blackBit: 0 | 1
}

export function blankPicture(widthDots: number, heightDots: number): DotPicture {
  return { widthDots, heightDots, dots: new Uint8Array(widthDots * heightDots) }
}

/** Burns rows of bits, the leftmost dot in the highest bit; what lies outside is not reached. */
export function burnRows(picture: DotPicture, packed: PackedRows): void {
  const { x, y, bytesPerRow, rows, blackBit } = packed
  const white = blackBit === 1 ? 0x00 : 0xff
  for (let at = 0; at < rows.length; at += 1) {
    const byte = rows[at] ?? white
    const row = y + Math.floor(at / bytesPerRow)
    // Most of a label is white.
    if (byte === white || row >= picture.heightDots) continue
    const left = x + (at % bytesPerRow) * 8
    const width = Math.min(8, picture.widthDots - left)
    for (let bit = 0; bit < width; bit += 1)
      if (((byte >> (7 - bit)) & 1) === blackBit)
        picture.dots[row * picture.widthDots + left + bit] = 1
  }
}
