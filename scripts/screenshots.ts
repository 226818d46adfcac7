// Photographs every sample of the gallery: `node scripts/runTs.mjs scripts/screenshots.ts
// [--out DIR] [--only REGEXP] [--locale zh-CN,en] [--theme day,night] [--hand right] [--size WxH,…]`.
// Prints the folder and what does not fit: text cut off, or a page that scrolls sideways. With
// `--check` no picture is kept, and every sample is judged as in the tests: axe, touch sizes, quiet
// colours, darkness at night. All looks at once take about half an hour; go through them in slices.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { findMisfits } from './findMisfits.ts'
import { axeFaults, colourFaults, fitFaults, nightFaults } from './judgeSample.ts'
import { type Look, type OpenGallery, openGallery } from './openGallery.ts'

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: resolve(import.meta.dirname, '..', 'out', 'screenshots') },
    only: { type: 'string', default: '' },
    locale: { type: 'string', default: 'zh-CN,en' },
    theme: { type: 'string', default: 'day,night,contrast' },
    hand: { type: 'string', default: 'right' },
    check: { type: 'boolean', default: false },
    size: { type: 'string', default: '1366x768,1920x1080,1280x800,360x640' },
  },
})

function allLooks(): Look[] {
  const list = (text: string) => text.split(',')
  return list(values.size).flatMap((size) => {
    const [widthPx = 0, heightPx = 0] = size.split('x').map(Number)
    return list(values.hand).flatMap((hand) =>
      list(values.theme).flatMap((theme) =>
        list(values.locale).map((locale) => ({ locale, theme, hand, widthPx, heightPx })),
      ),
    )
  })
}

/** Looks at each sample in each way; returns how many faults were found. */
async function lookAtAll(gallery: OpenGallery, ids: readonly string[]): Promise<number> {
  let faults = 0
  for (const look of allLooks())
    for (const id of ids) {
      await gallery.show(id, look)
      const found = values.check ? await judge(gallery, look) : await photograph(gallery, id, look)
      for (const fault of found) {
        faults += 1
        const { widthPx, heightPx, locale, theme, hand } = look
        console.log(`${widthPx}x${heightPx} ${locale} ${theme} ${hand} ${id}: ${fault}`)
      }
    }
  return faults
}

async function photograph({ page }: OpenGallery, id: string, look: Look): Promise<string[]> {
  const name = `${id.replaceAll('/', '.')}.${look.locale}.${look.theme}.${look.hand}.png`
  const file = join(values.out, `${look.widthPx}x${look.heightPx}`, name)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, await page.screenshot())
  return page.evaluate(findMisfits)
}

/** A small page is filled by few words: how quiet it is, is a matter of the desks. */
const QUIET_WIDTH_PX_MIN = 1000

async function judge({ page }: OpenGallery, look: Look): Promise<string[]> {
  const isDesk = look.widthPx >= QUIET_WIDTH_PX_MIN
  return [
    ...(await axeFaults(page)),
    ...(await fitFaults(page)),
    ...(isDesk && look.theme !== 'contrast' ? await colourFaults(page) : []),
    ...(isDesk && look.theme === 'night' ? await nightFaults(page) : []),
  ]
}

const gallery = await openGallery()
try {
  const ids = gallery.ids.filter((id) => new RegExp(values.only).test(id))
  const faults = await lookAtAll(gallery, ids)
  const done = values.check ? 'judged' : `in ${values.out}`
  console.log(`${ids.length} samples × ${allLooks().length} looks ${done}, ${faults} faults`)
  process.exitCode = ids.length === 0 || faults > 0 ? 1 : 0
} finally {
  await gallery.close()
}
