import { appendFile, readdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { labelShape } from '@/protocol/labelShape.ts'
import { decodeLabel } from '../driver/decodeLabel.ts'
import { openPrintBench, type PrintBench, toteRequest, until } from '../driver/printBench.ts'
import {
  startVirtualPrinter,
  type VirtualPrinter,
  type VirtualPrinterOptions,
} from '../driver/virtualPrinter/virtualPrinter.ts'

let bench: PrintBench | undefined
let printer: VirtualPrinter | undefined

afterEach(async () => {
  await bench?.close()
  await printer?.close()
  bench = undefined
  printer = undefined
})

async function start(options: VirtualPrinterOptions = {}) {
  printer = await startVirtualPrinter(options)
  bench = await openPrintBench(printer.port)
  return { printer, bench }
}

function stateOf(jobId: string): string | undefined {
  return bench?.service.jobs().find((job) => job.jobId === jobId)?.state
}

describe('a print queue', () => {
  test('prints labels in order, and each reads back to its number', async () => {
    const at = await start()
    for (let n = 1; n <= 5; n += 1) await at.bench.service.submit(toteRequest(n))
    const labels = await at.printer.untilPrinted(5)
    const texts = await Promise.all(labels.map((label) => decodeLabel(label.png)))
    expect(texts.map((codes) => codes[0]?.text)).toEqual([
      'T-0001',
      'T-0002',
      'T-0003',
      'T-0004',
      'T-0005',
    ])
    await until(() => stateOf('job-5') === 'sent')
  })

  test('prints the same paper once, however often and however concurrently it is asked for', async () => {
    const at = await start()
    const jobs = await Promise.all(
      [1, 2, 3].map((i) => at.bench.service.submit(toteRequest(7, { key: `try-${i}` }))),
    )
    expect(new Set(jobs.map((job) => job.jobId))).toEqual(new Set(['try-1']))
    await until(() => stateOf('try-1') === 'sent')
    await at.printer.untilPrinted(1)
    await at.bench.restart()
    expect((await at.bench.service.submit(toteRequest(7, { key: 'try-4' }))).jobId).toBe('try-1')
    expect(at.printer.labels()).toHaveLength(1)
  })

  test('a reprint is a new job with a reason; without one it is refused', async () => {
    const at = await start()
    await at.bench.service.submit(toteRequest(1))
    const again = { kind: 'tote', no: 'T-0001', revision: 1 }
    const bare = await at.bench.service.submit(toteRequest(1, { key: 'again', document: again }))
    expect(bare.notices.map((notice) => notice.code)).toEqual(['PRN-033'])
    const reasoned = toteRequest(1, { key: 'again', document: again, reason: '卡纸' })
    expect((await at.bench.service.submit(reasoned)).state).toBe('queued')
    await at.printer.untilPrinted(2)
  })

  test('a scan-back proves a label and erases nothing else', async () => {
    const at = await start()
    await at.bench.service.submit(toteRequest(1))
    await at.bench.service.submit(toteRequest(2))
    await until(() => stateOf('job-2') === 'sent')
    expect(await at.bench.service.markProved('T-0001')).toBe(1)
    expect([stateOf('job-1'), stateOf('job-2')]).toEqual(['printed', 'sent'])
    expect(await at.bench.service.markProved('T-0001')).toBe(0)
    await expect.poll(() => readdir(join(at.bench.dir, 'labels'))).toEqual([])
  })

  test('refuses what must not be printed, with reasons, and keeps nothing of it', async () => {
    const at = await start()
    const label = labelShape.parse(toteRequest(1).label)
    const open = { ...label, nodes: [{ ...label.nodes[0], text: '打13812341234' }] }
    const refused = await Promise.all([
      at.bench.service.submit(toteRequest(1, { label: open as typeof label })),
      at.bench.service.submit(toteRequest(1, { printerId: 'nobody' })),
      at.bench.service.submit(toteRequest(1, { label: { ...label, widthMm: 9000 } })),
    ])
    expect(refused.map((job) => job.notices[0]?.code)).toEqual(['PRN-023', 'PRN-030', 'PRN-031'])
    expect(at.bench.service.jobs()).toEqual([])
    expect(await readFile(join(at.bench.dir, 'print.ndjson'), 'utf8')).toBe('')
  })

  test('a label is cancelled while it waits, and not once it may be on paper', async () => {
    const gone = await startVirtualPrinter()
    const { port } = gone
    await gone.close()
    bench = await openPrintBench(port)
    const { service, dir } = bench
    for (let n = 1; n <= 2; n += 1) await service.submit(toteRequest(n))
    expect(await service.cancel('job-1')).toMatchObject({
      state: 'failed',
      notices: [{ code: 'PRN-043', params: { no: 'T-0001' } }],
    })
    expect(await service.cancel('nobody')).toBeUndefined()
    printer = await startVirtualPrinter({ port })
    const labels = await printer.untilPrinted(1)
    const codes = await Promise.all(labels.map((label) => decodeLabel(label.png)))
    expect(codes.flat().map(({ text }) => text)).toEqual(['T-0002'])
    await until(() => stateOf('job-2') === 'sent')
    expect(await service.cancel('job-2')).toMatchObject({ state: 'sent' })
    await expect.poll(() => readdir(join(dir, 'labels'))).toEqual([])
  })

  test('tells listeners every state of a job', async () => {
    const at = await start()
    const states: string[] = []
    const stop = at.bench.service.onChange(({ job }) => job && states.push(job.state))
    await at.bench.service.submit(toteRequest(1))
    await until(() => stateOf('job-1') === 'sent')
    stop()
    await at.bench.service.markProved('T-0001')
    expect(states).toEqual(['queued', 'sending', 'sent'])
  })
})

describe('a printer in trouble', () => {
  test('that is switched off keeps the labels waiting and prints them when it is back', async () => {
    const gone = await startVirtualPrinter()
    const { port } = gone
    await gone.close()
    bench = await openPrintBench(port)
    await bench.service.submit(toteRequest(1))
    await until(() => bench?.service.status()[0]?.state === 'offline')
    expect(bench.service.status()[0]).toMatchObject({ notice: { code: 'PRN-001' }, waiting: 1 })
    printer = await startVirtualPrinter({ port })
    await printer.untilPrinted(1)
    await until(() => stateOf('job-1') === 'sent')
  })

  test('that is out of paper says so within two seconds and goes on by itself', async () => {
    const at = await start({ fault: { kind: 'paperOut', atLabel: 2 } })
    for (const n of [1, 2, 3]) await at.bench.service.submit(toteRequest(n))
    await until(() => at.bench.service.status()[0]?.notice?.code === 'PRN-012', 2_000)
    expect(at.bench.service.status()[0]).toMatchObject({ state: 'paused', waiting: 1 })
    expect(at.bench.service.status()[0]?.notice?.spoken).toEqual({ kind: 'paperOut' })
    await at.printer.loadPaper()
    expect(await at.printer.untilPrinted(3)).toHaveLength(3)
    await until(() => at.bench.service.status()[0]?.state === 'ready')
  })

  test('that ran out of paper during the last label says so too', async () => {
    const at = await start({ fault: { kind: 'paperOut', atLabel: 1 } })
    await at.bench.service.submit(toteRequest(1))
    await until(() => at.bench.service.status()[0]?.notice?.code === 'PRN-012', 2_000)
    await at.printer.loadPaper()
    await until(() => at.bench.service.status()[0]?.state === 'ready')
    expect(at.printer.labels()).toHaveLength(1)
  })

  test('that never answers questions still prints', async () => {
    const at = await start({ fault: { kind: 'silent' } })
    for (const n of [1, 2]) await at.bench.service.submit(toteRequest(n))
    expect(await at.printer.untilPrinted(2)).toHaveLength(2)
    expect(at.bench.service.status()[0]?.notice).toBeUndefined()
  })

  test('that reads slowly gets every byte', async () => {
    const at = await start({ fault: { kind: 'slow', bytesPerSecond: 40_000 } })
    await at.bench.service.submit(toteRequest(1))
    const [label] = await at.printer.untilPrinted(1)
    expect(label?.bytes.length).toBeGreaterThan((480 / 8) * 320)
  })

  test('that breaks off in the middle leaves the label unknown and is never sent it again', async () => {
    const at = await start({ fault: { kind: 'reset', afterBytes: 4_000 } })
    await at.bench.service.submit(toteRequest(1))
    await until(() => stateOf('job-1') === 'unknown')
    at.printer.setFault(undefined)
    await at.bench.service.submit(toteRequest(2))
    await at.printer.untilPrinted(1)
    await until(() => stateOf('job-2') === 'sent')
    expect(stateOf('job-1')).toBe('unknown')
    expect(at.printer.labels()).toHaveLength(1)
    expect((await at.bench.service.markMissing('job-1'))?.state).toBe('failed')
    await at.bench.service.submit(toteRequest(1, { key: 'job-1b' }))
    await at.printer.untilPrinted(2)
  })

  test('that talks first and hangs up without an answer is tried again', async () => {
    let calls = 0
    const rude = createServer((socket) => {
      calls += 1
      socket.on('error', () => undefined)
      socket.end('HELLO\r\n')
    })
    await new Promise<void>((resolve) => rude.listen(0, '127.0.0.1', resolve))
    const address = rude.address()
    bench = await openPrintBench(typeof address === 'object' && address ? address.port : 0)
    await bench.service.submit(toteRequest(1))
    await until(() => calls >= 2)
    expect(stateOf('job-1')).toBe('queued')
    rude.close()
  })
})

describe('a host that died', () => {
  test('while sending leaves the label unknown; what waited is printed', async () => {
    const gone = await startVirtualPrinter()
    await gone.close()
    bench = await openPrintBench(gone.port)
    await bench.service.submit(toteRequest(1))
    await bench.service.submit(toteRequest(2))
    const first = bench.service.jobs()[0]
    const file = join(bench.dir, 'print.ndjson')
    // What the disk holds when the power goes in the middle of the first label, torn line included.
    await appendFile(
      file,
      `${JSON.stringify({ ...first, state: 'sending' })}\n{"jobId":"job-2","pri`,
    )
    printer = await startVirtualPrinter({ port: gone.port })
    await bench.restart()
    expect(stateOf('job-1')).toBe('unknown')
    const [label] = await printer.untilPrinted(1)
    expect((await decodeLabel(label?.png ?? new Uint8Array()))[0]?.text).toBe('T-0002')
    await until(() => stateOf('job-2') === 'sent')
    expect(await bench.service.markProved('T-0001')).toBe(1)
    expect(stateOf('job-1')).toBe('printed')
  })
})
