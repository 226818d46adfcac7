import { resolve } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { preview } from 'vite'

/** The page is built while it is opened: on a busy computer that takes its time. */
const START_MS_MAX = 180_000

const root = resolve(import.meta.dirname, '..')

/** How a sample is to be looked at. */
export interface Look {
  readonly locale: string
  readonly theme: string
  readonly hand: string
  readonly widthPx: number
  readonly heightPx: number
}

export interface OpenGallery {
  /** Ids of all samples, in the order of the gallery. */
  readonly ids: readonly string[]
  readonly page: Page
  /** Throws where the sample is not drawn in time. */
  show(id: string, look: Look): Promise<void>
  /** A fresh page instead of one that hangs or has crashed. */
  reopen(): Promise<void>
  close(): Promise<void>
}

/** The gallery of the built page (`npm run build` first) in a browser of its own. Throws when the page does
 *  not come up. */
export async function openGallery(): Promise<OpenGallery> {
  const host = await preview({
    configFile: false,
    root,
    logLevel: 'error',
    build: { outDir: 'out/renderer' },
    preview: { host: '127.0.0.1', port: 0 },
  })
  const url = host.resolvedUrls?.local[0] ?? ''
  const browser = await launch()
  const openPage = async () => {
    const opened = await browser.newPage()
    opened.on('pageerror', (error) => console.error(`page error: ${error.message}`))
    await opened.goto(`${url}#gallery`, { timeout: START_MS_MAX })
    await opened.getByTestId('samples').waitFor({ timeout: START_MS_MAX })
    return opened
  }
  let page = await openPage()
  return {
    ids: await page.getByTestId('samples').getByRole('link').allTextContents(),
    get page() {
      return page
    },
    async show(id, { locale, theme, hand, widthPx, heightPx }) {
      const size = page.viewportSize()
      if (size?.width !== widthPx || size.height !== heightPx)
        await page.setViewportSize({ width: widthPx, height: heightPx })
      const hash = `#gallery/${id}?locale=${locale}&theme=${theme}&hand=${hand}`
      await page.evaluate((wanted) => location.assign(wanted), hash)
      await page.waitForFunction((wanted) => document.body.dataset.sample === wanted, hash)
      // Pictures are decoded aside: a sample is there when they are.
      await page.waitForFunction(() => [...document.images].every((image) => image.complete))
    },
    async reopen() {
      await page.close()
      page = await openPage()
    },
    async close() {
      await browser.close()
      await host.close()
    },
  }
}

function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.PACKLINE_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  })
}
