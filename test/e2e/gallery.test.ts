import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findMisfits } from '../../scripts/findMisfits.ts'
import { type Look, type OpenGallery, openGallery } from '../../scripts/openGallery.ts'

/** Goal: every screen can be read, touched and told apart. Method: every sample of the gallery in a
 *  real browser, in both languages and all themes; axe, pixels and boxes are the judges. */
let gallery: OpenGallery
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const locales = ['zh-CN', 'en']
const themes = ['day', 'night', 'contrast']
const desk: Look = { locale: 'en', theme: 'day', hand: 'right', widthPx: 1366, heightPx: 768 }
/** The desk's own size is looked at together with the themes; the last is a desk at 200 % zoom. */
const sizes = [
  [1920, 1080],
  [1280, 800],
  [360, 640],
  [683, 384],
] as const

beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery?.close())

/** Runs a look at every sample; the name of the sample goes with each fault. */
async function lookAtAll(look: Look, judge: () => Promise<readonly string[]>): Promise<string[]> {
  expect(gallery.ids.length).toBeGreaterThan(0)
  const faults: string[] = []
  for (const id of gallery.ids) {
    await gallery.show(id, look)
    for (const fault of await judge()) faults.push(`${id}: ${fault}`)
  }
  return faults
}

async function axeFaults(): Promise<string[]> {
  await gallery.page.evaluate(axe)
  return gallery.page.evaluate(async () => {
    const run = Reflect.get(window, 'axe').run as () => Promise<{
      violations: { impact: string; id: string; nodes: { html: string }[] }[]
    }>
    const { violations } = await run()
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 160)}`)
  })
}

interface Pixels {
  /** Share of strongly coloured pixels, HSV saturation above 0.5. */
  readonly coloured: number
  readonly white: number
  /** Mean luminance, 0..255. */
  readonly luminance: number
}

async function readPixels(): Promise<Pixels> {
  const image = await loadImage(await gallery.page.screenshot())
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, image.width, image.height)
  let coloured = 0
  let white = 0
  let luminance = 0
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3)
    const max = Math.max(red, green, blue)
    if (max > 40 && (max - Math.min(red, green, blue)) / max > 0.5) coloured += 1
    if (red === 255 && green === 255 && blue === 255) white += 1
    luminance += 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const count = data.length / 4
  return { coloured: coloured / count, white: white / count, luminance: luminance / count }
}

function touchFaults(): Promise<string[]> {
  return gallery.page.evaluate(() =>
    [...document.querySelectorAll('button,a[href],select,input,[role=switch]')]
      .map((element) => ({ element, area: element.getBoundingClientRect() }))
      .filter(({ area }) => area.width > 0 && (area.width < 44 || area.height < 44))
      .map(({ element, area }) => `${element.outerHTML.slice(0, 90)} ${area.width}×${area.height}`),
  )
}

const fitFaults = async () => [
  ...(await gallery.page.evaluate(findMisfits)),
  ...(await touchFaults()),
]

/** Grey base; colour only where a person is needed, and then a lot. */
async function colourFaults(): Promise<string[]> {
  const { coloured } = await readPixels()
  const level = await gallery.page.getByTestId('notice').getAttribute('data-level')
  const right = level === 'refused' ? coloured > 0.35 : coloured < 0.08
  return right ? [] : [`${level}: coloured ${coloured.toFixed(3)}`]
}

async function nightFaults(): Promise<string[]> {
  const { luminance, white } = await readPixels()
  const dark = luminance < 60 && white <= 0.02
  return dark ? [] : [`luminance ${luminance.toFixed(1)}, white ${white.toFixed(3)}`]
}

describe('every sample', () => {
  test.each(locales.flatMap((locale) => themes.map((theme) => ({ locale, theme }))))(
    'has no serious fault for axe and fits: $locale, $theme',
    async (look) => {
      const judge = async () => [...(await axeFaults()), ...(await fitFaults())]
      expect(await lookAtAll({ ...desk, ...look }, judge)).toEqual([])
    },
  )

  test.each(sizes)('fits and can be touched at %i × %i', async (widthPx, heightPx) => {
    for (const [locale, hand] of [
      ['zh-CN', 'right'],
      ['en', 'left'],
    ] as const) {
      const look = { ...desk, locale, hand, widthPx, heightPx }
      expect(await lookAtAll(look, fitFaults), `${locale} ${hand}`).toEqual([])
    }
  })

  test('is quiet unless a person is needed', async () => {
    expect(await lookAtAll(desk, colourFaults)).toEqual([])
  })

  test('is dark at night', async () => {
    expect(await lookAtAll({ ...desk, theme: 'night' }, nightFaults)).toEqual([])
  })
})

describe('a station screen', () => {
  const station = () => gallery.ids.filter((id) => id.startsWith('layout/'))

  test('gives the thing to do now at least 40 % of the area, at one place', async () => {
    for (const [widthPx, heightPx] of [[1366, 768], ...sizes.slice(0, 2)] as const) {
      const places: string[] = []
      for (const id of station()) {
        await gallery.show(id, { ...desk, widthPx, heightPx })
        const area = await gallery.page.locator('.now-zone').boundingBox()
        expect(area).not.toBeNull()
        expect(((area?.width ?? 0) * (area?.height ?? 0)) / (widthPx * heightPx)).toBeGreaterThan(
          0.4,
        )
        const now = await gallery.page.getByTestId('now').boundingBox()
        places.push(JSON.stringify({ area, now }))
      }
      expect(new Set(places).size).toBe(1)
    }
  })

  test('has words that can be read from 2 m', async () => {
    await gallery.show('layout/quiet', { ...desk, widthPx: 1920, heightPx: 1080 })
    const sizePx = await gallery.page
      .locator('.now-code')
      .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))
    expect(sizePx).toBeGreaterThanOrEqual(67)
  })

  test('has its commands beside the hand that taps them', async () => {
    const leftOf = async (hand: string) => {
      await gallery.show('layout/quiet', { ...desk, hand })
      return (await gallery.page.getByTestId('commands').boundingBox())?.x ?? Number.NaN
    }
    expect(await leftOf('left')).toBe(0)
    expect(await leftOf('right')).toBeGreaterThan(1000)
  })
})
