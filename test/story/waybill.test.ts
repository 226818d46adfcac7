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
