// Photographs every sample of the gallery: `node scripts/runTs.mjs scripts/screenshots.ts
// [--out DIR] [--only REGEXP] [--locale zh-CN,en] [--theme day,night] [--hand right] [--size WxH,…]`.
// Prints the folder and what does not fit: text cut off, or a page that scrolls sideways.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { findMisfits } from './findMisfits.ts'
import { type Look, type OpenGallery, openGallery } from './openGallery.ts'

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: resolve(import.meta.dirname, '..', 'out', 'screenshots') },
    only: { type: 'string', default: '' },
    locale: { type: 'string', default: 'zh-CN,en' },
    theme: { type: 'string', default: 'day,night,contrast' },
    hand: { type: 'string', default: 'right' },
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

/** Takes the pictures; returns how many things do not fit. */
async function photograph(gallery: OpenGallery, ids: readonly string[]): Promise<number> {
  let misfits = 0
  for (const look of allLooks())
    for (const id of ids) {
      await gallery.show(id, look)
      const name = `${id.replaceAll('/', '.')}.${look.locale}.${look.theme}.${look.hand}.png`
      const size = `${look.widthPx}x${look.heightPx}`
      const file = join(values.out, size, name)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, await gallery.page.screenshot())
      for (const misfit of await gallery.page.evaluate(findMisfits)) {
        misfits += 1
        console.log(`${size} ${look.locale} ${look.theme} ${id}: ${misfit}`)
      }
    }
  return misfits
}

const gallery = await openGallery()
try {
  const ids = gallery.ids.filter((id) => new RegExp(values.only).test(id))
  const misfits = await photograph(gallery, ids)
  console.log(
    `${ids.length} samples × ${allLooks().length} looks in ${values.out}, ${misfits} misfits`,
  )
  process.exitCode = ids.length === 0 || misfits > 0 ? 1 : 0
} finally {
  await gallery.close()
}
