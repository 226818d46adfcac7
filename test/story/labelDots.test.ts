import { deflateSync } from 'node:zlib'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { describe, expect, test, vi } from 'vitest'
import { ready } from 'zpl-renderer-js'
import { encodeLabel } from '@/document/encodeLabel.ts'
import {
  defaultProfile,
  mmToDots,
  type PrinterProfile,
  type RasterLanguage,
} from '@/document/printerProfile.ts'
import { createLabelPress } from '@/station/print/labelPress.ts'
import { loadLabelFonts } from '@/station/print/labelFonts.ts'
import { bitmapDots, differingDots } from '../driver/bitmapDots.ts'
import { randomBitmap } from '../driver/randomBitmap.ts'
import { sampleLabels } from '../driver/sampleLabels.ts'
import type { DotPicture } from '../driver/virtualPrinter/dotPicture.ts'
import { readLanguage } from '../driver/virtualPrinter/languageReader.ts'

// Drawing and reading a hundred labels takes its while on a small machine.
vi.setConfig({ testTimeout: 120_000 })

const at203 = { ...defaultProfile('p'), headDots: 1_280 }
const at300: PrinterProfile = { ...at203, dotsPerMm: 11.811 }
const languages: readonly RasterLanguage[] = ['tspl', 'zpl', 'escpos', 'cpcl']
/** Languages and the forms in which they write pictures. */
const forms = [
  ['tspl', 'packed'],
  ['zpl', 'packed'],
  ['zpl', 'plain'],
  ['escpos', 'packed'],
  ['cpcl', 'packed'],
  ['cpcl', 'plain'],
] as const
const seed = 203

/** What the one label of these bytes looks like on paper. */
function printed(language: RasterLanguage, profile: PrinterProfile, bytes: Uint8Array): DotPicture {
  const reader = readLanguage(language, profile.dotsPerMm)
  const events = [...reader.read(bytes), ...reader.end()]
  const [event] = events
  if (events.length !== 1 || event?.kind !== 'label') throw new Error(`${events.length} events`)
  expect(Buffer.compare(event.bytes, bytes), 'bytes of the label').toBe(0)
  return event.picture
}

describe.each([
  ['203 dpi', at203],
  ['300 dpi', at300],
] as const)('at %s', (_, profile) => {
  const press = createLabelPress(loadLabelFonts())

  test.each(Object.entries(sampleLabels(profile.dotsPerMm)))(
    'every language prints each dot of the preview: %s',
    async (_name, label) => {
      expect(press.check(label, profile)).toEqual([])
      const preview = bitmapDots(press.draw(label, profile))
      for (const [language, pictures] of forms) {
        const bytes = await press.encode(label, { ...profile, language, pictures })
        const paper = printed(language, profile, bytes)
        expect(differingDots(paper, preview), `${language} ${pictures}`).toBe(0)
      }
    },
  )

  test.each([
    [76, 130],
    [100, 150],
    [100, 180],
    [100, 177],
    [100, 203],
    [100, 210],
    [100, 110],
    [60, 40],
    [50, 30],
    [40, 30],
    [70, 50],
    [100, 100],
  ])('every language prints each dot of any picture on %d × %d mm paper', (widthMm, heightMm) => {
    const bitmap = randomBitmap(seed, mmToDots(widthMm, profile), mmToDots(heightMm, profile))
    const want = bitmapDots(bitmap)
    for (const language of languages) {
      const bytes = encodeLabel(bitmap, { ...profile, language }, deflateSync)
      const paper = printed(language, profile, bytes)
      expect(differingDots(paper, want), `${language}, seed ${seed}`).toBe(0)
    }
  })

  test.each([
    ['waybill 100×150', 'packed'],
    ['goods 60×40', 'plain'],
  ] as const)('ZPL is drawn by an independent renderer as by us: %s', async (name, pictures) => {
    const label = sampleLabels(profile.dotsPerMm)[name]
    if (!label) throw new Error('no such sample')
    const { api } = await ready
    const bytes = await press.encode(label, { ...profile, language: 'zpl', pictures })
    const preview = bitmapDots(press.draw(label, profile))
    // It counts 12 dots to a millimetre; the paper is as wide as the picture, so nothing is centred.
    const dotsPerMm = profile.dotsPerMm === 8 ? 8 : 12
    const base64 = await api.zplToBase64Async(
      Buffer.from(bytes).toString('latin1'),
      preview.widthDots / dotsPerMm,
      preview.heightDots / dotsPerMm,
      dotsPerMm,
    )
    const paper = await pictureOfPng(Buffer.from(base64, 'base64'))
    expect(differingDots(paper, preview)).toBe(0)
  })
})

async function pictureOfPng(png: Buffer): Promise<DotPicture> {
  const image = await loadImage(png)
  const context = createCanvas(image.width, image.height).getContext('2d')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, image.width, image.height)
  const dots = Uint8Array.from({ length: image.width * image.height }, (_, at) =>
    (data[at * 4] ?? 255) < 128 ? 1 : 0,
  )
  return { widthDots: image.width, heightDots: image.height, dots }
}
