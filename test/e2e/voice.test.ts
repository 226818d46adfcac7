import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PlayedClip } from '@/device/feedback/createVoice.ts'
import { commandCodeOf } from '@/domain/barcode/commandCode.ts'
import { scanByKeys } from '../driver/scanByKeys.ts'
import { type RunningStation, startStation } from '../driver/station.ts'

const SAMPLES = ['slot', 'remaining', 'intercepted', 'paperOut']

/** The last thing said, once it was heard out or came to nothing. */
async function lastSaid(station: RunningStation, count: number): Promise<PlayedClip | undefined> {
  const handle = await station.page.waitForFunction(
    (entries) => {
      const log: readonly PlayedClip[] = Reflect.get(window, 'packlineVoice')
      const last = log.at(-1)
      return log.length === entries && last && !/waiting|playing/.test(last.outcome) ? last : null
    },
    count,
    { timeout: 20_000 },
  )
  return (await handle.jsonValue()) ?? undefined
}

const said = (station: RunningStation) =>
  station.page.evaluate(() => (Reflect.get(window, 'packlineVoice') as unknown[]).length)

describe('the voice of the built page, with the network cut', () => {
  let station: RunningStation
  let dataDir: string
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'packline-voice-'))
    station = await startStation({ shell: 'browser', dataDir, args: ['--lang', 'zh-CN'] })
    const { page } = station
    await page.waitForSelector('body[data-ready="1"]', { state: 'attached' })
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => /chineseClips/.test(name)),
    )
    await page.waitForLoadState('networkidle')
    await page.context().setOffline(true)
    await page.getByText('⚙').click()
  })
  afterAll(async () => {
    await station.close()
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
  })

  it('reaches no host any more', async () => {
    const fetched = await station.page.evaluate(() =>
      fetch('/').then(
        () => true,
        () => false,
      ),
    )
    expect(fetched).toBe(false)
  })

  it.each(SAMPLES)('says %s in Chinese to the end', async (kind) => {
    const before = await said(station)
    await station.page.click(`[data-voice=${kind}]`)
    const last = await lastSaid(station, before + 1)
    expect(last).toMatchObject({ language: 'zh-CN', outcome: 'said' })
    expect(last?.durationMs).toBeGreaterThan(300)
  })

  it('falls silent in English, where nobody asked for it', async () => {
    const { page } = station
    expect((await scanByKeys(page, commandCodeOf('LANG'))).code).toBe('SET-001')
    await page.waitForSelector('html[lang=en]')
    expect(await page.locator('[data-voice]').count()).toBe(0)
  })
})
