import type { Page } from 'playwright-core'
import type { Look, OpenGallery } from '../../scripts/openGallery.ts'

/** What is wrong with the sample that is shown. */
export type Judge = (page: Page) => Promise<readonly string[]>

/** Shows every sample of the gallery, or those whose name fits, and judges it; the name of the sample goes
 *  with each fault. Throws where there is none. */
export async function lookAtAll(
  gallery: OpenGallery,
  look: Look,
  judge: Judge,
  only = /./,
): Promise<string[]> {
  const ids = gallery.ids.filter((id) => only.test(id))
  if (ids.length === 0) throw new Error(`no sample is called ${only}`)
  const faults: string[] = []
  for (const id of ids) {
    await gallery.show(id, look)
    for (const fault of await judge(gallery.page)) faults.push(`${id}: ${fault}`)
  }
  return faults
}
