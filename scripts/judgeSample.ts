import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import type { Page } from 'playwright-core'
import { findMisfits } from './findMisfits.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Smallest side of anything that is touched, px. */
const TOUCH_PX_MIN = 44
/** Share of strongly coloured pixels: less on a normal screen, more on a refusal. */
const QUIET_SHARE_MAX = 0.08
const REFUSED_SHARE_MIN = 0.35
const NIGHT_LUMINANCE_MAX = 60
const NIGHT_WHITE_MAX = 0.02

/** Serious and critical faults that axe finds in the shown sample: contrast, names, roles. */
export async function axeFaults(page: Page): Promise<string[]> {
  // It stays in the page from sample to sample.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  return page.evaluate(async () => {
    const run = Reflect.get(window, 'axe').run as (options: object) => Promise<{
      violations: { impact: string; id: string; nodes: { html: string }[] }[]
    }>
    const { violations } = await run({ resultTypes: ['violations'], preload: false })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 160)}`)
  })
}

/** Words cut off, a page that scrolls sideways, and what is too small to be touched. */
export async function fitFaults(page: Page): Promise<string[]> {
  return [...(await page.evaluate(findMisfits)), ...(await touchFaults(page))]
}

function touchFaults(page: Page): Promise<string[]> {
  return page.evaluate(
    (least) =>
      [...document.querySelectorAll('button,a[href],select,input,[role=switch]')]
        .map((element) => ({ element, area: element.getBoundingClientRect() }))
        .filter(({ area }) => area.width > 0 && (area.width < least || area.height < least))
        .map(({ element: { outerHTML }, area }) => {
          return `${outerHTML.slice(0, 90)} ${area.width}×${area.height}`
        }),
    TOUCH_PX_MIN,
  )
}

/** Grey base; colour only where a person is needed, and then a lot. */
export async function colourFaults(page: Page): Promise<string[]> {
  const { coloured } = await readPixels(page)
  const level = await page.getByTestId('notice').getAttribute('data-level')
  const isRight = level === 'refused' ? coloured > REFUSED_SHARE_MIN : coloured < QUIET_SHARE_MAX
  return isRight ? [] : [`${level}: coloured ${coloured.toFixed(3)}`]
}

/** Too bright for eyes that are used to the dark. */
export async function nightFaults(page: Page): Promise<string[]> {
  const { luminance, white } = await readPixels(page)
  const isDark = luminance < NIGHT_LUMINANCE_MAX && white <= NIGHT_WHITE_MAX
  return isDark ? [] : [`luminance ${luminance.toFixed(1)}, white ${white.toFixed(3)}`]
}

interface Pixels {
  /** Share of strongly coloured pixels, HSV saturation above 0.5. */
  readonly coloured: number
  readonly white: number
  /** Mean luminance, 0..255. */
  readonly luminance: number
}

/** As `page.screenshot`, without its waiting and packed quickly: it is looked at once. */
async function photograph(page: Page): Promise<Buffer> {
  const cdp = await page.context().newCDPSession(page)
  const asked = { format: 'png', optimizeForSpeed: true } as const
  const { data } = await cdp.send('Page.captureScreenshot', asked)
  await cdp.detach()
  return Buffer.from(data, 'base64')
}

async function readPixels(page: Page): Promise<Pixels> {
  const image = await loadImage(await photograph(page))
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, image.width, image.height)
  let coloured = 0
  let white = 0
  let luminance = 0
  for (let at = 0; at < data.length; at += 4) {
    // A million times a picture: no array for each dot.
    const red = data[at] ?? 0
    const green = data[at + 1] ?? 0
    const blue = data[at + 2] ?? 0
    const max = Math.max(red, green, blue)
    if (max > 40 && (max - Math.min(red, green, blue)) / max > 0.5) coloured += 1
    if (red === 255 && green === 255 && blue === 255) white += 1
    luminance += 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const count = data.length / 4
  return { coloured: coloured / count, white: white / count, luminance: luminance / count }
}
