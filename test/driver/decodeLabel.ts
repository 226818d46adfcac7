import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { prepareZXingModule, type ReadResult, readBarcodes } from 'zxing-wasm/reader'

const wasmFile = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
const wasm = readFileSync(wasmFile)
// Without its bytes the reader would fetch them from the network.
prepareZXingModule({
  overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.length) },
})

export interface DecodedCode {
  readonly format: string
  readonly text: string
}

/** All bar codes of a label picture (PNG bytes), each as often as it stands there. */
export async function decodeLabel(png: Uint8Array): Promise<DecodedCode[]> {
  const image = await loadImage(Buffer.from(png))
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0)
  const pixels = context.getImageData(0, 0, image.width, image.height)
  const { data, width, height } = pixels
  return readPixels({ data: Uint8ClampedArray.from(data), width, height })
}

/** All bar codes of a picture in RGBA. `tryHarder` false looks once, upright and quickly. */
export async function readPixels(
  picture: {
    readonly data: Uint8ClampedArray<ArrayBuffer>
    readonly width: number
    readonly height: number
  },
  tryHarder = true,
): Promise<DecodedCode[]> {
  const found: ReadResult[] = await readBarcodes(
    { ...picture, colorSpace: 'srgb' },
    { tryHarder, tryRotate: tryHarder, tryInvert: tryHarder, maxNumberOfSymbols: 20 },
  )
  return found.filter((code) => code.isValid).map(({ format, text }) => ({ format, text }))
}
