import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PRACTICE_CODES } from '@/device/scan/learnScanner.ts'
import { SAMPLE_SILENCE_MS } from '@/device/scan/sampleKeys.ts'
import { shippedTemplates } from '@/document/templates/templateBook.ts'
import { commandCodeOf } from '@/domain/barcode/commandCode.ts'
import { decodeLabel } from '../driver/decodeLabel.ts'
import { readAnswer, scanByKeys } from '../driver/scanByKeys.ts'
import { type RunningStation, startStation } from '../driver/station.ts'
import {
  startVirtualPrinter,
  type VirtualPrinter,
} from '../driver/virtualPrinter/virtualPrinter.ts'

/** Goal: a clerk alone sets up a scanner and changes a label. Method: the built station in English, real
 *  key events of a scanner with a prefix and a sign of its own for GS, a printer that draws what it is sent. */
let dataDir: string
let printer: VirtualPrinter
let station: RunningStation
let page: Page

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'packline-bench-'))
  printer = await startVirtualPrinter({})
  const args = ['--printer', `127.0.0.1:${printer.port}`, '--lang', 'en']
  station = await startStation({ shell: 'browser', dataDir, args })
  page = station.page
  await page.waitForSelector('body[data-ready="1"]', { state: 'attached', timeout: 60_000 })
})

afterAll(async () => {
  await station?.close()
  await printer?.close()
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
})

const scan = async (code: string) => (await scanByKeys(page, code)).code
const scannerCard = () => page.locator('[data-device="scanner:keyboard"]')
const told = async (code: string) => {
  await expect.poll(async () => (await readAnswer(page)).code).toBe(code)
  return (await readAnswer(page)).words
}

/** As a scanner that was never given a suffix. */
async function scanWithoutSuffix(text: string): Promise<string> {
  const { answers } = await readAnswer(page)
  await page.keyboard.type(text)
  await page.waitForTimeout(SAMPLE_SILENCE_MS)
  await expect.poll(async () => (await readAnswer(page)).answers).toBeGreaterThan(answers)
  return (await readAnswer(page)).code
}

test('a scanner is learned from three scans, refused without a suffix, exported and imported', async () => {
  await scan(commandCodeOf('GODEV'))
  await scannerCard().getByText('Set up scanner').click()
  await told('DEV-005')
  const [first, gs1, last] = PRACTICE_CODES.map((code) => `~${code.replaceAll('\u001d', '|')}`)
  expect(await scanWithoutSuffix(first ?? '')).toBe('DEV-010')
  expect(await page.getAttribute('[data-testid=progress]', 'data-done')).toBe('0')
  expect(await scan(first ?? '')).toBe('DEV-006')
  expect(await scan(gs1 ?? '')).toBe('DEV-006')
  expect(await scan(last ?? '')).toBe('DEV-007')
  expect(await scan(`~${commandCodeOf('OK')}`)).toBe('DEV-025')
  await scannerCard()
    .getByText('Suffix Enter · prefix ~ · separator | · pauses to 100 ms')
    .waitFor()
  expect((await scanByKeys(page, '~A-03-2-05')).words).toContain('Read A-03-2-05.')

  await page.getByText('Export scanner set-up').click()
  expect(await told('DEV-021')).toContain('scanners.json')
  const text = await readFile(join(dataDir, 'exports', 'scanners.json'), 'utf8')
  const changed = Buffer.from(text.replace('"~"', '"#"'))
  const file = { name: 'other.json', mimeType: 'application/json', buffer: changed }
  await page.setInputFiles('[data-testid=scanner-file]', file)
  await told('DEV-022')
  expect((await scanByKeys(page, '#A-03-2-06')).words).toContain('Read A-03-2-06.')
  await page.setInputFiles('[data-testid=scanner-file]', { ...file, buffer: Buffer.from('{}') })
  await told('DEV-033')
})

test('a template is changed in sight of its picture, printed once as a test, and a bad file refused', async () => {
  await scan(commandCodeOf('GOTPL'))
  await page.getByText('Tote label 60 × 40 mm').click()
  const picture = page.locator('.templates-picture img')
  await picture.waitFor()
  const before = await picture.getAttribute('src')
  await page.locator('.templates-nodes button').filter({ hasText: 'Code' }).last().click()
  await page.getByLabel('Text, fields in braces').fill('X{code}')
  await expect.poll(() => picture.getAttribute('src')).not.toBe(before)
  await page.getByRole('radio', { name: 'ITF-14 (carton)' }).click()
  await page.getByText('Barcode XT-0001 does not fit its kind').waitFor()
  await page.getByRole('radio', { name: 'DataMatrix', exact: true }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Template tote-60x40 is saved.').waitFor()
  await page.getByRole('button', { name: 'Test print' }).click()
  const [label] = await printer.untilPrinted(1)
  expect((await decodeLabel(label?.png ?? new Uint8Array())).map((code) => code.text)).toEqual([
    'XT-0001',
  ])

  await page.getByRole('button', { name: 'Back to the list' }).click()
  const [shipped] = shippedTemplates
  const nodes = shipped?.nodes.map((node, i) => (i === 2 ? { ...node, sizePt: 'x' } : node))
  const buffer = Buffer.from(JSON.stringify({ ...shipped, nodes }))
  const file = { name: 'template.json', mimeType: 'application/json', buffer }
  await page.setInputFiles('[data-testid=template-file]', file)
  await page.getByText('can be read (part 3 “SKU code”, type size)').waitFor()
})
