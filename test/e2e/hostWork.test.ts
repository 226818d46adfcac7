import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { createSocketTransport } from '@/device/socketTransport.ts'
import { createStationClient, type StationClient } from '@/device/stationClient.ts'
import { readTableFile } from '@/device/stationFiles.ts'
import { systemClock } from '@/kernel/clock.ts'
import { systemRandom } from '@/kernel/random.ts'
import { systemTimers } from '@/kernel/timers.ts'
import { freePort } from '../driver/freePort.ts'
import { browserStationArgs, type HostProcess, startHostProcess } from '../driver/hostProcess.ts'
import { hasSocat, plugInSerial, type SerialPair } from '../driver/serialPair.ts'

let dataDir: string
let host: HostProcess
let client: StationClient
let serial: SerialPair | undefined

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'packline-work-'))
  const port = await freePort()
  if (hasSocat) serial = await plugInSerial(dataDir)
  const scanner = serial ? ['--scanner', serial.hostEnd] : []
  host = await startHostProcess([...browserStationArgs(dataDir, port), ...scanner])
  const own = `127.0.0.1:${port}`
  const open = () => new WebSocket(`ws://${own}/bridge`, { origin: `http://${own}` })
  const token = new URL(host.url).hash.slice('#token='.length)
  const transport = createSocketTransport({ open, token, timers: systemTimers })
  const ports = { clock: systemClock, random: systemRandom, timers: systemTimers }
  client = createStationClient({ transport, ...ports })
})
afterAll(async () => {
  client.close()
  await host.stop()
  await serial?.close()
  await rm(dataDir, { recursive: true, force: true })
})

/** The result of an answer that must be good. */
async function good<T>(answer: Promise<{ ok: true; result: T } | { ok: false; code: string }>) {
  const got = await answer
  if (!got.ok) throw new Error(got.code)
  return got.result
}

describe('a page asks its host', () => {
  it('to read a table larger than any message, whole and in order', async () => {
    const lines = Array.from({ length: 60_000 }, (_item, at) => `SKU-${at},蓝色 ${at},${at % 7}`)
    const bytes = new TextEncoder().encode(`sku,name,qty\n${lines.join('\n')}\n`)
    expect(bytes.byteLength).toBeGreaterThan(1_000_000)
    const table = await good(readTableFile(client, { fileId: 'big', name: '商品.csv', bytes }))
    expect(table).toMatchObject({ name: '商品.csv', encoding: 'UTF-8' })
    expect(table.rows).toHaveLength(60_001)
    expect(table.rows.at(-1)).toMatchObject({ cells: ['SKU-59999', '蓝色 59999', '2'] })
    const again = await client.request('files.readTable', { fileId: 'big', firstRow: 0 })
    expect(again).toMatchObject({ ok: false, code: 'FILE-001' })
  })

  it('to read a file that is no table, and gets the reason', async () => {
    const bytes = new TextEncoder().encode('%PDF-1.7 …')
    const table = await good(readTableFile(client, { fileId: 'pdf', name: 'a.csv', bytes }))
    expect(table).toMatchObject({ rows: [], refusal: { code: 'notATable' } })
  })

  it('to write a table for the shop', async () => {
    const table = { headings: ['快递单号'], rows: [['75999900000012']], sheetName: 'A' }
    const csv = await good(
      client.request('files.writeTable', { name: '发货', format: 'csv', ...table }),
    )
    expect(csv.path).toBe(join(dataDir, 'exports', '发货.csv'))
    expect(await readFile(csv.path, 'utf8')).toContain('75999900000012')
    const xlsx = await good(
      client.request('files.writeTable', { name: '发货', format: 'xlsx', ...table }),
    )
    expect((await readFile(xlsx.path)).subarray(0, 2).toString()).toBe('PK')
  })

  it('to set a paper as PDF', async () => {
    const words = { footNote: '', pageWords: '{page} / {pages}', signatures: [], totals: [] }
    const { path } = await good(
      client.request('documents.render', {
        name: '入库单 R-1.pdf',
        paper: {
          kind: 'inboundSlip',
          title: '入库单',
          no: 'R-1',
          facts: [['供应商', '甲']],
          columns: [{ title: 'SKU', share: 1, align: 'left' }],
          rows: [['SKU-1']],
          ...words,
        },
      }),
    )
    expect((await readFile(path)).subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('to print, and is told what became of the label', async () => {
    const states: string[] = []
    client.on('printJob', (job) => states.push(job.state))
    const text = { kind: 'text' as const, text: '面单', weight: 700 as const, sizePt: 12 }
    const place = { xMm: 2, yMm: 2, widthMm: 40, maxLines: 1, overflow: 'error' as const }
    const label = { version: 1 as const, widthMm: 60, heightMm: 40, nodes: [{ ...text, ...place }] }
    const printed = { printerId: 'virtual', label, operatorId: 'op1' }
    const document = { kind: 'itemLabel', no: 'L-1', revision: 0 }
    const preview = await good(client.request('print.preview', { printerId: 'virtual', label }))
    expect(Buffer.from(preview.png).subarray(1, 4).toString()).toBe('PNG')
    const job = await good(client.request('print.submit', { key: 'job-1', document, ...printed }))
    expect(job).toMatchObject({ jobId: 'job-1', notices: [] })
    await expect.poll(() => states.at(-1), { timeout: 10_000 }).toMatch(/^(sent|printed)$/)
    const { labels } = await good(client.request('print.virtualLabels', { printerId: 'virtual' }))
    expect(labels.map(({ no }) => no)).toEqual(['L-1'])
    expect(await good(client.request('print.markProved', { no: 'L-1' }))).toMatchObject({})
    const { jobs, total } = await good(client.request('print.jobs', {}))
    expect([total, jobs.at(-1)?.state]).toEqual([1, 'printed'])
  })

  it('for nothing, and is told each scan of the serial scanner', async (context) => {
    if (!serial) return context.skip('no socat')
    const scans: object[] = []
    client.on('scan', (scan) => scans.push(scan))
    await serial.write('6901234567892\r\nA-03-2-05\r')
    await expect.poll(() => scans.length, { timeout: 10_000 }).toBe(2)
    expect(scans).toMatchObject([
      { raw: '6901234567892', source: 'serial', deviceId: 'serial:host', seq: 1 },
      { raw: 'A-03-2-05', source: 'serial', deviceId: 'serial:host', seq: 2 },
    ])
  })

  it('to print on a printer that is not there, and is refused', async () => {
    const label = { version: 1 as const, widthMm: 60, heightMm: 40, nodes: [] }
    const preview = await client.request('print.preview', { printerId: 'none', label })
    expect(preview).toMatchObject({ ok: false, code: 'BRG-012' })
  })
})
