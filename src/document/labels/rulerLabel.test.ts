import { describe, expect, test } from 'vitest'
import { layoutLabel } from '../layoutLabel.ts'
import { lintLabel } from '../lintLabel.ts'
import { defaultProfile, mmToDots, type PrinterProfile } from '../printerProfile.ts'
import { rulerLabel } from './rulerLabel.ts'

const words = {
  title: '测试标签',
  gap: '间隙纸 {mm} mm',
  mark: '黑标纸 {mm} mm',
  continuous: '连续纸 {mm} mm',
  density: '浓度 {n}',
  speed: '速度 {n}',
  offset: '偏移 X {x} Y {y} mm',
  own: '打印机自定',
}
const plainFonts = {
  glyphs: { has: () => true },
  metrics: { advance: (point: number) => (point < 0x2e80 ? 0.6 : 1) },
}
const at203: PrinterProfile = { ...defaultProfile('p'), density: 8, offsetXMm: -0.5 }
const at300: PrinterProfile = { ...at203, dotsPerMm: 11.811, headDots: 1_280 }

const papers = [
  [100, 210],
  [100, 150],
  [76, 130],
  [60, 40],
  [50, 30],
  [40, 30],
] as const

describe.each([
  ['203 dpi', at203],
  ['300 dpi', at300],
] as const)('the test label at %s', (_, profile) => {
  test.each(papers)('is fit to print on %d × %d mm', (widthMm, heightMm) => {
    const label = rulerLabel(
      { printerName: '打包台 1', profile, paper: { widthMm, heightMm } },
      words,
    )
    expect(lintLabel(label, profile, plainFonts)).toEqual([])
  })

  test('has a tick at each millimetre of each edge', () => {
    const paper = { widthMm: 60, heightMm: 40 }
    const label = rulerLabel({ printerName: 'p', profile, paper }, words)
    const fills = layoutLabel(label, profile, plainFonts.metrics).flatMap((op) =>
      op.kind === 'fill' ? [op] : [],
    )
    const right = mmToDots(60, profile)
    const bottom = mmToDots(40, profile)
    const places = (length: number, last: number) =>
      Array.from({ length: length + 1 }, (_tick, mm) => Math.min(mmToDots(mm, profile), last - 1))
    const top = fills.filter((op) => op.w === 1 && op.y === 0).map((op) => op.x)
    const foot = fills.filter((op) => op.w === 1 && op.y + op.h === bottom).map((op) => op.x)
    const left = fills.filter((op) => op.h === 1 && op.x === 0).map((op) => op.y)
    const far = fills.filter((op) => op.h === 1 && op.x + op.w === right).map((op) => op.y)
    expect(top).toEqual(places(60, right))
    expect(foot).toEqual(places(60, right))
    expect(left).toEqual(places(40, bottom))
    expect(far).toEqual(places(40, bottom))
  })

  test('says how the printer is set, and draws bars of 1 to 6 whole dots where there is room', () => {
    const paper = { widthMm: 100, heightMm: 150 }
    const label = rulerLabel({ printerName: '打包台 1', profile, paper }, words)
    const texts = label.nodes.flatMap((node) => (node.kind === 'text' ? [node.text] : []))
    expect(texts).toEqual(expect.arrayContaining(['测试标签 打包台 1']))
    expect(texts).toEqual(
      expect.arrayContaining(['浓度 8 · 速度 打印机自定', '偏移 X -0.5 Y 0 mm']),
    )
    expect(texts.some((text) => text.endsWith(' dots · 间隙纸 2 mm'))).toBe(true)
    const widths = label.nodes.flatMap((node) =>
      node.kind === 'rule' && node.heightMm === 5 ? [node.strokeDots] : [],
    )
    expect(new Set(widths)).toEqual(new Set([1, 2, 3, 4, 5, 6, Math.floor(5 * profile.dotsPerMm)]))
  })
})
