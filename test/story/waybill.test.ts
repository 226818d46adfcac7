import { describe, expect, test, vi } from 'vitest'
import { commandLabel } from '@/document/labels/commandLabel.ts'
import { binLabel, toteLabel } from '@/document/labels/placeLabel.ts'
import { skuLabel } from '@/document/labels/skuLabel.ts'
import type { LabelModel } from '@/document/labelModel.ts'
import { defaultProfile, type PrinterProfile } from '@/document/printerProfile.ts'
import { waybillLabel } from '@/document/waybill/waybillLabel.ts'
import { createSeededRandom } from '@/kernel/random.ts'
import { labelShape } from '@/protocol/labelShape.ts'
import { createLabelPress } from '@/station/print/labelPress.ts'
import { loadLabelFonts } from '@/station/print/labelFonts.ts'
import { previewPng } from '@/station/print/previewPng.ts'
import { readPaperWords } from '@/ui/paper/readPaperWords.ts'
import { decodeLabel } from '../driver/decodeLabel.ts'
import { sampleWaybill } from '../driver/sampleWaybill.ts'
import { createTsplReader } from '../driver/virtualPrinter/tsplReader.ts'

const words = readPaperWords('zh-CN')
const press = createLabelPress(loadLabelFonts())
const at203 = defaultProfile('p')
const at300: PrinterProfile = { ...at203, dotsPerMm: 11.811, headDots: 1_280 }

async function codesOf(label: LabelModel, profile = at203): Promise<string[]> {
  expect(press.check(label, profile)).toEqual([])
  expect(labelShape.parse(label)).toEqual(label)
  const png = await previewPng(press.draw(label, profile))
  return (await decodeLabel(png)).map(({ format, text }) => `${format} ${text}`).sort()
}

// Reading pictures takes its while on a small machine.
vi.setConfig({ testTimeout: 60_000 })

describe('a printed waybill reads back to its number', () => {
  const random = createSeededRandom(128)
  const digits = (count: number) => Array.from({ length: count }, () => random.int(10)).join('')
  const numbers = [`SF${digits(13)}`, `7${digits(13)}`, `JDVA${digits(11)}-1-1-`]

  test.each([
    [100, 150, at203],
    [76, 130, at203],
    [100, 180, at203],
    [100, 150, at300],
    [76, 130, at300],
  ] as const)('on %d × %d mm, two bar codes and a QR', async (widthMm, heightMm, profile) => {
    for (const waybillNo of numbers) {
      const facts = sampleWaybill({ waybillNo, reprintNo: 1 })
      const paper = { widthMm, heightMm }
      const { dotsPerMm } = profile
      const label = waybillLabel({ facts, words: words.waybill, paper, dotsPerMm })
      const want = [`Code128 ${waybillNo}`, `Code128 ${waybillNo}`, `QRCode ${waybillNo}`]
      expect(await codesOf(label, profile)).toEqual(want)
    }
  })

  test('with one dot of bleed on the heat side too', async () => {
    const facts = sampleWaybill()
    const paper = { widthMm: 76, heightMm: 130 }
    const label = waybillLabel({ facts, words: words.waybill, paper, dotsPerMm: 8 })
    const bitmap = press.draw(label, at203)
    const bits = bitmap.bits.map(
      (byte, i) => byte | (byte >> 1) | (((bitmap.bits[i - 1] ?? 0) & 1) << 7),
    )
    const codes = await decodeLabel(await previewPng({ ...bitmap, bits }))
    expect(codes.map((code) => code.text)).toContain(facts.waybillNo)
  })

  test('the bytes for the printer hold exactly the dots of the preview', async () => {
    const facts = sampleWaybill()
    const paper = { widthMm: 100, heightMm: 150 }
    const label = waybillLabel({ facts, words: words.waybill, paper, dotsPerMm: 8 })
    const bitmap = press.draw(label, at203)
    const [event] = createTsplReader(8).read(await press.encode(label, at203))
    if (event?.kind !== 'label') throw new Error('no label read')
    expect([event.picture.widthDots, event.picture.heightDots]).toEqual([800, 1200])
    const dots = Uint8Array.from(
      { length: 800 * 1200 },
      (_, i) => ((bitmap.bits[i >> 3] ?? 0) >> (7 - (i & 7))) & 1,
    )
    expect(Buffer.compare(event.picture.dots, dots)).toBe(0)
  })
})

describe('small labels read back', () => {
  test("goods by EAN-13, or by Code 128 where the code is the shop's own", async () => {
    const facts = {
      skuCode: 'BK000001',
      name: '北方旧梦',
      specs: ['16开'],
      lot: 'L1',
      expiresOn: '2028-10-01',
    }
    const gtin = skuLabel({ ...facts, barcode: '9787442974540' }, words.label, at203)
    expect(await codesOf(gtin)).toEqual(['EAN13 9787442974540'])
    const own = skuLabel({ ...facts, barcode: 'NZ2610-BL-M' }, words.label, at300)
    expect(await codesOf(own, at300)).toEqual(['Code128 NZ2610-BL-M'])
    expect(JSON.stringify(gtin)).toContain('批次 L1  有效期至 2028-10-01')
  })

  test('bins, totes and command codes', async () => {
    const bin = binLabel(
      { code: 'A-03-2-05', zoneName: '存储区', weightLimitG: 120_000 },
      words.label,
      at203,
    )
    expect(await codesOf(bin)).toEqual(['Code128 A-03-2-05'])
    expect(JSON.stringify(bin)).toContain('限重 120 kg')
    expect(await codesOf(toteLabel('T-0001', words.label, at203))).toEqual(['Code128 T-0001'])
    const command = commandLabel({ code: 'ZQOKB', title: '确认', key: 'Enter' }, at203)
    expect(await codesOf(command)).toEqual(['Code128 ZQOKB'])
  })
})

describe('the TSPL reader of the virtual printer', () => {
  test("draws the manual's bytes, also when they come one by one", () => {
    const head =
      'SIZE 2 mm,0.25 mm\r\nGAP 2 mm,0 mm\r\nDIRECTION 1\r\nREFERENCE 0,0\r\nCLS\r\nBITMAP 0,0,2,2,0,'
    const bytes = Buffer.concat([
      Buffer.from(head),
      Buffer.of(0x7f, 0xfe, 0x00, 0xff),
      Buffer.from('\r\nPRINT 1,1\r\n'),
    ])
    const reader = createTsplReader(8)
    const events = [...bytes].flatMap((byte) => reader.read(Uint8Array.of(byte)))
    expect(events).toHaveLength(1)
    const [event] = events
    if (event?.kind !== 'label') throw new Error('no label read')
    expect([...event.picture.dots].join('')).toBe('10000000000000011111111100000000')
    expect(event.bytes).toEqual(bytes)
  })

  test('tells questions from pictures and refuses what it does not know', () => {
    const reader = createTsplReader(8)
    expect(reader.read(Uint8Array.of(0x1b, 0x21, 0x3f))).toEqual([{ kind: 'question', query: '?' }])
    expect(() => reader.read(Buffer.from('FEED 10\r\n'))).toThrow('unknown command')
  })
})
