import type { Bitmap } from './dotOp.ts'
import { mmToDots, type PrinterProfile } from './printerProfile.ts'

type Shift = Pick<PrinterProfile, 'offsetXMm' | 'offsetYMm' | 'headDots' | 'dotsPerMm'>

/** Moves a picture by the printer's offset, right and down, and cuts off what its head does not
 *  reach. Done here and not by the printer: languages and models differ in what they move, and most
 *  do not move to the left. Without offset and within the head the same bitmap is given back. */
export function shiftBitmap(bitmap: Bitmap, profile: Shift): Bitmap {
  const dx = mmToDots(profile.offsetXMm, profile)
  const dy = mmToDots(profile.offsetYMm, profile)
  const widthDots = Math.min(bitmap.widthDots, profile.headDots)
  if (dx === 0 && dy === 0 && widthDots === bitmap.widthDots) return bitmap
  const bytesPerRow = Math.ceil(widthDots / 8)
  const moved = { widthDots, heightDots: bitmap.heightDots, bytesPerRow }
  const bits = new Uint8Array(bytesPerRow * bitmap.heightDots)
  for (let y = Math.max(0, dy); y < Math.min(bitmap.heightDots, bitmap.heightDots + dy); y += 1)
    copyRow(bitmap, { ...moved, bits }, { from: y - dy, to: y, dx })
  return { ...moved, bits }
}

interface RowMove {
  readonly from: number
  readonly to: number
  readonly dx: number
}

function copyRow(source: Bitmap, target: Bitmap, { from, to, dx }: RowMove): void {
  for (let x = Math.max(0, dx); x < Math.min(target.widthDots, source.widthDots + dx); x += 1) {
    const at = x - dx
    const byte = source.bits[from * source.bytesPerRow + (at >> 3)] ?? 0
    if ((byte & (0x80 >> (at & 7))) === 0) continue
    const place = to * target.bytesPerRow + (x >> 3)
    target.bits[place] = (target.bits[place] ?? 0) | (0x80 >> (x & 7))
  }
}
