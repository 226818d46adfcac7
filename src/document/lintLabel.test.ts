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
    const ean = { ...bars, kind: 'ean13', text: '6901234567892' } as const
    expect(codes({ ...ean, moduleDots: 2 })).toEqual(['PRN-024'])
    expect(codes({ ...ean, moduleDots: 3 })).toEqual([])
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
    expect(codes({ ...bars, kind: 'ean13', moduleDots: 3, text: '6901234567892' })).toEqual([])
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

  test('looks for landlines, units and rooms on every text and code of a label that names a person', () => {
    const name = { ...text, text: '王**', personal: 'name' } as const
    const note = { ...text, yMm: 30, text: '放3单元门口' }
    expect(codes(note)).toEqual([])
    expect(codes(name, note)).toEqual(['PRN-023'])
    expect(codes(name, { ...note, text: '打010-87654321' })).toEqual(['PRN-023'])
    expect(codes(name, { ...qr, text: '5幢501室' })).toEqual(['PRN-023'])
    expect(codes(name, { ...note, text: '12号楼' })).toEqual([])
  })

  test('looks into the elements of a GS1 code for open names, telephones and addresses', () => {
    const code = { ...qr, kind: 'gs1-datamatrix', moduleDots: 3 } as const
    const parcel = '00069012341234567894'
    expect(codes({ ...code, text: `${parcel}4308138******34` })).toEqual([])
    expect(codes({ ...code, text: `${parcel}430813812341234` })).toEqual(['PRN-023'])
    expect(codes({ ...code, text: `${parcel}4301%E7%8E%8B%E5%B0%8F%E6%98%8E` })).toEqual([
      'PRN-023',
    ])
    expect(codes({ ...code, text: `${parcel}4301%E7%8E%8B**` })).toEqual([])
    // A lot may look like a telephone.
    expect(codes({ ...code, text: '01069012345678921013812341234' })).toEqual([])
  })

  test.each([
    ['(01)06901234567892', 'PRN-070'],
    ['0106901234567891', 'PRN-071'],
    ['010690123456789217271301', 'PRN-072'],
    ['010690123456789210A B', 'PRN-073'],
    [`010690123456789210${'A'.repeat(21)}`, 'PRN-074'],
    ['051', 'PRN-075'],
    ['010690123456789210A\u001d10B', 'PRN-076'],
    ['0206901234567892', 'PRN-077'],
    ['10A', 'PRN-077'],
    ['0106901234567892\u001d3712', 'PRN-077'],
    ['010690123456789210批次', 'PRN-026'],
  ])('refuses %j as GS1 content: %s', (content, code) => {
    expect(codes({ ...bars, kind: 'gs1-128', text: content })[0]).toBe(code)
    expect(codes({ ...qr, kind: 'gs1-datamatrix', text: content })).toEqual([code])
  })

  test('keeps one module free around a DataMatrix and lets it hold ASCII only', () => {
    const code = { ...qr, kind: 'datamatrix', moduleDots: 4 } as const
    expect(codes({ ...code, xMm: 0.5 })).toEqual([])
    expect(codes({ ...code, xMm: 0.375 })).toEqual(['PRN-025'])
    expect(codes({ ...code, text: '仓台' })).toEqual(['PRN-026'])
    expect(codes({ ...code, text: 'x'.repeat(4_000) })).toEqual(['PRN-027'])
  })

  test('a picture must be one the host knows', () => {
    const image = {
      kind: 'image',
      xMm: 2,
      yMm: 2,
      widthMm: 9,
      heightMm: 9,
      imageId: 'logo',
      dither: false,
    } as const
    expect(codes(image)).toEqual(['PRN-078'])
    const model = { version: 1, widthMm: 60, heightMm: 40, nodes: [image] } as const
    expect(
      lintLabel(model, defaultProfile('p'), { ...fonts, images: { has: () => true } }),
    ).toEqual([])
  })
})
