import { describe, expect, test } from 'vitest'
import { lintLabel } from '../lintLabel.ts'
import { defaultProfile } from '../printerProfile.ts'
import { itemsText } from './itemsText.ts'
import type { WaybillFacts } from './waybillFacts.ts'
import { chooseWaybillForm } from './waybillForm.ts'
import { waybillLabel } from './waybillLabel.ts'

const words = {
  receiver: '收',
  sender: '寄',
  order: '订单',
  pieces: '共{n}件',
  packer: '打包员',
  inspected: '已验视',
  note: '备注',
  reprint: '补打',
  fragile: '易碎',
  upside: '向上',
  keepDry: '防潮',
}

const facts: WaybillFacts = {
  waybillNo: 'SF3225531922509',
  carrierName: '顺丰速运',
  routing: '342-081-00 052',
  collectingCentre: '',
  receiver: {
    name: '罗雨桐',
    phone: '17364973677',
    address: '文三路100号3幢2单元501室',
    isMasked: false,
  },
  sender: { name: '林掌柜', phone: '0571-88881234', address: '示例路18号201室', isMasked: false },
  orderNo: '4757550309061180621',
  lines: [
    { skuCode: 'NZ2610', name: '牛仔裤', colour: '深蓝', size: 'M', qty: 2 },
    { skuCode: 'BK000001', name: '北方旧梦', colour: '', size: '', qty: 1 },
  ],
  packerName: '陈琳',
  marks: ['易碎'],
  note: '有事打13812341234',
  reprintNo: 0,
  printedAt: '',
}

/** Square type, half as wide for ASCII: enough for layout without font files. */
const plainFonts = {
  glyphs: { has: () => true },
  metrics: { advance: (point: number) => (point < 0x2e80 ? 0.6 : 1) },
}

function texts(
  parts: Partial<WaybillFacts> = {},
  paper = { widthMm: 100, heightMm: 150 },
): string[] {
  const model = waybillLabel({ facts: { ...facts, ...parts }, words, paper, dotsPerMm: 8 })
  return model.nodes.flatMap((node) => ('text' in node ? [node.text] : []))
}

describe('a waybill', () => {
  test('joins what is inside by "；", with a name where a SKU has no colour and size', () => {
    expect(itemsText(facts.lines)).toBe('NZ2610 深蓝 M ×2；BK000001 北方旧梦 ×1')
  })

  test('masks plain receivers, senders and telephones in notes', () => {
    const all = texts()
    expect(all).toContain('罗**')
    expect(all).toContain('173******77')
    expect(all).toContain('文三路100号3幢***')
    expect(all).toContain('林**')
    expect(all).toContain('057*******34')
    expect(all).toContain('备注 有事打138******34')
    expect(all.join()).not.toMatch(/501|13812341234|17364973677|罗雨/)
  })

  test('leaves parts alone that a platform handed over masked', () => {
    const receiver = { name: '张**', phone: '138******34', address: '文三路***', isMasked: true }
    expect(texts({ receiver })).toEqual(
      expect.arrayContaining(['张**', '138******34', '文三路***']),
    )
  })

  test('says it is a reprint and which one', () => {
    expect(texts().join()).not.toContain('补打')
    expect(texts({ reprintNo: 2 })).toContain('补打 2')
  })

  test('carries the number as two Code 128 and one QR', () => {
    const model = waybillLabel({
      facts,
      words,
      paper: { widthMm: 76, heightMm: 130 },
      dotsPerMm: 8,
    })
    const codes = model.nodes.filter((node) => 'text' in node && node.kind !== 'text')
    expect(codes.map((node) => node.kind).sort()).toEqual(['code128', 'code128', 'qr'])
  })

  test('uses the nearest layout on other paper and starts the own area behind the perforation', () => {
    const paper = { widthMm: 100, heightMm: 180 }
    expect(chooseWaybillForm(paper).widthMm).toBe(100)
    expect(chooseWaybillForm(paper).ownTopMm).toBe(110)
    expect(chooseWaybillForm({ widthMm: 80, heightMm: 130 }).widthMm).toBe(76)
  })

  test.each([
    [100, 150],
    [100, 180],
    [100, 177],
    [100, 203],
    [100, 210],
    [100, 110],
    [76, 130],
  ])('has no fault on %d × %d mm at 8 and 11.811 dots/mm', (widthMm, heightMm) => {
    const full = { ...facts, marks: ['易碎', '向上', '防潮'], note: '请放快递柜，'.repeat(13) }
    for (const [dotsPerMm, own] of [
      [8, { ...facts, marks: [], note: '' }],
      [8, full],
      [11.811, full],
    ] as const) {
      const paper = { widthMm, heightMm }
      const model = waybillLabel({ facts: own, words, paper, dotsPerMm })
      const profile = { ...defaultProfile('p'), dotsPerMm, headDots: Math.ceil(108 * dotsPerMm) }
      expect(lintLabel(model, profile, plainFonts)).toEqual([])
    }
  })

  test.each([
    'SF3225531922509',
    '78099549717437',
    '774069380892452',
    '1169199035675',
    'YT7531175379824',
    'JDVA13812341234-1-1-',
    'RB123456785GB',
  ])('takes the number shape %s', (waybillNo) => {
    for (const paper of [
      { widthMm: 100, heightMm: 150 },
      { widthMm: 76, heightMm: 130 },
    ]) {
      const model = waybillLabel({ facts: { ...facts, waybillNo }, words, paper, dotsPerMm: 8 })
      expect(lintLabel(model, defaultProfile('p'), plainFonts)).toEqual([])
    }
  })

  test('with forty lines it ends in "…" and still prints', () => {
    const lines = Array.from({ length: 40 }, (_, i) => ({
      skuCode: `NZ2610-${i}`,
      name: '',
      colour: '深蓝',
      size: 'XL',
      qty: 1,
    }))
    const model = waybillLabel({
      facts: { ...facts, lines },
      words,
      paper: { widthMm: 76, heightMm: 130 },
      dotsPerMm: 8,
    })
    expect(lintLabel(model, defaultProfile('p'), plainFonts)).toEqual([])
  })
})
