import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findElectronBinary, NO_ELECTRON_BINARY } from '../driver/electronBinary.ts'
import { PROJECT_DIR } from '../driver/hostProcess.ts'
import { type RunningStation, startStation } from '../driver/station.ts'

const runFile = promisify(execFile)
const READY = 'body[data-ready="1"]'

const noBinary = findElectronBinary() === undefined
if (noBinary) console.warn(`SKIPPED: ${NO_ELECTRON_BINARY}`)

describe.each(['browser', 'electron', 'electronBinary'] as const)('the %s shell', (shell) => {
  const isSkipped = shell === 'electronBinary' && noBinary
  let dataDir: string
  let station: RunningStation

  beforeAll(async () => {
    if (isSkipped) return
    dataDir = await mkdtemp(join(tmpdir(), 'packline-shell-'))
    station = await startStation({ shell, dataDir })
  })
  afterAll(async () => {
    if (isSkipped) return
    await station.close()
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
  })

  beforeEach((context) => {
    if (isSkipped) context.skip(NO_ELECTRON_BINARY)
  })

  const waitReady = (page: Page) => page.waitForSelector(READY, { state: 'attached' })

  it('shows the page, ready for scans, without a breach of the content policy', async () => {
    const faults: string[] = []
    station.page.on('console', (line) => line.type() === 'error' && faults.push(line.text()))
    await station.page.reload()
    await waitReady(station.page)
    expect(await station.page.evaluate(() => document.body.dataset.shell)).toBe(
      shell === 'browser' ? 'browser' : 'electron',
    )
    expect(await station.page.evaluate(() => isSecureContext)).toBe(true)
    expect(faults).toEqual([])
  })

  it('shows the token nowhere in the address', async () => {
    await waitReady(station.page)
    expect(station.page.url()).not.toContain('token')
  })

  it('takes scans of the command line to the page, in order', async () => {
    await waitReady(station.page)
    const args = ['scripts/runTs.mjs', 'scripts/scan.ts', '--data', dataDir, '6901234567892', 'A-1']
    const { stdout } = await runFile(process.execPath, args, { cwd: PROJECT_DIR })
    expect(stdout).toBe('1 6901234567892\n2 A-1\n')
  })

  it('keeps what a strict transaction wrote when it is killed at once', async () => {
    await waitReady(station.page)
    await station.page.evaluate(writeRow)
    await station.kill()
    const page = await station.restart()
    await waitReady(page)
    expect(await page.evaluate(readRow)).toBe('kept')
  })
})

/** Both run in the page. */
async function writeRow(): Promise<void> {
  const open = indexedDB.open('shells-test', 1)
  open.onupgradeneeded = () => open.result.createObjectStore('rows')
  await new Promise((done) => open.addEventListener('success', done))
  const tx = open.result.transaction('rows', 'readwrite', { durability: 'strict' })
  tx.objectStore('rows').put('kept', 1)
  await new Promise((done) => tx.addEventListener('complete', done))
}

async function readRow(): Promise<unknown> {
  const open = indexedDB.open('shells-test', 1)
  await new Promise((done) => open.addEventListener('success', done))
  const row = open.result.transaction('rows').objectStore('rows').get(1)
  await new Promise((done) => row.addEventListener('success', done))
  return row.result
}
