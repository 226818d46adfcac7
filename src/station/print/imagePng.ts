import { createCanvas } from '@napi-rs/canvas'

/** Dots (one byte each, 1 = black) as a PNG in a data address, for a PDF. */
export function imagePng(dots: Uint8Array, w: number, h: number): string {
  const canvas = createCanvas(w, h)
  const context = canvas.getContext('2d')
  const image = context.createImageData(w, h)
  const pixels = new Uint32Array(image.data.buffer)
  dots.forEach((dot, at) => {
    pixels[at] = dot === 1 ? 0xff000000 : 0xffffffff
  })
  context.putImageData(image, 0, 0)
  return canvas.toDataURL('image/png')
}
