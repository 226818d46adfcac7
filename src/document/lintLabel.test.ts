import { describe, expect, test } from 'vitest'
import type { LabelNode } from './labelModel.ts'
import { lintLabel } from './lintLabel.ts'
import { defaultProfile } from './printerProfile.ts'

const fonts = {
  glyphs: { has: (point: number) => point !== 0x2b370 },
  metrics: { advance: (point: number) => (point < 0x2e80 ? 0.6 : 1) },
}
const text = {
  kind: 'text',
  xMm: 2,
  yMm: 2,
  widthMm: 40,
  weight: 500,
  sizePt: 8,
  maxLines: 1,
  overflow: 'error',
} as const
const bars = {
  kind: 'code128',
  xMm: 10,
  yMm: 10,
  heightMm: 10,
  moduleDots: 2,
  text: 'A-01',
  hri: false,
} as const
const qr = { kind: 'qr', xMm: 10, yMm: 10, moduleDots: 4, text: 'A-01' } as const

function codes(...nodes: LabelNode[]): string[] {
  const model = { version: 1, widthMm: 60, heightMm: 40, nodes } as const
  return lintLabel(model, defaultProfile('p'), fonts).map((fault) => fault.code)
}

describe('lintLabel', () => {
  test('passes a plain label', () => {
    expect(codes({ ...text, text: '存储区 A-01' }, bars)).toEqual([])
  })

  test('refuses type below 6 pt, also where it may shrink that far', () => {
    expect(codes({ ...text, text: '小', sizePt: 5.5 })).toEqual(['PRN-020'])
    expect(codes({ ...text, text: '小', shrinkToPt: 5.5 })).toEqual(['PRN-020'])
    expect(codes({ ...text, text: '小', sizePt: 6 })).toEqual([])
  })

  test('refuses words that do not fit, unless they may end in "…"', () => {
    const long = '很长的地址'.repeat(10)
    expect(codes({ ...text, text: long })).toEqual(['PRN-021'])
    expect(codes({ ...text, text: long, overflow: 'ellipsis' })).toEqual([])
    expect(codes({ ...text, text: long, sizePt: 8, shrinkToPt: 6, maxLines: 4 })).toEqual([])
  })

  test('names the characters that the fonts lack', () => {
    const model = {
      version: 1,
      widthMm: 60,
      heightMm: 40,
      nodes: [{ ...text, text: '张𫍰𫍰' }],
    } as const
    expect(lintLabel(model, defaultProfile('p'), fonts)).toEqual([
      { code: 'PRN-022', nodeIndex: 0, params: { chars: '𫍰' } },
    ])
  })

  test('refuses personal data that is not masked, without repeating it', () => {
    expect(codes({ ...text, text: '王小明', personal: 'name' })).toEqual(['PRN-023'])
    expect(codes({ ...text, text: '138****1234', personal: 'phone' })).toEqual(['PRN-023'])
    expect(codes({ ...text, text: '3幢501室', personal: 'address' })).toEqual(['PRN-023'])
    expect(codes({ ...text, text: '备注 13812341234' })).toEqual(['PRN-023'])
    expect(codes({ ...bars, text: '13812341234' })).toEqual(['PRN-023'])
    expect(codes({ ...qr, text: 'tel:13812341234' })).toEqual(['PRN-023'])
    const node = {
      ...text,
      text: '王小明王小明王小明王小明王小明',
      personal: 'name',
      widthMm: 10,
    } as const
    const faults = lintLabel(
      { version: 1, widthMm: 60, heightMm: 40, nodes: [node] },
      defaultProfile('p'),
      fonts,
    )
    expect(faults.map((fault) => fault.code)).toEqual(['PRN-021', 'PRN-023'])
    expect(JSON.stringify(faults)).not.toContain('小明')
  })

  test('refuses bars of one dot and takes two', () => {
    expect(codes({ ...bars, moduleDots: 1 })).toEqual(['PRN-024'])
    expect(codes(bars)).toEqual([])
  })

  test('keeps ten modules free beside bars and four around a QR', () => {
    expect(codes({ ...bars, xMm: 2.5 })).toEqual([])
    expect(codes({ ...bars, xMm: 2.375 })).toEqual(['PRN-025'])
    expect(codes(bars, { ...text, text: '挡', xMm: 7.5, yMm: 12, widthMm: 3 })).toEqual(['PRN-025'])
    expect(codes({ ...qr, xMm: 2 })).toEqual([])
    expect(codes({ ...qr, xMm: 1.875 })).toEqual(['PRN-025'])
  })

  test('refuses what a bar code cannot hold', () => {
    expect(codes({ ...bars, text: '仓位A' })).toEqual(['PRN-026'])
    expect(codes({ ...bars, kind: 'ean13', text: '6901234567893' })).toEqual(['PRN-027'])
    expect(codes({ ...bars, kind: 'ean13', text: '6901234567892' })).toEqual([])
  })

  test('refuses what runs off the label or the print head', () => {
    expect(
      codes({ kind: 'rule', xMm: 50, yMm: 5, widthMm: 11, heightMm: 0, strokeDots: 2 }),
    ).toEqual(['PRN-028'])
    const model = { version: 1, widthMm: 110, heightMm: 40, nodes: [] } as const
    expect(lintLabel(model, defaultProfile('p'), fonts).map((fault) => fault.code)).toEqual([
      'PRN-029',
    ])
  })
})
