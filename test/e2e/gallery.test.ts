import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFaults, colourFaults, fitFaults, nightFaults } from '../../scripts/judgeSample.ts'
import { type Look, type OpenGallery, openGallery } from '../../scripts/openGallery.ts'
import { type Judge, lookAtAll } from '../driver/lookAtAll.ts'

/** Goal: every screen can be read and told apart. Method: every sample of the gallery in a real browser;
 *  axe, pixels and boxes are the judges. Languages and themes are paired, so that this takes a minute;
 *  `scripts/screenshots.ts --check` looks at every combination. */
let gallery: OpenGallery
const desk: Look = { locale: 'en', theme: 'day', hand: 'right', widthPx: 1366, heightPx: 768 }

/** Every sample once, also on a machine that has other work. */
const LOOK_MS_MAX = 300_000

beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery?.close())

const allOf =
  (...judges: readonly Judge[]): Judge =>
  async (page) =>
    (await Promise.all(judges.map((judge) => judge(page)))).flat()

describe('every sample', { timeout: LOOK_MS_MAX }, () => {
  test('has no serious fault for axe, fits, and is quiet by day', async () => {
    const look = { ...desk, locale: 'zh-CN' }
    const judge = allOf(axeFaults, fitFaults, colourFaults)
    expect(await lookAtAll(gallery, look, judge)).toEqual([])
  })

  test('has no serious fault for axe, fits, and is dark at night', async () => {
    const look = { ...desk, theme: 'night' }
    const judge = allOf(axeFaults, fitFaults, nightFaults)
    expect(await lookAtAll(gallery, look, judge)).toEqual([])
  })

  test('has contrast enough where the colours of the kit meet', async () => {
    const look = { ...desk, theme: 'contrast' }
    const only = /^(?:layout|home|settings|import|demo)\/|\/(?:empty|scanItem\w*|list)$/
    expect(await lookAtAll(gallery, look, axeFaults, only)).toEqual([])
  })
})
