import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Order } from '@/domain/record/order.ts'
import type { Parcel } from '@/domain/record/outbound.ts'
import { readTable } from '../driver/day/readStore.ts'
import { decodeLabel } from '../driver/decodeLabel.ts'
import { type RunningStation, startStation } from '../driver/station.ts'
import { readAnswer } from '../driver/scanByKeys.ts'

const READY = 'body[data-ready="1"]'
const PANEL = '[data-testid=demo]'
const NEXT = '[data-testid=demo-next]'
/** More clicks than one order needs. */
const CLICKS_MAX = 60
const FILL_MS_MAX = 60_000

async function startShop(args: readonly string[]): Promise<RunningStation & { dataDir: string }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'packline-demo-'))
  const station = await startStation({ shell: 'browser', dataDir, args })
  await station.page.waitForSelector(READY, { state: 'attached', timeout: FILL_MS_MAX })
  return Object.assign(station, { dataDir })
}

async function closeShop(station: RunningStation & { dataDir: string }): Promise<void> {
  await station.close()
  await rm(station.dataDir, { recursive: true, force: true, maxRetries: 5 })
}

const guideOf = (page: Page) => page.getAttribute('[data-testid=demo-guide]', 'data-guide')

/** Clicks what the panel offers next until its guide says `guide`; gives the words of all answers. */
async function clickUntil(page: Page, guide: string): Promise<string[]> {
  const levels: string[] = []
  for (let clicks = 0; clicks < CLICKS_MAX; clicks += 1) {
    if ((await guideOf(page)) === guide) return levels
    levels.push(await clickNext(page))
  }
  throw new Error(`the guide never came to ${guide}, it says ${await guideOf(page)}`)
}

/** One click, and the level of its answer; the panel has caught up when it is given. */
async function clickNext(page: Page): Promise<string> {
  const before = (await readAnswer(page)).answers
  await page.click(NEXT)
  await page.waitForFunction(
    ([selector, answers]) =>
      Number(document.querySelector('[data-testid=notice]')?.getAttribute('data-answers')) >
        answers && document.querySelector(selector)?.getAttribute('data-busy') === '0',
    [NEXT, before] as const,
  )
  return (await readAnswer(page)).level
}

/** What a scanner would read from the picture of a label. */
async function codesOnPicture(page: Page, no: string): Promise<string[]> {
  const url = await page.evaluate((labelNo) => {
    const image = document.querySelector<HTMLImageElement>(`[data-label-no="${labelNo}"]`)
    const canvas = document.createElement('canvas')
    canvas.width = image?.naturalWidth ?? 1
    canvas.height = image?.naturalHeight ?? 1
    if (image) canvas.getContext('2d')?.drawImage(image, 0, 0)
    return canvas.toDataURL('image/png')
  }, no)
  const codes = await decodeLabel(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'))
  return codes.map((code) => code.text)
}

describe('the demo shop', () => {
  let station: RunningStation & { dataDir: string }
  beforeAll(async () => {
    station = await startShop(['--demo', '--lang', 'en'])
  })
  afterAll(() => closeShop(station))

  it('brings goods, bins and paid orders by itself', async () => {
    const { page } = station
    expect((await readTable(page, 'skus', 'packline-demo')).length).toBe(200)
    expect((await readTable(page, 'bins', 'packline-demo')).length).toBeGreaterThanOrEqual(60)
    const orders = await readTable<Order>(page, 'orders', 'packline-demo')
    expect(orders.filter((order) => order.state === 'allocated').length).toBeGreaterThanOrEqual(40)
    expect(await readTable(page, 'operators', 'packline-demo')).toHaveLength(2)
  })

  it('leads one order from the bin to the courier by clicks in its panel alone', async () => {
    const { page } = station
    expect(await guideOf(page)).toBe('openPick')
    const picking = await clickUntil(page, 'openPack')
    const packing = await clickUntil(page, 'scanBack')

    const picture = page.locator('[data-label-no]').first()
    await picture.waitFor()
    const no = await page.getAttribute(NEXT, 'data-code')
    expect(await picture.getAttribute('data-label-no')).toBe(no)
    expect(await codesOnPicture(page, no ?? '')).toContain(no)

    const closing = await clickUntil(page, 'openShip')
    const shipping = await clickUntil(page, 'openPick')
    const levels = [...picking, ...packing, ...closing, ...shipping]
    expect(levels.filter((level) => level !== 'accepted' && level !== 'done')).toEqual([])
    const parcels = await readTable<Parcel>(page, 'parcels', 'packline-demo')
    expect(parcels.map(({ state, waybillNo }) => ({ state, waybillNo }))).toEqual([
      { state: 'handedOver', waybillNo: no },
    ])
    // The scale on the screen weighed it, by the scan that closed it.
    expect(parcels[0]?.weighed).toMatchObject({ scaleId: 'virtual', reason: '' })
    expect(parcels[0]?.weighed?.weightG).toBe(parcels[0]?.expectedWeightG)
  })

  it('tells the way of the last scan, and that going offline changes nothing', async () => {
    const { page } = station
    await page.click('[data-testid=demo-offline]')
    await clickUntil(page, 'pickTote')
    await clickNext(page)
    const trace = await page.textContent('[data-testid=demo-trace]')
    expect(trace).toContain('picking.confirmPick')
    expect(trace).toMatch(/T-\d{4}/)
  })

  it('stands beside the station and can be put away', async () => {
    const { page } = station
    const panel = await page.locator(PANEL).boundingBox()
    const screen = await page.locator('[data-station]').boundingBox()
    expect((screen?.x ?? 0) + (screen?.width ?? 0)).toBeLessThanOrEqual(panel?.x ?? 0)
    await page.click('[data-testid=demo-toggle]')
    expect(await page.locator(NEXT).count()).toBe(0)
    expect((await page.locator(PANEL).boundingBox())?.width).toBeLessThan(60)
  })

  it('is filled once: a restart finds the same orders', async () => {
    const orders = (await readTable<Order>(station.page, 'orders', 'packline-demo')).length
    await station.page.reload()
    await station.page.waitForSelector(READY, { state: 'attached' })
    expect((await readTable<Order>(station.page, 'orders', 'packline-demo')).length).toBe(orders)
  })
})

describe('a station that is no demo', () => {
  it('has no demo panel and no goods of its own', async () => {
    const station = await startShop([])
    try {
      expect(await station.page.locator(PANEL).count()).toBe(0)
      expect(await readTable(station.page, 'skus')).toEqual([])
    } finally {
      await closeShop(station)
    }
  })
})
