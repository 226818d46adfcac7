// Photographs every sample of the gallery: `node scripts/runTs.mjs scripts/screenshots.ts
// [--out DIR] [--only REGEXP] [--locale zh-CN,en] [--theme day,night] [--hand right] [--size WxH,…]`.
// Prints the folder and what does not fit: text cut off, or a page that scrolls sideways.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { chromium, type Page } from 'playwright-core'
import { createServer } from 'vite'

const root = resolve(import.meta.dirname, '..')
const list = (text: string) => text.split(',')

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: join(root, 'out', 'screenshots') },
    only: { type: 'string', default: '' },
    locale: { type: 'string', default: 'zh-CN,en' },
    theme: { type: 'string', default: 'day,night,contrast' },
    hand: { type: 'string', default: 'right' },
    size: { type: 'string', default: '1366x768,1920x1080,1280x800,360x640' },
  },
})

interface Look {
  readonly locale: string
  readonly theme: string
  readonly hand: string
  readonly size: string
}

function allLooks(): Look[] {
  return list(values.size).flatMap((size) =>
    list(values.hand).flatMap((hand) =>
      list(values.theme).flatMap((theme) =>
        list(values.locale).map((locale) => ({ locale, theme, hand, size })),
      ),
    ),
  )
}

/** Words that are cut off and pages that scroll sideways, as CSS paths. */
function findMisfits(): string[] {
  const faults: string[] = []
  if (document.documentElement.scrollWidth > innerWidth) faults.push('page scrolls sideways')
  for (const element of document.querySelectorAll<HTMLElement>('.frame *')) {
    const style = getComputedStyle(element)
    const name = `${element.tagName.toLowerCase()}.${element.className}`
    if (element.scrollWidth > element.clientWidth + 1 && style.overflowX !== 'visible')
      faults.push(`${name} is ${element.scrollWidth - element.clientWidth} px too wide`)
    const tall = element.scrollHeight > element.clientHeight + 1
    if (tall && style.overflowY === 'hidden')
      faults.push(`${name} is ${element.scrollHeight - element.clientHeight} px too high`)
  }
  return faults
}

async function photograph(page: Page, url: string, ids: readonly string[]): Promise<number> {
  let faults = 0
  for (const { locale, theme, hand, size } of allLooks()) {
    const [width = 0, height = 0] = size.split('x').map(Number)
    await page.setViewportSize({ width, height })
    for (const id of ids) {
      const hash = `#gallery/${id}?locale=${locale}&theme=${theme}&hand=${hand}`
      await page.goto(`${url}${hash}`)
      await page.waitForFunction((wanted) => document.body.dataset.sample === wanted, hash)
      const file = join(
        values.out,
        size,
        `${id.replaceAll('/', '.')}.${locale}.${theme}.${hand}.png`,
      )
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, await page.screenshot())
      for (const fault of await page.evaluate(findMisfits)) {
        faults += 1
        console.log(`${size} ${locale} ${theme} ${id}: ${fault}`)
      }
    }
  }
  return faults
}

const host = await createServer({
  configFile: false,
  root: join(root, 'src', 'boot'),
  logLevel: 'error',
  resolve: { alias: { '@': join(root, 'src') } },
  plugins: [react(), tailwindcss()],
  server: { host: '127.0.0.1', port: 0 },
  optimizeDeps: { entries: ['page.tsx', '../ui/**/*.tsx'] },
})
await host.listen()
const url = host.resolvedUrls?.local[0] ?? ''
const browser = await chromium.launch({
  executablePath: process.env.PACKLINE_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
try {
  const page = await browser.newPage()
  page.on('pageerror', (error) => console.log(`page error: ${error.message}`))
  await page.goto(`${url}#gallery`)
  await page.getByTestId('samples').waitFor()
  const all = await page.getByTestId('samples').getByRole('link').allTextContents()
  const ids = all.filter((id) => new RegExp(values.only).test(id))
  const faults = await photograph(page, url, ids)
  console.log(
    `${ids.length} samples × ${allLooks().length} looks in ${values.out}, ${faults} misfits`,
  )
  process.exitCode = ids.length === 0 || faults > 0 ? 1 : 0
} finally {
  await browser.close()
  await host.close()
}
