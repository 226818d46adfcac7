import { joinBytes } from '../byteText.ts'
import type { Bitmap } from '../dotOp.ts'
import type { PrinterProfile } from '../printerProfile.ts'

/** Rows of one picture: some firmware takes no more, or reads only the low byte of the count. */
export const ESCPOS_BAND_ROWS_MAX = 255
const LINE_MM = 25.4 / 6
const DENSITY_USUAL = 8
const SPEED_MAX = 13

/** One label as ESC/POS: the picture in bands of GS v 0. Labels are fed to the next gap or mark;
 *  continuous paper is fed by `gapMm` in whole lines, so that the label clears the tear bar.
 *  Example: see the golden bytes in the test. */
export function encodeEscpos(bitmap: Bitmap, profile: PrinterProfile): Uint8Array {
  return joinBytes([
    Uint8Array.of(0x1b, 0x40),
    ...settings(profile),
    ...pictureBands(bitmap),
    ...feed(profile),
  ])
}

/** GS ( K, functions 49 and 50: sent only where the profile sets something, many clones lack them. */
function settings({ density, speed }: PrinterProfile): Uint8Array[] {
  const set = (what: number, value: number) =>
    Uint8Array.of(0x1d, 0x28, 0x4b, 0x02, 0x00, what, value & 0xff)
  return [
    ...(density > 0 ? [set(0x31, density - DENSITY_USUAL)] : []),
    ...(speed > 0 ? [set(0x32, Math.min(SPEED_MAX, speed))] : []),
  ]
}

/** A picture as bands of GS v 0, head and rows in turns. */
export function pictureBands({ bytesPerRow, heightDots, bits }: Bitmap): Uint8Array[] {
  const bands: Uint8Array[] = []
  for (let y = 0; y < heightDots; y += ESCPOS_BAND_ROWS_MAX) {
    const rows = Math.min(ESCPOS_BAND_ROWS_MAX, heightDots - y)
    const head = [0x1d, 0x76, 0x30, 0x00, ...littleEndian(bytesPerRow), ...littleEndian(rows)]
    bands.push(Uint8Array.from(head), bits.subarray(y * bytesPerRow, (y + rows) * bytesPerRow))
  }
  return bands
}

function feed({ media, finish, gapMm }: PrinterProfile): Uint8Array[] {
  const lines = Math.ceil(gapMm / LINE_MM)
  const cut = finish === 'cut' ? [Uint8Array.of(0x1d, 0x56, 0x42, 0x00)] : []
  if (media !== 'continuous') return [Uint8Array.of(0x1d, 0x0c), ...cut]
  return lines > 0 ? [Uint8Array.of(0x1b, 0x64, lines), ...cut] : cut
}

function littleEndian(count: number): [number, number] {
  return [count & 0xff, count >> 8]
}
