import type { Bitmap } from '@/document/dotOp.ts'
import { createSeededRandom } from '@/kernel/random.ts'

/** A picture of white and noise; nothing in it is regular, so nothing of it packs well by luck. */
export function randomBitmap(seed: number, widthDots: number, heightDots: number): Bitmap {
  const random = createSeededRandom(seed)
  const bytesPerRow = Math.ceil(widthDots / 8)
  const lastByte = 0xff << (bytesPerRow * 8 - widthDots)
  const bits = Uint8Array.from({ length: bytesPerRow * heightDots }, (_, at) => {
    const byte = random.int(3) === 0 ? random.int(256) : 0
    return at % bytesPerRow === bytesPerRow - 1 ? byte & lastByte : byte
  })
  return { widthDots, heightDots, bytesPerRow, bits }
}
