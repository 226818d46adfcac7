// Photographs every sample of the gallery: `node scripts/runTs.mjs scripts/screenshots.ts
// [--out DIR] [--only REGEXP] [--locale zh-CN,en] [--theme day,night] [--hand right] [--size WxH,…]`.
// Prints the folder and what does not fit: text cut off, or a page that scrolls sideways. With
// `--check` no picture is kept, and every sample is judged as in the tests: axe, touch sizes, quiet
// colours, darkness at night. All looks at once take about half an hour; go through them in slices.
// A look that cannot be drawn is named, and the next is taken on a fresh page.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { findMisfits } from './findMisfits.ts'
import { axeFaults, colourFaults, fitFaults, nightFaults } from './judgeSample.ts'
import { type Look, type OpenGallery, openGallery } from './openGallery.ts'
import { ensureBuilt } from './setup/build.mjs'

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

interface Found {
  readonly faults: number
  /** Looks that could not be drawn at all. */
  readonly undrawn: readonly string[]
}

/** Looks at each sample in each way. */
async function lookAtAll(gallery: OpenGallery, ids: readonly string[]): Promise<Found> {
  let faults = 0
  const undrawn: string[] = []
  for (const look of allLooks())
    for (const id of ids) {
      const name = `${look.widthPx}x${look.heightPx} ${look.locale} ${look.theme} ${look.hand} ${id}`
      try {
        const found = await lookAt(gallery, id, look)
        for (const fault of found) console.log(`${name}: ${fault}`)
        faults += found.length
      } catch (error) {
        console.error(`${name}: ${String(error).split('\n')[0]}`)
        undrawn.push(name)
        await gallery.reopen()
      }
    }
  return { faults, undrawn }
}

async function lookAt(gallery: OpenGallery, id: string, look: Look): Promise<string[]> {
  await gallery.show(id, look)
  return values.check ? judge(gallery, look) : photograph(gallery, id, look)
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

const root = resolve(import.meta.dirname, '..')
if (!(await ensureBuilt(root, process.execPath, process.env))) throw new Error('not built')
const gallery = await openGallery()
try {
  const ids = gallery.ids.filter((id) => new RegExp(values.only).test(id))
  const { faults, undrawn } = await lookAtAll(gallery, ids)
  const done = values.check ? 'judged' : `in ${values.out}`
  for (const name of undrawn) console.log(`not drawn: ${name}`)
  console.log(
    `${ids.length} samples × ${allLooks().length} looks ${done}, ${faults} faults, ${undrawn.length} not drawn`,
  )
  process.exitCode = ids.length === 0 || faults + undrawn.length > 0 ? 1 : 0
} finally {
  await gallery.close()
}
