import { readdir, readFile, stat } from 'node:fs/promises'
import { join, parse } from 'node:path'
import { createCanvas, type Image, loadImage } from '@napi-rs/canvas'

/** More pictures than this are no logos any more. */
export const IMAGES_MAX = 50
export const IMAGE_BYTES_MAX = 2_000_000
const IMAGE_FILE = /^[\w-]{1,64}\.(?:png|jpe?g|webp)$/i
/** How a dot's error is shared among its neighbours right and below (Floyd and Steinberg). */
const SHARES = [
  [1, 0, 7 / 16],
  [-1, 1, 3 / 16],
  [0, 1, 5 / 16],
  [1, 1, 1 / 16],
] as const

export interface ImageOrder {
  readonly imageId: string
  readonly w: number
  readonly h: number
  readonly dither: boolean
  readonly threshold: number
}

/** The pictures labels may show, by id. */
export interface LabelImages {
  has(imageId: string): boolean
  /** One byte a dot, row by row, 1 = black; nothing black where the picture is not known. */
  dots(order: ImageOrder): Uint8Array
}

export const noImages: LabelImages = {
  has: () => false,
  dots: ({ w, h }) => new Uint8Array(w * h),
}

/** Reads the pictures of a folder once; each is called by its file's name without the ending. A file that
 *  is no picture is left out, so a label that wants it is refused by name; no folder, no pictures. */
export async function openLabelImages(dir: string): Promise<LabelImages> {
  const names = await readdir(dir).catch(() => [])
  const images = new Map<string, Image>()
  for (const name of names.filter((each) => IMAGE_FILE.test(each)).slice(0, IMAGES_MAX)) {
    const file = join(dir, name)
    if ((await stat(file)).size > IMAGE_BYTES_MAX) continue
    const image = await loadImage(await readFile(file)).catch(() => undefined)
    if (image) images.set(parse(name).name, image)
  }
  return {
    has: (imageId) => images.has(imageId),
    dots(order) {
      const image = images.get(order.imageId)
      return image ? imageDots(image, order) : noImages.dots(order)
    },
  }
}

function imageDots(image: Image, { w, h, dither, threshold }: ImageOrder): Uint8Array {
  const context = createCanvas(w, h).getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, w, h)
  context.drawImage(image, 0, 0, w, h)
  const { data } = context.getImageData(0, 0, w, h)
  const grey = Float32Array.from(
    { length: w * h },
    (_, i) =>
      (77 * (data[4 * i] ?? 0) + 150 * (data[4 * i + 1] ?? 0) + 29 * (data[4 * i + 2] ?? 0)) / 256,
  )
  return dither
    ? ditherDots(grey, w, h)
    : Uint8Array.from(grey, (level) => Number(level < threshold))
}

function ditherDots(grey: Float32Array, w: number, h: number): Uint8Array {
  const dots = new Uint8Array(w * h)
  for (let y = 0; y < h; y += 1) {
    for (let x = 0; x < w; x += 1) {
      const level = grey[y * w + x] ?? 0
      const isBlack = level < 128
      if (isBlack) dots[y * w + x] = 1
      const error = level - (isBlack ? 0 : 255)
      for (const [right, down, share] of SHARES) {
        const [nextX, nextY] = [x + right, y + down]
        if (nextX < 0 || nextX >= w || nextY >= h) continue
        const at = nextY * w + nextX
        grey[at] = (grey[at] ?? 0) + error * share
      }
    }
  }
  return dots
}
