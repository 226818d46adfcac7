import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Bitmap, Rect } from '@/document/dotOp.ts'
import { readPixels } from './decodeLabel.ts'

const runProgram = promisify(execFile)
const ZBAR_LIMIT_MS = 300_000

/** What zxing reads inside one part of a bitmap: the texts of its codes, GS1 ones with brackets. */
export async function readCrop(bitmap: Bitmap, { x, y, w, h }: Rect): Promise<string[]> {
  const data = new Uint8ClampedArray(4 * w * h)
  const pixels = new Uint32Array(data.buffer)
  for (let row = 0; row < h; row += 1) {
    for (let column = 0; column < w; column += 1) {
      const [atX, atY] = [x + column, y + row]
      const byte = bitmap.bits[atY * bitmap.bytesPerRow + (atX >> 3)] ?? 0
      const isBlack = (byte & (0x80 >> (atX & 7))) !== 0
      pixels[row * w + column] = isBlack ? 0xff000000 : 0xffffffff
    }
  }
  const picture = { data, width: w, height: h }
  const atOnce = await readPixels(picture, false)
  const found = atOnce.length > 0 ? atOnce : await readPixels(picture)
  return found.map(({ text }) => text)
}

/** Lines looked at, and codes looked for: bars need few lines and only across; among squares the program
 *  would also find bars where there are none. */
const LOOK = {
  bars: ['-Sx-density=0', '-Sy-density=6'],
  squares: ['-S*.disable', '-Sqrcode.enable', '-Sx-density=2', '-Sy-density=2'],
}

/** What zbarimg reads on whole bitmaps, each text once. Fails where the program is missing. */
export async function readByZbar(
  bitmaps: readonly Bitmap[],
  what: keyof typeof LOOK,
): Promise<Set<string>> {
  const dir = await mkdtemp(join(tmpdir(), 'codes-'))
  try {
    const files = bitmaps.map((_, index) => join(dir, `${index}.pbm`))
    await Promise.all(bitmaps.map((bitmap, i) => writeFile(files[i] ?? '', pbmOf(bitmap))))
    const args = ['-q', '--raw', ...LOOK[what], ...files]
    const { stdout } = await runProgram('zbarimg', args, {
      timeout: ZBAR_LIMIT_MS,
      maxBuffer: 64_000_000,
    })
    return new Set(stdout.split('\n').filter((line) => line !== ''))
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

/** Each dot as a square of `times` pixels: a scanner's camera sees more of a module than two pixels. */
export function enlarged(bitmap: Bitmap, times: number): Bitmap {
  const widthDots = bitmap.widthDots * times
  const heightDots = bitmap.heightDots * times
  const bytesPerRow = Math.ceil(widthDots / 8)
  const bits = new Uint8Array(bytesPerRow * heightDots)
  for (let y = 0; y < bitmap.heightDots; y += 1) {
    const row = new Uint8Array(bytesPerRow)
    for (let at = 0; at < bitmap.widthDots; at += 1) {
      const byte = bitmap.bits[y * bitmap.bytesPerRow + (at >> 3)] ?? 0
      if ((byte & (0x80 >> (at & 7))) === 0) continue
      for (let x = at * times; x < (at + 1) * times; x += 1)
        row[x >> 3] = (row[x >> 3] ?? 0) | (0x80 >> (x & 7))
    }
    for (let down = 0; down < times; down += 1) bits.set(row, (y * times + down) * bytesPerRow)
  }
  return { widthDots, heightDots, bytesPerRow, bits }
}

/** Portable bitmap, binary: 1 = black, rows padded to whole bytes, as ours. */
export function pbmOf({ widthDots, heightDots, bits }: Bitmap): Uint8Array {
  return Buffer.concat([Buffer.from(`P4\n${widthDots} ${heightDots}\n`), bits])
}
