import { createRequire } from 'node:module'
import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder'
import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer'
import { describe, expect, test } from 'vitest'
import { bitmapDots, differingDots } from '../driver/bitmapDots.ts'
import { randomBitmap } from '../driver/randomBitmap.ts'
import type { DotPicture } from '../driver/virtualPrinter/dotPicture.ts'
import type { LabelReader } from '../driver/virtualPrinter/labelReader.ts'
import { readLanguage } from '../driver/virtualPrinter/languageReader.ts'
import { writePng } from '../driver/virtualPrinter/writePng.ts'

/** The one label that the bytes print. */
function printed(reader: LabelReader, bytes: Uint8Array): DotPicture {
  const labels = [...reader.read(bytes), ...reader.end()]
  const [label] = labels
  if (labels.length !== 1 || label?.kind !== 'label') throw new Error(`${labels.length} events`)
  return label.picture
}

interface ZplImage {
  rgbaToZ64(rgba: Uint8Array, width: number, options: object): ZplGraphic & { z64: string }
  rgbaToACS(rgba: Uint8Array, width: number, options: object): ZplGraphic & { acs: string }
}
interface ZplGraphic {
  readonly length: number
  readonly rowlen: number
}

describe('the readers of the virtual printer understand the bytes of other programs', () => {
  const bitmap = randomBitmap(203, 320, 96)
  const want = bitmapDots(bitmap)
  const rgba = Uint8Array.from({ length: 320 * 96 * 4 }, (_, at) =>
    at % 4 === 3 ? 255 : want.dots[at >> 2] ? 0 : 255,
  )

  test('Z64 and run-length coded ZPL', () => {
    const { rgbaToZ64, rgbaToACS }: ZplImage = createRequire(import.meta.url)('zpl-image')
    const packed = rgbaToZ64(rgba, 320, { notrim: true })
    const run = rgbaToACS(rgba, 320, { notrim: true })
    for (const [{ length, rowlen }, data] of [
      [packed, packed.z64],
      [run, run.acs],
    ] as const) {
      const zpl = `^XA^PW320^LL96^FO0,0^GFA,${length},${length},${rowlen},${data}^FS^XZ`
      expect(differingDots(printed(readLanguage('zpl', 8), Buffer.from(zpl)), want)).toBe(0)
    }
  })

  test('ESC/POS of a receipt printer package', async () => {
    const unused = { isPrinterConnected: async () => true, execute: async () => undefined }
    const receipt = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: unused as never })
    await receipt.printImageBuffer(Buffer.from(await writePng(want)))
    receipt.cut()
    const paper = printed(readLanguage('escpos', 8), receipt.getBuffer())
    expect(differingDots(paper, want)).toBe(0)
  })

  test('ESC/POS of a receipt encoder', () => {
    const image = { data: new Uint8ClampedArray(rgba), width: 320, height: 96 }
    const bytes = new ReceiptPrinterEncoder({ language: 'esc-pos', imageMode: 'raster' })
      .initialize()
      .image(image as ImageData, 320, 96, 'threshold')
      .encode()
    expect(differingDots(printed(readLanguage('escpos', 8), bytes), want)).toBe(0)
  })
})

const golden = [
  [
    'tspl',
    "the manual's bytes",
    'SIZE 2 mm,0.25 mm\r\nGAP 2 mm,0 mm\r\nDIRECTION 1\r\nREFERENCE 0,0\r\nCLS\r\nBITMAP 0,0,2,2,0,\x7f\xfe\x00\xff\r\nPRINT 1,1\r\n',
  ],
  ['zpl', 'hexadecimal', '^XA^PW16^LL2^LH0,0^FO0,0^GFA,4,4,2,8001FF00^FS^XZ'],
  ['zpl', 'Z64', '^XA^PW16^LL2^LH0,0^FO0,0^GFA,4,4,2,:Z64:eNprYPzPAAAEBQGB:D934^FS^XZ'],
  ['zpl', 'run-length', '^XA^PW16^LL2^LH0,0^FO0,0^GFA,4,4,2,8H01HF,^FS^XZ'],
  ['escpos', 'GS v 0', '\x1b@\x1dv0\0\x02\0\x02\0\x80\x01\xff\0'],
  [
    'escpos',
    'GS 8 L',
    '\x1b@\x1d8L\x0e\0\0\0\x30\x70\x30\x01\x01\x31\x10\0\x02\0\x80\x01\xff\0\x1d(L\x02\0\x30\x32',
  ],
  ['cpcl', 'EG', '! 0 200 200 2 1\r\nPAGE-WIDTH 16\r\nEG 2 2 0 0 8001FF00\r\nFORM\r\nPRINT\r\n'],
  [
    'cpcl',
    'CG',
    '! 0 200 200 2 1\r\nPAGE-WIDTH 16\r\nCG 2 2 0 0 \x80\x01\xff\0\r\nFORM\r\nPRINT\r\n',
  ],
] as const

describe('the readers of the virtual printer', () => {
  test.each(golden)('draw golden %s (%s), also when it comes one by one', (language, _, text) => {
    const bytes = Buffer.from(text, 'latin1')
    const reader = readLanguage(language, 8)
    const events = [
      ...[...bytes].flatMap((byte) => reader.read(Uint8Array.of(byte))),
      ...reader.end(),
    ]
    const [event] = events
    if (events.length !== 1 || event?.kind !== 'label') throw new Error(`${events.length} events`)
    expect([...event.picture.dots].join('')).toBe('10000000000000011111111100000000')
    expect(Buffer.compare(event.bytes, bytes)).toBe(0)
  })

  test('leave a picture out whose sum is wrong', () => {
    const wrong = '^XA^PW16^LL2^FO0,0^GFA,4,4,2,:Z64:eNprYPzPAAAEBQGB:D935^FS^XZ'
    expect(printed(readLanguage('zpl', 8), Buffer.from(wrong)).dots).not.toContain(1)
  })

  test.each([
    ['tspl', 'FEED 10\r\n', 'unknown command'],
    ['tspl', '\x1b!A', 'unknown question'],
    ['zpl', '^XA^XX1^XZ', 'unknown'],
    ['zpl', '^XA^PQ2^XZ', 'copies'],
    ['zpl', '^XA^GFA,120000,120000,100,00^FS', 'a field of 120000 bytes'],
    ['zpl', '^XA^GFA,4,4,2,8001FF^FS', 'of 4 bytes'],
    ['escpos', '\x1b\x01', 'unknown command'],
    ['cpcl', '! 0 200 200 2 2\r\n', 'outside a label session'],
    ['cpcl', '! 0 200 200 2 1\r\n\x1bh', 'inside a label session'],
  ] as const)('refuse what is not %s: %j', (language, text, why) => {
    const reader = readLanguage(language, 8)
    expect(() => reader.read(Buffer.from(text, 'latin1'))).toThrow(why)
  })

  test.each([
    ['tspl', '\x1b!?\x1b!S~!@', ['status', 'detail', 'counter']],
    ['zpl', '~HS\r\n! U1 getvar "odometer.total_label_count"\r\n', ['status', 'counter']],
    ['escpos', '\x10\x04\x01\x10\x04\x04\x1d(H\x06\0\x30\x300a~ ', ['status', 'status', 'receipt']],
    ['cpcl', '\x1bh\x1bi', ['status', 'detail']],
  ] as const)('hear the questions of %s', (language, text, queries) => {
    const reader = readLanguage(language, 8)
    const events = [...Buffer.from(text, 'latin1')].flatMap((byte) =>
      reader.read(Uint8Array.of(byte)),
    )
    expect(events.map((event) => event.kind === 'question' && event.query)).toEqual(queries)
  })
})
