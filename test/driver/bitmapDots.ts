import type { Bitmap } from '@/document/dotOp.ts'
import type { DotPicture } from './virtualPrinter/dotPicture.ts'

/** A bitmap as a printer burns it: one byte a dot. */
export function bitmapDots({ widthDots, heightDots, bytesPerRow, bits }: Bitmap): DotPicture {
  const dots = new Uint8Array(widthDots * heightDots)
  for (let y = 0; y < heightDots; y += 1)
    for (let x = 0; x < widthDots; x += 1)
      dots[y * widthDots + x] = ((bits[y * bytesPerRow + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1
  return { widthDots, heightDots, dots }
}

/** How many dots of two pictures differ; what one has beyond the other counts where it is black. */
export function differingDots(one: DotPicture, other: DotPicture): number {
  const isSameWidth = one.widthDots === other.widthDots
  if (isSameWidth && Buffer.compare(one.dots, other.dots) === 0) return 0
  const width = Math.max(one.widthDots, other.widthDots)
  const height = Math.max(one.heightDots, other.heightDots)
  let differing = 0
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) if (dotAt(one, x, y) !== dotAt(other, x, y)) differing += 1
  return differing
}

function dotAt({ widthDots, heightDots, dots }: DotPicture, x: number, y: number): number {
  return x < widthDots && y < heightDots ? (dots[y * widthDots + x] ?? 0) : 0
}
