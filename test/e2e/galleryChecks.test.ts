import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Look, type OpenGallery, openGallery } from '../../scripts/openGallery.ts'

/** Goal: what must be told is told by more than a colour, from where a person stands, and without a
 *  mouse. Method: samples of the gallery in a real browser, measured box by box. */
let gallery: OpenGallery
const desk: Look = { locale: 'en', theme: 'day', hand: 'right', widthPx: 1920, heightPx: 1080 }

beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery?.close())

/** Height of 20 and 16 minutes of arc at 2 m on a screen of 21.5 inch with 1920 × 1080 px. */
const GOOD_PX = 46.8
const LEAST_PX = 37.4

/** Words to be read from 2 m, with the height of their capitals or characters, px. */
function nowHeights(): Promise<{ text: string; px: number }[]> {
  return gallery.page.evaluate(() =>
    [...document.querySelectorAll('.now-words,.now-code,.now-item,.now-figure')]
      .map((element) => ({
        text: element.textContent ?? '',
        size: getComputedStyle(element).fontSize,
      }))
      .filter(({ text }) => text !== '')
      .map(({ text, size }) => {
        const share = /[A-Za-z0-9]/.test(text) ? 0.7 : 0.92
        return { text, px: share * Number.parseFloat(size) }
      }),
  )
}

describe.each(['en', 'zh-CN'])('what is to be done now, in %s,', (locale) => {
  test.each([
    'layout/quiet',
    'pick/scanItem',
    'pick/scanItemTwin',
    'putaway/scanBin',
    'ship/scanParcel',
  ])('is 20 minutes of arc high from 2 m on %s', async (id) => {
    await gallery.show(id, { ...desk, locale })
    const heights = await nowHeights()
    expect(heights.length).toBeGreaterThan(1)
    const small = heights.filter(({ px }) => px < GOOD_PX)
    expect(small).toEqual([])
  })

  test('never falls below 16 minutes of arc', async () => {
    const small: string[] = []
    for (const id of gallery.ids.filter((each) =>
      /^(receive|putaway|pick|pack|ship)\//.test(each),
    )) {
      await gallery.show(id, { ...desk, locale })
      for (const { text, px } of await nowHeights())
        if (px < LEAST_PX) small.push(`${id} ${text}: ${px}`)
    }
    expect(small).toEqual([])
  })
})

test('the word that tells two SKUs of an order apart stands in a box, on the stop and on the tile', async () => {
  for (const id of ['pick/scanItemTwin', 'pack/scanItem']) {
    await gallery.show(id, desk)
    const boxed = await gallery.page.locator('.spec-differs').evaluateAll((all) =>
      all.map((element) => ({
        text: element.textContent,
        isBoxed: Number.parseFloat(getComputedStyle(element).borderTopWidth) >= 2,
      })),
    )
    expect(boxed[0]).toEqual({ text: 'M', isBoxed: true })
    expect(boxed.every(({ isBoxed }) => isBoxed)).toBe(true)
  }
  await gallery.show('pick/scanItem', desk)
  expect(await gallery.page.locator('.spec-differs').count()).toBe(0)
})

test('without colour, accepted, refused and attention still differ in sign, words, place and grey', async () => {
  const seen: { sign: string; words: string; place: string; grey: number }[] = []
  for (const name of ['accepted', 'refused', 'attention']) {
    await gallery.show(`layout/${name}`, desk)
    seen.push(
      await gallery.page.getByTestId('notice').evaluate((notice) => {
        const sign = notice.querySelector('.notice-sign')
        const filled = sign && getComputedStyle(sign).backgroundColor
        const paint =
          filled && !filled.endsWith(', 0)') ? filled : getComputedStyle(notice).backgroundColor
        const [red = 0, green = 0, blue = 0] = (paint.match(/[\d.]+/g) ?? []).map(Number)
        const { top, width, height } = notice.getBoundingClientRect()
        return {
          sign: sign?.textContent ?? '',
          words: notice.querySelector('.notice-words')?.textContent ?? '',
          place: [top, width, height].map(Math.round).join(' '),
          grey: 0.2126 * red + 0.7152 * green + 0.0722 * blue,
        }
      }),
    )
  }
  for (const key of ['sign', 'words', 'place'] as const)
    expect(new Set(seen.map((each) => each[key])).size, key).toBe(3)
  const greys = seen.map(({ grey }) => grey).sort((a, b) => a - b)
  expect((greys[1] ?? 0) - (greys[0] ?? 0)).toBeGreaterThan(20)
  expect((greys[2] ?? 0) - (greys[1] ?? 0)).toBeGreaterThan(20)
})

test('a screen without work says why and shows the code that leads to some', async () => {
  const empties = gallery.ids.filter((id) =>
    /^(receive|putaway|pick|pack|ship|orders)\/empty$/.test(id),
  )
  expect(empties).toHaveLength(6)
  for (const id of empties) {
    await gallery.show(id, desk)
    const empty = gallery.page.locator('.empty')
    expect((await empty.locator('p').first().textContent())?.length, id).toBeGreaterThan(10)
    expect(await empty.locator('[data-command-code^=ZQGO]').count(), id).toBeGreaterThan(0)
  }
})

test.each(['layout/quiet', 'home/quiet', 'orders/list', 'import/preview', 'settings/open'])(
  'the focus on %s is seen and never covered',
  async (id) => {
    await gallery.show(id, { ...desk, widthPx: 1366, heightPx: 768 })
    const faults: string[] = []
    for (let presses = 0; presses < 25; presses += 1) {
      await gallery.page.keyboard.press('Tab')
      const fault = await gallery.page.evaluate(() => {
        const element = document.activeElement
        if (element === null || element === document.body) return null
        const { left, top, width, height } = element.getBoundingClientRect()
        const hit = document.elementFromPoint(left + width / 2, top + height / 2)
        const isSeen = hit !== null && (element.contains(hit) || hit.contains(element))
        const hasRing = Number.parseFloat(getComputedStyle(element).outlineWidth) >= 2
        return isSeen && hasRing ? null : `${element.outerHTML.slice(0, 80)} ${isSeen} ${hasRing}`
      })
      if (fault !== null) faults.push(fault)
    }
    expect(faults).toEqual([])
  },
)
