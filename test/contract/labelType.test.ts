// Goal: every name a Chinese shop writes is printed, readable at 6 pt, or refused naming what is missing.
// Method: the standard's own list of characters, and tesseract reading the dots of the real raster.
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { describe, expect, test } from 'vitest'
import { missingGlyphs } from '@/document/fontFacts.ts'
import type { LabelModel, LabelNode } from '@/document/labelModel.ts'
import { defaultProfile } from '@/document/printerProfile.ts'
import { createSeededRandom } from '@/kernel/random.ts'
import { chainFonts, loadLabelFonts } from '@/station/print/labelFonts.ts'
import { createLabelPress } from '@/station/print/labelPress.ts'
import { previewPng } from '@/station/print/previewPng.ts'
import { readPdf } from '../driver/readPdf.ts'

const runProgram = promisify(execFile)
const STANDARD_COUNT = 8_105
const OCR_LIMIT_MS = 240_000
const fonts = loadLabelFonts()
const press = createLabelPress(fonts)
const at203 = defaultProfile('p')

async function standardCharacters(): Promise<string[]> {
  const file = await readFile(
    join(import.meta.dirname, '../fixtures/standardCharacters.txt'),
    'utf8',
  )
  const lines = file.split('\n').filter((line) => !line.startsWith('#'))
  return Array.from(lines.join(''))
}

function line(text: string, index: number, sizePt: number): LabelNode {
  const place = { xMm: 2, yMm: 2 + index * 4, widthMm: 96, sizePt, maxLines: 1 }
  return { kind: 'text', ...place, text, weight: 500, overflow: 'error' }
}

const labelOf = (lines: readonly string[], sizePt = 6): LabelModel => ({
  version: 1,
  widthMm: 100,
  heightMm: 150,
  nodes: lines.map((text, index) => line(text, index, sizePt)),
})

describe('the font chain', () => {
  test(`draws all ${STANDARD_COUNT} characters of the standard, each in ink`, async () => {
    const all = await standardCharacters()
    expect(all).toHaveLength(STANDARD_COUNT)
    expect(missingGlyphs(all.join(''), fonts.glyphs)).toEqual([])
    expect(all.filter((char) => fonts.metrics.face?.(char.codePointAt(0) ?? 0) !== 0)).toEqual([])
  })

  test('draws 𠮷 with the second face, on paper and in a PDF', async () => {
    const label = labelOf(['王𠮷明'])
    expect(press.check(label, at203)).toEqual([])
    const withIt = press.draw(label, at203)
    const without = press.draw(labelOf(['王　明']), at203)
    expect(withIt.bits).not.toEqual(without.bits)
    const pdf = await press.encode(label, { ...at203, language: 'pdf' })
    expect(readPdf(pdf)[0]?.texts.join('')).toBe('王𠮷明')
  })

  test('refuses by name a character that no face has', () => {
    expect(press.check(labelOf(['王𫍰和𥔵']), at203)).toEqual([
      { code: 'PRN-022', params: { chars: '𫍰𥔵' } },
    ])
  })

  test("asks the shop's own font file last, and refuses one that is no font", () => {
    const [main] = fonts.faces
    const own = chainFonts(main.files[700])
    expect(own.faces).toHaveLength(3)
    expect(own.metrics.face?.('王'.codePointAt(0) ?? 0)).toBe(0)
    expect(() => chainFonts(join(import.meta.dirname, 'labelType.test.ts'))).toThrow()
  })
})

/** Share of the wanted characters that tesseract reads, line by line, in order. */
function readShare(wanted: readonly string[], read: readonly string[]): number {
  const total = wanted.reduce((sum, text) => sum + Array.from(text).length, 0)
  const right = wanted.reduce((sum, text, i) => sum + commonLength(text, read[i] ?? ''), 0)
  return right / total
}

/** Length of the longest common subsequence. */
function commonLength(a: string, b: string): number {
  const other = Array.from(b)
  let row = Array.from({ length: other.length + 1 }, () => 0)
  for (const char of a) {
    const next = [0]
    other.forEach((each, i) => {
      next.push(each === char ? (row[i] ?? 0) + 1 : Math.max(row[i + 1] ?? 0, next[i] ?? 0))
    })
    row = next
  }
  return row.at(-1) ?? 0
}

/** What stands on labels: places, goods, notes. */
const PHRASES =
  `浙江省杭州市西湖区文三路 广东省深圳市南山区科技园 北京市朝阳区建国门外大街 上海市浦东新区世纪大道
江苏省南京市鼓楼区中山北路 四川省成都市武侯区人民南路 湖北省武汉市洪山区珞喻路 陕西省西安市雁塔区长安南路
山东省青岛市市南区香港中路 福建省厦门市思明区湖滨南路 辽宁省大连市中山区人民路 重庆市渝中区解放碑步行街
纯棉短袖圆领衬衫 加厚保暖羊毛围巾 不锈钢真空保温杯 儿童彩色铅笔套装 家用多功能电饭锅 实木书架置物架
无线蓝牙运动耳机 女士真皮单肩手提包 有机红枣枸杞礼盒 手工编织遮阳草帽 请放门口快递柜谢谢 易碎物品轻拿轻放
周末白天有人收货 外包装完好再签收 黑色大号两件 蓝色中号一件 防潮防晒此面向上 已验视打包员签名`.split(
    /\s+/,
  )

/** The picture larger, its edges softened as an eye or a camera sees them. */
async function smoothPng(png: Uint8Array, times: number): Promise<Uint8Array> {
  const image = await loadImage(Buffer.from(png))
  const canvas = createCanvas(image.width * times, image.height * times)
  const context = canvas.getContext('2d')
  context.imageSmoothingEnabled = true
  context.imageSmoothingQuality = 'high'
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas.encode('png')
}

test('6 pt on 8 dots/mm is read by tesseract to 95 of 100', { timeout: OCR_LIMIT_MS }, async () => {
  const dice = createSeededRandom(6)
  const phrase = () => PHRASES[dice.int(PHRASES.length)] ?? ''
  const lines = Array.from({ length: 30 }, () => `${phrase()}${phrase()}${phrase()}`)
  const label = labelOf(lines)
  expect(press.check(label, at203)).toEqual([])
  const dir = await mkdtemp(join(tmpdir(), 'ocr-'))
  try {
    const file = join(dir, 'label.png')
    await writeFile(file, await smoothPng(await previewPng(press.draw(label, at203)), 4))
    const args = [file, '-', '-l', 'chi_sim', '--psm', '6']
    const env = { ...process.env, OMP_THREAD_LIMIT: '1' }
    const { stdout } = await runProgram('tesseract', args, { env, timeout: OCR_LIMIT_MS })
    const read = stdout
      .split('\n')
      .map((text) => text.replaceAll(' ', ''))
      .filter((text) => text !== '')
    expect(readShare(lines, read)).toBeGreaterThanOrEqual(0.95)
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
})
