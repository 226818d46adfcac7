import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { chromium } from 'playwright-core'
import type { DotOp } from '@/document/dotOp.ts'
import { layoutLabel } from '@/document/layoutLabel.ts'
import { defaultProfile } from '@/document/printerProfile.ts'
import { waybillLabel } from '@/document/waybill/waybillLabel.ts'
import { type LabelFonts, loadLabelFonts } from '@/station/print/labelFonts.ts'
import { type LabelPage, renderLabelPdf } from '@/station/print/renderLabelPdf.ts'
import { readPaperWords } from '@/ui/paper/readPaperWords.ts'
import { CHROMIUM_ARGS, CHROMIUM_PATH } from '../../test/driver/chromium.ts'
import { sampleWaybill } from '../../test/driver/sampleWaybill.ts'
import { watchFamilyRss } from './familyRss.ts'

/** One PDF to be written, with what is needed for it opened before. */
interface PdfJob {
  write(): Promise<Uint8Array>
  /** The most memory that other processes of the writer held. */
  otherKb(): Promise<number>
  close(): Promise<void>
}

export type PdfWriterName = 'ours' | 'pdfkit' | 'chromium'

const PAPER = { widthMm: 100, heightMm: 150 }
const PT_PER_MM = 72 / 25.4
const CHROMIUM_MS_MAX = 300_000
const profile = { ...defaultProfile('p'), language: 'pdf' } as const

const alone = { otherKb: async () => 0, close: async () => undefined }

/** The ways to one PDF of many waybills. All but Chromium draw the very same ops. */
export const pdfWriters: Readonly<
  Record<PdfWriterName, { prepare(labels: number): Promise<PdfJob> }>
> = {
  ours: {
    async prepare(labels) {
      const fonts = loadLabelFonts()
      return { ...alone, write: () => renderLabelPdf(pagesOf(labels, fonts), fonts) }
    },
  },
  pdfkit: {
    async prepare(labels) {
      const fonts = loadLabelFonts()
      return { ...alone, write: () => byPdfkit(pagesOf(labels, fonts), fonts) }
    },
  },
  chromium: { prepare: byChromium },
}

function* pagesOf(labels: number, fonts: LabelFonts): Generator<LabelPage> {
  const words = readPaperWords('zh-CN').waybill
  const { dotsPerMm } = profile
  for (let n = 0; n < labels; n += 1) {
    const facts = sampleWaybill({ waybillNo: `SF${String(3_225_531_900_000 + n)}` })
    const label = waybillLabel({ facts, words, paper: PAPER, dotsPerMm })
    yield { label, dotsPerMm, ops: layoutLabel(label, profile, fonts.metrics) }
  }
}

/** What is used of pdfkit. */
interface Kit {
  registerFont(name: string, file: string): void
  addPage(options: { readonly size: readonly [number, number]; readonly margin: number }): void
  rect(x: number, y: number, w: number, h: number): Kit
  fill(colour: string): void
  font(name: string): Kit
  fontSize(pt: number): Kit
  text(text: string, x: number, y: number, options: { readonly lineBreak: false }): void
  on(event: 'data' | 'end', hear: (chunk: Uint8Array) => void): void
  end(): void
}

/** The pdfkit that pdfmake writes with: what a PDF costs at least by that way. */
function openPdfkit(): Kit {
  const fromPdfmake = createRequire(createRequire(import.meta.url).resolve('pdfmake'))
  const Document = fromPdfmake('pdfkit') as new (options: { readonly autoFirstPage: false }) => Kit
  return new Document({ autoFirstPage: false })
}

async function byPdfkit(pages: Iterable<LabelPage>, { faces }: LabelFonts): Promise<Uint8Array> {
  const kit = openPdfkit()
  const chunks: Uint8Array[] = []
  kit.on('data', (chunk) => chunks.push(chunk))
  const ended = new Promise((resolve) => kit.on('end', resolve))
  const [{ ascent, files }] = faces
  for (const weight of [500, 700] as const) kit.registerFont(`${weight}`, files[weight])
  for (const { label, ops, dotsPerMm } of pages) {
    const pt = PT_PER_MM / dotsPerMm
    kit.addPage({ size: [label.widthMm * PT_PER_MM, label.heightMm * PT_PER_MM], margin: 0 })
    for (const op of ops) {
      if (op.kind === 'fill') kit.rect(op.x * pt, op.y * pt, op.w * pt, op.h * pt)
    }
    kit.fill('black')
    for (const op of ops) {
      if (op.kind !== 'glyphs') continue
      const y = (op.baseline - op.sizePx * ascent) * pt
      kit.font(`${op.weight}`).fontSize(op.sizePx * pt)
      kit.text(op.text, op.x * pt, y, { lineBreak: false })
    }
  }
  kit.end()
  await ended
  return Buffer.concat(chunks)
}

async function byChromium(labels: number): Promise<PdfJob> {
  const fonts = loadLabelFonts()
  const { files } = fonts.faces[0]
  const dir = await mkdtemp(join(tmpdir(), 'packline-bench-'))
  const file = join(dir, 'labels.html')
  const family = watchFamilyRss()
  const browser = await chromium.launch({ executablePath: CHROMIUM_PATH, args: [...CHROMIUM_ARGS] })
  const page = await browser.newPage()
  page.setDefaultTimeout(CHROMIUM_MS_MAX)
  return {
    async write() {
      const drawn = Array.from(pagesOf(labels, fonts), svgOf)
      await writeFile(
        file,
        `<meta charset="utf-8"><style>${styleOf(files)}</style>${drawn.join('')}`,
      )
      await page.goto(pathToFileURL(file).href)
      return page.pdf({ preferCSSPageSize: true })
    },
    otherKb: () => family.stop(),
    async close() {
      await browser.close()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

function styleOf(files: Readonly<Record<500 | 700, string>>): string {
  const faces = ([500, 700] as const).map((weight) => {
    const url = pathToFileURL(files[weight]).href
    return `@font-face{font-family:N;font-weight:${weight};src:url(${url})}`
  })
  const [width, height] = [`${PAPER.widthMm}mm`, `${PAPER.heightMm}mm`]
  return `${faces.join('')}@page{size:${width} ${height};margin:0}body{margin:0}
svg{display:block;break-after:page;width:${width};height:${height}}text{font-family:N;white-space:pre}`
}

function svgOf({ label, ops, dotsPerMm }: LabelPage): string {
  const size = `0 0 ${label.widthMm * dotsPerMm} ${label.heightMm * dotsPerMm}`
  return `<svg viewBox="${size}">${ops.map(svgPart).join('')}</svg>`
}

function svgPart(op: DotOp): string {
  if (op.kind === 'fill') return `<path d="M${op.x} ${op.y}h${op.w}v${op.h}h-${op.w}z"/>`
  if (op.kind === 'image') return ''
  const text = op.text.replace(/[&<]/g, (char) => (char === '&' ? '&amp;' : '&lt;'))
  const type = `font-size="${op.sizePx}" font-weight="${op.weight}"`
  return `<text x="${op.x}" y="${op.baseline}" ${type}>${text}</text>`
}
