import { createCanvas } from '@napi-rs/canvas'
import { describe, expect, test, vi } from 'vitest'
import { inboundSlip } from '@/document/paper/inboundSlip.ts'
import { yuan } from '@/document/paper/paperDocument.ts'
import { defaultProfile } from '@/document/printerProfile.ts'
import { waybillLabel } from '@/document/waybill/waybillLabel.ts'
import { paperShape } from '@/protocol/paperShape.ts'
import { renderDocument } from '@/station/documents/renderDocument.ts'
import { createLabelPress } from '@/station/print/labelPress.ts'
import { loadLabelFonts } from '@/station/print/labelFonts.ts'
import { readPaperWords } from '@/ui/paper/readPaperWords.ts'
import { decodeLabel } from '../driver/decodeLabel.ts'
import { readPdf } from '../driver/readPdf.ts'
import { received, samplePapers } from '../driver/samplePapers.ts'
import { sampleWaybill } from '../driver/sampleWaybill.ts'

const zh = readPaperWords('zh-CN')
const papers = new Map(samplePapers(zh.sheet).map((paper) => [paper.kind, paper]))

async function textsOf(
  kind: typeof papers extends Map<infer K, unknown> ? K : never,
): Promise<string> {
  const paper = papers.get(kind)
  if (!paper) throw new Error(kind)
  const pages = readPdf(await renderDocument(paper))
  return pages.flatMap((page) => page.texts).join('')
}

// The first PDF opens two fonts of 10 MB.
vi.setConfig({ testTimeout: 30_000 })

describe('papers for people', () => {
  test('the inbound slip says supplier, sums, freight, paid and owed', async () => {
    const all = await textsOf('inboundSlip')
    for (const words of [
      '入库单',
      '汕头盛和教育图书有限公司',
      'PO261019008',
      '376.95',
      '120.00',
      '200.00',
      '296.95',
      '供应商',
      '仓管员签字',
    ])
      expect(all).toContain(words)
  })

  test('what nobody told of freight and payment is left open to be written by hand', () => {
    const { totals } = inboundSlip({ ...received, freightFen: null }, zh.sheet)
    expect(totals.slice(-3).map(([, value]) => value)).toEqual([
      '__________',
      '200.00',
      '__________',
    ])
  })

  test('the pick list names bins in order, the outbound slip zone, bin and carrier', async () => {
    const list = await textsOf('pickList')
    expect(list.indexOf('A-01-2-05')).toBeLessThan(list.indexOf('A-02-2-05'))
    const slip = await textsOf('outboundSlip')
    expect(slip).toContain('1.190 = 1.100 + 0.090')
    for (const words of ['出库单', '存储区', 'A-01-2-05', '顺丰速运', 'SF3225531922509', '纸箱9号'])
      expect(slip).toContain(words)
  })

  test('the packing slip masks the receiver and shows no price', async () => {
    const all = await textsOf('packSlip')
    expect(all).toContain('罗**')
    expect(all).not.toMatch(/罗雨|25\.13/)
  })

  test('the manifest lists every parcel, counts stubs and repeats its head on page two', async () => {
    const manifest = papers.get('handoverManifest')
    if (!manifest) throw new Error('no manifest')
    const pages = readPdf(await renderDocument(manifest))
    expect(pages).toHaveLength(2)
    const all = pages.flatMap((page) => page.texts).join('')
    for (const row of manifest.rows) expect(all).toContain(row[1])
    expect(all).toMatch(/底单数.*70/)
    expect(pages[1]?.texts.join('')).toContain('快递单号')
    expect(all).toContain('快递员签字')
  })

  test('the number of a paper reads back as a bar code', async () => {
    const slip = papers.get('outboundSlip')
    if (!slip) throw new Error('no slip')
    const [page] = readPdf(await renderDocument(slip))
    expect((await decodeLabel(await paint(page))).map((code) => code.text)).toContain(slip.no)
  })

  test('the count sheet hides what the book says and gives each bin a code to scan', async () => {
    const sheet = papers.get('countSheet')
    if (!sheet) throw new Error('no sheet')
    const pages = readPdf(await renderDocument(sheet))
    const all = pages.flatMap((page) => page.texts).join('')
    for (const words of ['盘点单', '巷道A', '实盘数', '盘点人', '复盘人', '（残次）'])
      expect(all.replaceAll(' ', '')).toContain(words)
    expect(all.replaceAll(' ', '')).toContain(`第1页，共${pages.length}页`)
    const bins = new Set(sheet.rows.map(([, code = '']) => code))
    const read = await Promise.all(pages.map(async (page) => decodeLabel(await paint(page))))
    expect(
      read
        .flat()
        .map(({ text }) => text)
        .sort(),
    ).toEqual([sheet.no, ...bins].sort())
  })

  test('text of a user can neither fetch nor read files', async () => {
    const slip = papers.get('packSlip')
    if (!slip) throw new Error('no slip')
    const nasty = { ...slip, footNote: '<img src="file:///etc/passwd"> http://example.com/x.png' }
    expect(
      readPdf(await renderDocument(nasty))
        .flatMap((page) => page.texts)
        .join(''),
    ).toContain('/etc/passwd')
  })

  test('a character that the fonts lack is shown as missing, not dropped', async () => {
    const slip = papers.get('packSlip')
    if (!slip) throw new Error('no slip')
    const pages = readPdf(await renderDocument({ ...slip, footNote: '王𬎆先生' }))
    expect(pages.flatMap((page) => page.texts).join('')).toContain('王〓先生')
  })

  test('every paper passes the border between page and host', () => {
    for (const paper of papers.values()) expect(paperShape.parse(paper)).toEqual(paper)
  })

  test('sums are written in yuan', () => {
    expect([0, 5, 4880, -1250].map(yuan)).toEqual(['0.00', '0.05', '48.80', '-12.50'])
  })
})

describe('a waybill as PDF', () => {
  test('has the paper size, the words and bars that read back', async () => {
    const press = createLabelPress(loadLabelFonts())
    const paper = { widthMm: 100, heightMm: 150 }
    const label = waybillLabel({ facts: sampleWaybill(), words: zh.waybill, paper, dotsPerMm: 8 })
    const pages = readPdf(await press.encode(label, { ...defaultProfile('p'), language: 'pdf' }))
    expect(pages).toHaveLength(1)
    expect(pages[0]?.widthPt).toBeCloseTo(283.46, 1)
    expect(pages[0]?.heightPt).toBeCloseTo(425.2, 1)
    for (const words of ['顺丰速运', '罗**', '173******77'])
      expect(pages[0]?.texts.join('')).toContain(words)
    expect(pages[0]?.texts.join('')).not.toMatch(/2602|17364973677|13812341234/)
    const codes = await decodeLabel(await paint(pages[0]))
    expect(codes.map(({ format, text }) => `${format} ${text}`).sort()).toEqual([
      'Code128 SF3225531922509',
      'Code128 SF3225531922509',
      'QRCode SF3225531922509',
    ])
  })
})

/** The rectangles of a page as a picture, 4 pixels a point. */
async function paint(page: ReturnType<typeof readPdf>[number] | undefined): Promise<Uint8Array> {
  if (!page) throw new Error('no page')
  const canvas = createCanvas(Math.round(page.widthPt * 4), Math.round(page.heightPt * 4))
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = '#000'
  for (const [x, y, w, h] of page.rects) {
    if (h * 4 < canvas.height / 2) context.fillRect(x * 4, y * 4, w * 4, h * 4)
  }
  return canvas.encode('png')
}
