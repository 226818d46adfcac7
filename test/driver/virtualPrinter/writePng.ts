import { createCanvas } from '@napi-rs/canvas'
import type { DotPicture } from './dotPicture.ts'

/** A printed label as a PNG, one pixel a dot. */
export async function writePng({ widthDots, heightDots, dots }: DotPicture): Promise<Uint8Array> {
  const canvas = createCanvas(widthDots, heightDots)
  const context = canvas.getContext('2d')
  const image = context.createImageData(widthDots, heightDots)
  dots.forEach((dot, index) => {
    image.data.fill(dot ? 0 : 255, index * 4, index * 4 + 3)
    image.data[index * 4 + 3] = 255
  })
  context.putImageData(image, 0, 0)
  return canvas.encode('png')
}
