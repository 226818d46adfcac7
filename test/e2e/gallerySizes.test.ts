import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fitFaults } from '../../scripts/judgeSample.ts'
import { type Look, type OpenGallery, openGallery } from '../../scripts/openGallery.ts'
import { lookAtAll } from '../driver/lookAtAll.ts'

/** Goal: every screen fits and can be touched, whatever it is shown on. Method: every sample of the
 *  gallery in a real browser, measured box by box; languages, themes, sizes and hands are paired. */
let gallery: OpenGallery
const desk: Look = { locale: 'en', theme: 'day', hand: 'right', widthPx: 1366, heightPx: 768 }
/** With the two looks at the desk's own size every pair of size, language, theme and hand that differs in
 *  layout is met; the last is a desk at 200 % zoom. */
const sizes = [
  [1920, 1080, 'zh-CN', 'left', 'contrast'],
  [1280, 800, 'en', 'right', 'contrast'],
  [360, 640, 'en', 'left', 'night'],
  [360, 640, 'zh-CN', 'right', 'day'],
  [683, 384, 'en', 'right', 'day'],
] as const

/** Every sample once, also on a machine that has other work. */
const LOOK_MS_MAX = 300_000

beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery?.close())

describe('every sample', { timeout: LOOK_MS_MAX }, () => {
  test.each(sizes)('fits and can be touched at %i × %i, %s, %s hand, %s', async (...size) => {
    const [widthPx, heightPx, locale, hand, theme] = size
    const look = { locale, theme, hand, widthPx, heightPx }
    expect(await lookAtAll(gallery, look, fitFaults)).toEqual([])
  })
})

describe('a station screen', () => {
  const station = () => gallery.ids.filter((id) => id.startsWith('layout/'))

  test('gives the thing to do now at least 40 % of the area, at one place', async () => {
    for (const [widthPx, heightPx] of [
      [1366, 768],
      [1920, 1080],
      [1280, 800],
    ] as const) {
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
