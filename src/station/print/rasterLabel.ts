import { type Canvas, createCanvas } from '@napi-rs/canvas'
import type { Bitmap, DotOp, Rect } from '@/document/dotOp.ts'
import type { LabelModel } from '@/document/labelModel.ts'
import { mmToDots, type PrinterProfile } from '@/document/printerProfile.ts'
import type { LabelFonts } from './labelFonts.ts'
import { type LabelImages, noImages } from './labelImages.ts'

let lastCanvas: Canvas | undefined

/** What a label is drawn with. */
export interface DrawMeans extends Pick<LabelFonts, 'faces'> {
  readonly images?: LabelImages
}

/** Draws ops as black dots. A pixel is black below the profile's luminance threshold: Chinese type
 *  at 6 pt stays readable at 190, dithering it would not. Text and bars share one engine, so preview
 *  and paper are the same bitmap. */
export function rasterLabel(
  ops: readonly DotOp[],
  size: Pick<LabelModel, 'widthMm' | 'heightMm'>,
  profile: PrinterProfile,
  { faces, images = noImages }: DrawMeans,
): Bitmap {
  const widthDots = mmToDots(size.widthMm, profile)
  const heightDots = mmToDots(size.heightMm, profile)
  const canvas = canvasOf(widthDots, heightDots)
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, widthDots, heightDots)
  context.fillStyle = '#000'
  for (const op of ops) {
    if (op.kind === 'fill') context.fillRect(op.x, op.y, op.w, op.h)
    else if (op.kind === 'glyphs') {
      const face = faces[op.face ?? 0] ?? faces[0]
      context.font = `${op.sizePx}px "${face.family(op.weight)}"`
      context.fillText(op.text, op.x, op.baseline)
    }
  }
  const { data } = context.getImageData(0, 0, widthDots, heightDots)
  const { threshold } = profile
  const bitmap = thresholdBits(data, { widthDots, heightDots, threshold })
  for (const op of ops) {
    if (op.kind === 'image') addDots(bitmap, op, images.dots({ ...op, threshold }))
  }
  return bitmap
}

/** Blackens the dots of a picture; what is off the label is cut. */
function addDots({ widthDots, heightDots, bytesPerRow, bits }: Bitmap, at: Rect, dots: Uint8Array) {
  dots.forEach((dot, index) => {
    const x = at.x + (index % at.w)
    const y = at.y + Math.floor(index / at.w)
    if (dot === 0 || x < 0 || x >= widthDots || y < 0 || y >= heightDots) return
    const byte = y * bytesPerRow + (x >> 3)
    bits[byte] = (bits[byte] ?? 0) | (0x80 >> (x & 7))
  })
}

/** Labels of one size follow each other: a new canvas for each costs more than drawing it. */
function canvasOf(widthDots: number, heightDots: number): Canvas {
  if (lastCanvas?.width !== widthDots || lastCanvas.height !== heightDots)
    lastCanvas = createCanvas(widthDots, heightDots)
  return lastCanvas
}

interface BitsOrder {
  readonly widthDots: number
  readonly heightDots: number
  readonly threshold: number
}

const WHITE = -1

function thresholdBits(rgba: Uint8ClampedArray, order: BitsOrder): Bitmap {
  const { widthDots, heightDots, threshold } = order
  const bytesPerRow = Math.ceil(widthDots / 8)
  const bits = new Uint8Array(bytesPerRow * heightDots)
  const pixels = new Int32Array(rgba.buffer, rgba.byteOffset, widthDots * heightDots)
  for (let y = 0; y < heightDots; y += 1) {
    const row = y * widthDots
    for (let column = 0; column < bytesPerRow; column += 1) {
      const left = row + column * 8
      const right = Math.min(left + 8, row + widthDots)
      let byte = 0
      for (let at = left; at < right; at += 1) {
        const pixel = pixels[at] ?? WHITE
        // Everything is drawn black on white, so one colour channel is the luminance. Most of a label
        // is white paper: that is passed over without a look at the channel.
        if (pixel !== WHITE && (pixel & 0xff) < threshold) byte |= 0x80 >> (at - left)
      }
      bits[y * bytesPerRow + column] = byte
    }
  }
  return { widthDots, heightDots, bytesPerRow, bits }
}
