import { createCanvas } from '@napi-rs/canvas'
import type { Bitmap } from '@/document/dotOp.ts'

/** The bitmap that goes to the printer as a PNG, dot for pixel: what you see is what is printed. */
export async function previewPng(bitmap: Bitmap): Promise<Uint8Array> {
  const { widthDots, heightDots, bytesPerRow, bits } = bitmap
  const canvas = createCanvas(widthDots, heightDots)
  const context = canvas.getContext('2d')
  const image = context.createImageData(widthDots, heightDots)
  const pixels = new Uint32Array(image.data.buffer)
  for (let y = 0; y < heightDots; y += 1) {
    for (let x = 0; x < widthDots; x += 1) {
      const isBlack = ((bits[y * bytesPerRow + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0
      pixels[y * widthDots + x] = isBlack ? 0xff000000 : 0xffffffff
    }
  }
  context.putImageData(image, 0, 0)
  return canvas.encode('png')
}
