import { type Canvas, createCanvas } from '@napi-rs/canvas'
import type { Bitmap, DotOp } from '@/document/dotOp.ts'
import type { LabelModel } from '@/document/labelModel.ts'
import { mmToDots, type PrinterProfile } from '@/document/printerProfile.ts'
import type { LabelFonts } from './labelFonts.ts'

let lastCanvas: Canvas | undefined

/** Draws ops as black dots. A pixel is black below the profile's luminance threshold: Chinese type
 *  at 6 pt stays readable at 190, dithering it would not. Text and bars share one engine, so preview
 *  and paper are the same bitmap. */
export function rasterLabel(
  ops: readonly DotOp[],
  size: Pick<LabelModel, 'widthMm' | 'heightMm'>,
  profile: PrinterProfile,
  fonts: LabelFonts,
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
    else {
      context.font = `${op.sizePx}px "${fonts.families[op.weight]}"`
      context.fillText(op.text, op.x, op.baseline)
    }
  }
  const { data } = context.getImageData(0, 0, widthDots, heightDots)
  return thresholdBits(data, { widthDots, heightDots, threshold: profile.threshold })
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
