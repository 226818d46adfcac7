import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LabelModel } from '@/document/labelModel.ts'
import { defaultProfile, type PrinterProfile } from '@/document/printerProfile.ts'
import { loadLabelFonts } from '@/station/print/labelFonts.ts'
import { openLabelImages } from '@/station/print/labelImages.ts'
import { createLabelPress, type LabelPress } from '@/station/print/labelPress.ts'
import { bitmapDots, differingDots } from '../driver/bitmapDots.ts'
import { readLanguage } from '../driver/virtualPrinter/languageReader.ts'

const at203 = defaultProfile('p')
const at300: PrinterProfile = { ...at203, dotsPerMm: 11.811, headDots: 1_280 }
let dir: string
let press: LabelPress

/** A shop's picture: from black to white, with a white hole. */
function logo(): Uint8Array {
  const canvas = createCanvas(200, 100)
  const context = canvas.getContext('2d')
  const shades = context.createLinearGradient(0, 0, 200, 0)
  shades.addColorStop(0, '#000')
  shades.addColorStop(1, '#fff')
  context.fillStyle = shades
  context.fillRect(0, 0, 200, 100)
  context.clearRect(40, 40, 20, 20)
  return canvas.toBuffer('image/png')
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'packline-logo-'))
  await writeFile(join(dir, 'logo.png'), logo())
  press = createLabelPress(loadLabelFonts(), await openLabelImages(dir))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

const labelOf = (imageId: string, dither: boolean): LabelModel => ({
  version: 1,
  widthMm: 60,
  heightMm: 40,
  nodes: [{ kind: 'image', xMm: 5, yMm: 5, widthMm: 40, heightMm: 20, imageId, dither }],
})

test.each([
  ['203 dpi', at203, true],
  ['203 dpi', at203, false],
  ['300 dpi', at300, true],
  ['300 dpi', at300, false],
] as const)(
  'every language prints each dot of a picture at %s (%#)',
  async (_dpi, profile, dither) => {
    const label = labelOf('logo', dither)
    expect(press.check(label, profile)).toEqual([])
    const preview = bitmapDots(press.draw(label, profile))
    const black = preview.dots.reduce((sum, dot) => sum + dot, 0)
    expect(black).toBeGreaterThan(10_000)
    for (const language of ['tspl', 'zpl', 'escpos', 'cpcl'] as const) {
      const bytes = await press.encode(label, { ...profile, language })
      const reader = readLanguage(language, profile.dotsPerMm)
      const [event] = [...reader.read(bytes), ...reader.end()]
      const paper = event?.kind === 'label' ? event.picture : undefined
      expect(paper && differingDots(paper, preview), language).toBe(0)
    }
  },
)

test('a picture that is not known is refused by name', () => {
  expect(press.check(labelOf('badge', false), at203)).toEqual([
    { code: 'PRN-078', params: { imageId: 'badge' } },
  ])
})
