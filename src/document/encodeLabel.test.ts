import { deflateSync, inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { asciiBytes, base64Bytes, byteText, hexBytes } from './byteText.ts'
import type { Bitmap } from './dotOp.ts'
import { encodeLabel } from './encodeLabel.ts'
import { defaultProfile, type PrinterProfile, type RasterLanguage } from './printerProfile.ts'
import { crc16, z64 } from './zpl/encodeZpl.ts'

const twoRows = {
  widthDots: 16,
  heightDots: 2,
  bytesPerRow: 2,
  bits: Uint8Array.of(0x80, 0x01, 0xff, 0x00),
}

function encoded(
  language: RasterLanguage,
  parts: Partial<PrinterProfile> = {},
  bitmap: Bitmap = twoRows,
): Uint8Array {
  return encodeLabel(bitmap, { ...defaultProfile('p'), ...parts, language }, deflateSync)
}

const hexText = (bytes: Uint8Array) => byteText(hexBytes(bytes))

function hex(bytes: Uint8Array): string {
  return hexText(bytes).replaceAll(/..(?=.)/g, '$& ')
}

describe('ZPL', () => {
  test('writes the golden label after the settings of one format', () => {
    expect(byteText(encoded('zpl'))).toBe(
      '^XA^MNY^PQ1^PW16^LL2^LH0,0^FO0,0^GFA,4,4,2,8001FF00^FS^XZ',
    )
  })

  test('sets darkness, speed, black marks and the cutter where the printer has them', () => {
    const parts = { density: 8, speed: 4, media: 'mark', finish: 'cut' } as const
    expect(byteText(encoded('zpl', parts))).toMatch(/^~SD16\^XA\^MNM\^MMC\^PR4\^PQ1\^PW16/)
    expect(byteText(encoded('zpl', { media: 'continuous', speed: 1, density: 15 }))).toMatch(
      /^~SD30\^XA\^MNN\^PR2\^PQ1/,
    )
  })

  test('packs a picture as Z64: it inflates to the picture, and the sum is right', () => {
    const bytes = Uint8Array.from({ length: 5_000 }, (_, at) => (at % 97 === 0 ? 0xf0 : 0))
    const [, , text = '', sum] = byteText(z64(bytes, deflateSync)).split(':')
    expect(Buffer.compare(inflateSync(Buffer.from(text, 'base64')), bytes)).toBe(0)
    expect(sum).toBe(crc16(asciiBytes(text)).toString(16).toUpperCase().padStart(4, '0'))
    expect(crc16(asciiBytes('123456789'))).toBe(0x31c3)
    expect(crc16(asciiBytes('eNprYPzPAAAEBQGB'))).toBe(0xd934)
  })

  test('writes base64 with its padding', () => {
    const texts = ['', 'f', 'fo', 'foo', 'foob'].map((text) =>
      byteText(base64Bytes(asciiBytes(text))),
    )
    expect(texts).toEqual(['', 'Zg==', 'Zm8=', 'Zm9v', 'Zm9vYg=='])
  })

  test.each([
    [1200, 100, [600, 600]],
    [999, 100, [999]],
    [1000, 100, [500, 500]],
    [2480, 148, [620, 620, 620, 620]],
  ])('cuts %d rows of %d bytes into fields of at most 99,999', (heightDots, bytesPerRow, rows) => {
    const bits = new Uint8Array(heightDots * bytesPerRow).fill(0x55)
    const picture = { widthDots: bytesPerRow * 8, heightDots, bytesPerRow, bits }
    const fields = [
      ...byteText(encoded('zpl', { headDots: 1_280 }, picture)).matchAll(/\^FO0,(\d+)\^GFA,(\d+)/g),
    ]
    expect(fields.map(([, , size]) => Number(size))).toEqual(rows.map((row) => row * bytesPerRow))
    expect(fields.map(([, y]) => Number(y))).toEqual(rows.map((_, at) => at * (rows[0] ?? 0)))
  })

  test('writes hexadecimal only where the firmware is old', () => {
    const bits = new Uint8Array(4_000)
    const white = { widthDots: 80, heightDots: 400, bytesPerRow: 10, bits }
    expect(byteText(encoded('zpl', {}, white))).toContain(':Z64:')
    expect(byteText(encoded('zpl', { pictures: 'plain' }, white))).toContain(
      `10,${hexText(bits)}^FS`,
    )
  })
})

describe('ESC/POS', () => {
  const continuous = { media: 'continuous', gapMm: 0 } as const

  test('writes the golden label', () => {
    expect(hex(encoded('escpos', continuous))).toBe('1B 40 1D 76 30 00 02 00 02 00 80 01 FF 00')
  })

  test('feeds a label to the next gap, continuous paper by its own measure, and cuts where asked', () => {
    expect(hex(encoded('escpos'))).toMatch(/FF 00 1D 0C$/)
    expect(hex(encoded('escpos', { ...continuous, gapMm: 15 }))).toMatch(/FF 00 1B 64 04$/)
    expect(hex(encoded('escpos', { ...continuous, finish: 'cut' }))).toMatch(/1D 56 42 00$/)
  })

  test('sets darkness and speed only where the printer has them', () => {
    expect(hex(encoded('escpos', { density: 5, speed: 20 }))).toMatch(
      /^1B 40 1D 28 4B 02 00 31 FD 1D 28 4B 02 00 32 0D 1D 76 30/,
    )
  })

  test.each([
    [255, [255]],
    [256, [255, 1]],
    [1200, [255, 255, 255, 255, 180]],
  ])('cuts %d rows into bands whose count fits into one byte', (heightDots, rows) => {
    const bits = new Uint8Array(heightDots * 3)
    const picture = { widthDots: 24, heightDots, bytesPerRow: 3, bits }
    const bands = [...hex(encoded('escpos', {}, picture)).matchAll(/1D 76 30 00 03 00 (..) (..)/g)]
    expect(bands.map(([, low = '', high = '']) => Number.parseInt(high + low, 16))).toEqual(rows)
  })
})

describe('CPCL', () => {
  test('writes the golden label in hexadecimal', () => {
    expect(byteText(encoded('cpcl', { pictures: 'plain' }))).toBe(
      '! 0 200 200 2 1\r\nPAGE-WIDTH 16\r\nEG 2 2 0 0 8001FF00\r\nFORM\r\nPRINT\r\n',
    )
  })

  test('writes raw bytes, contrast, speed and media where the printer has them', () => {
    const parts = { density: 8, speed: 9, media: 'mark' } as const
    expect(byteText(encoded('cpcl', parts))).toBe(
      '! 0 200 200 2 1\r\nPAGE-WIDTH 16\r\nBAR-SENSE\r\nCONTRAST 2\r\nSPEED 5\r\n' +
        'CG 2 2 0 0 \x80\x01\xff\x00\r\nFORM\r\nPRINT\r\n',
    )
    expect(byteText(encoded('cpcl', { media: 'continuous' }))).toMatch(
      /JOURNAL\r\nCG .*\r\nPRINT\r\n$/s,
    )
  })
})

describe('the offset of a printer', () => {
  const moved = (offsetXMm: number, offsetYMm: number, headDots = 864) =>
    hexText(
      encoded('escpos', { media: 'continuous', gapMm: 0, offsetXMm, offsetYMm, headDots }).slice(
        10,
      ),
    )

  test('moves the picture in every direction and drops what leaves the label', () => {
    expect(moved(0.5, 0)).toBe('08000FF0')
    expect(moved(-0.125, 0)).toBe('0002FE00')
    expect(moved(0, 0.125)).toBe('00008001')
    expect(moved(0, -0.125)).toBe('FF000000')
    expect(moved(5, 5)).toBe('00000000')
  })

  test('cuts a picture to what the head reaches', () => {
    expect(moved(0, 0, 8)).toBe('80FF')
    expect(byteText(encoded('tspl', { headDots: 8 }))).toContain('BITMAP 0,0,1,2,0,\x7f\x00\r\n')
  })
})
