import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commandCodeOf } from '@/domain/barcode/commandCode.ts'
import { PHOTO_BYTES_MAX } from '@/domain/evidence/photo.ts'
import type { Evidence } from '@/domain/record/evidence.ts'
import type { PurchaseOrder } from '@/domain/record/inbound.ts'
import type { Barcode } from '@/domain/record/sku.ts'
import { readTable } from '../driver/day/readStore.ts'
import { pressKey } from '../driver/handKeys.ts'
import { scanByKeys } from '../driver/scanByKeys.ts'
import { type RunningStation, startStation } from '../driver/station.ts'

/** Goal: a photo taken with a real camera of the browser is there after a restart. Method: the built demo
 *  station, Chromium's own fake camera, nobody who answers prompts. */
const CAMERA = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']
const READY = 'body[data-ready="1"]'
/** The same code sooner than this is a trigger that fired twice. */
const REPEAT_MS = 400
const DEMO = 'packline-demo'
let dataDir: string
let station: RunningStation
let page: Page
const blocked: string[] = []

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'packline-photo-'))
  station = await startStation({
    shell: 'browser',
    dataDir,
    args: ['--demo', '--lang', 'en'],
    browserArgs: CAMERA,
  })
  page = station.page
  page.on('console', (line) => {
    if (line.type() === 'error') blocked.push(line.text())
  })
  await page.waitForSelector(READY, { state: 'attached', timeout: 60_000 })
})

afterAll(async () => {
  await station?.close()
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
})

const scan = async (code: string) => (await scanByKeys(page, code)).code
const photosShown = () =>
  page.evaluate(() =>
    Number(document.querySelector('[data-testid=photos]')?.getAttribute('data-count') ?? 0),
  )
const sizeOf = (selector: string) =>
  page.$eval(selector, async (image: HTMLImageElement) => {
    await image.decode()
    const { width } = image.getBoundingClientRect()
    return { naturalPx: image.naturalWidth, shownPx: width }
  })

/** A purchase order that waits, and the code on goods of it. */
async function waiting() {
  const orders = await readTable<PurchaseOrder>(page, 'purchaseOrders', DEMO)
  const barcodes = await readTable<Barcode>(page, 'barcodes', DEMO)
  const order = orders.find(({ state }) => state === 'open')
  const skuId = order?.lines[0]?.skuId ?? ''
  const barcode = barcodes.find((row) => row.skuId === skuId && row.unitQty === 1)
  return { no: order?.id ?? '', skuId, code: barcode?.code ?? '' }
}

test('a photo is taken by scan and by key, kept small and once, and found after a reload', async () => {
  const { no, skuId, code } = await waiting()
  await scan(commandCodeOf('GORCV'))
  expect(await scan(no)).toBe('RECV-001')
  expect(await scan(code)).toBe('RECV-005')
  expect(await scan(commandCodeOf('PHOTO'))).toBe('CAM-002')
  expect(await scan(commandCodeOf('YES'))).toBe('CAM-003')
  expect((await pressKey(page, 'F12')).code).toBe('CAM-001')
  const rows = await readTable<Evidence>(page, 'evidence', DEMO)
  expect(rows.map(({ docKind, skuId: of }) => [docKind, of])).toEqual([
    ['receipt', skuId],
    ['sku', skuId],
    ['receipt', skuId],
  ])
  // The fake camera may give the same frame twice: then it is kept once.
  const ids = new Set(rows.map(({ photoId }) => photoId))
  expect(await readTable(page, 'photos', DEMO)).toHaveLength(ids.size)
  for (const { type, byteCount, widthPx } of rows) {
    expect(type).toBe('image/webp')
    expect(byteCount).toBeLessThanOrEqual(PHOTO_BYTES_MAX)
    expect(widthPx).toBeGreaterThanOrEqual(640)
  }

  await page.reload()
  await page.waitForSelector(READY, { state: 'attached' })
  await expect.poll(photosShown).toBe(2)
  const thumb = await sizeOf('[data-testid=photos] img')
  expect(thumb.naturalPx).toBe(rows[0]?.widthPx)
  // Told apart from where a person stands: U16 of the demands on screens.
  expect((await sizeOf(`[data-picture="${skuId}"]`)).shownPx).toBeGreaterThanOrEqual(240)
  await page.click('[data-testid=photos] button')
  expect((await sizeOf('[data-testid=photos] figure img')).naturalPx).toBe(rows[0]?.widthPx)
  expect(await scan(code)).toBe('RECV-005')

  // The piece, the second photo, the picture of the goods, the first photo.
  for (const left of [2, 1, 1, 0]) {
    await page.waitForTimeout(REPEAT_MS)
    expect(await scan(commandCodeOf('UNDO'))).toBe('UNDO-001')
    await expect.poll(photosShown).toBe(left)
  }
  expect(await readTable(page, 'photos', DEMO)).toEqual([])
  expect(blocked).toEqual([])
}, 120_000)
