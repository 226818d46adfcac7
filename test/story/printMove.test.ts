import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  openPrintBench,
  type PrintBench,
  tcpPrinter,
  textsOf,
  toteRequest,
  until,
} from '../driver/printBench.ts'
import {
  startVirtualPrinter,
  type VirtualPrinter,
} from '../driver/virtualPrinter/virtualPrinter.ts'

let bench: PrintBench
let first: VirtualPrinter
let second: VirtualPrinter

/** Two printers that count their labels and take any paper. */
async function start(): Promise<void> {
  first = await startVirtualPrinter({ language: 'tspl', odometer: 4_711 })
  second = await startVirtualPrinter({ language: 'tspl', odometer: 12 })
  bench = await openPrintBench([
    tcpPrinter(first.port, 'tspl'),
    tcpPrinter(second.port, 'tspl', 'p2'),
  ])
}

beforeEach(start)

afterEach(async () => {
  await bench.close()
  await first.close()
  await second.close()
})

const stateOf = (jobId: string) => bench.service.jobs().find((job) => job.jobId === jobId)?.state
const statusOf = (printerId: string) =>
  bench.service.status().find((each) => each.printerId === printerId)
const isSettled = () => bench.service.jobs().every(({ state }) => state === 'printed')
const nos = (...numbers: number[]) => numbers.map((n) => toteRequest(n).document.no)

async function submit(...numbers: number[]): Promise<void> {
  for (const n of numbers) await bench.service.submit(toteRequest(n))
}

describe('a printer that a person stops', () => {
  test('prints nothing, also after a restart, until a person lets it go on', async () => {
    expect(await bench.service.hold('p1', true)).toBe(true)
    expect(await bench.service.hold('nobody', true)).toBe(false)
    await submit(1, 2)
    await until(() => statusOf('p1')?.notice?.code === 'PRN-008')
    expect(statusOf('p1')).toMatchObject({ isHeld: true, state: 'paused', waiting: 2 })
    await bench.restart()
    await until(() => statusOf('p1')?.notice?.code === 'PRN-008')
    expect(first.labels()).toEqual([])
    await bench.service.hold('p1', false)
    await until(isSettled)
    expect(await textsOf(first)).toEqual(nos(1, 2))
    await until(() => statusOf('p1')?.state === 'ready')
    expect(statusOf('p1')).toMatchObject({ isHeld: false, waiting: 0 })
  })

  test('tells that it is stopped and goes on while it waits for paper, too', async () => {
    first.setFault({ kind: 'paperOut', atLabel: 1 })
    await submit(1)
    await until(() => statusOf('p1')?.notice?.code === 'PRN-012')
    // Told again with each answer about the paper, which may come in between.
    const told: (boolean | undefined)[] = [false]
    bench.service.onChange(({ printer }) => {
      if (printer && printer.isHeld !== told.at(-1)) told.push(printer.isHeld)
    })
    await bench.service.hold('p1', true)
    await bench.service.hold('p1', false)
    expect(told).toEqual([false, true, false])
    expect(statusOf('p1')).toMatchObject({ state: 'paused', notice: { code: 'PRN-012' } })
    await first.loadPaper()
    await until(isSettled)
    expect(await textsOf(first)).toEqual(nos(1))
  })
})

describe('labels that wait for a printer that does not print', () => {
  test('come out of another one, in their order, each once', async () => {
    const { port } = first
    await first.close()
    await submit(1, 2, 3)
    await until(() => statusOf('p1')?.state === 'offline')
    expect(await bench.service.moveWaiting('p1', 'p2')).toEqual({ moved: 3, kept: 0, asked: 0 })
    await until(isSettled)
    expect(await textsOf(second)).toEqual(nos(1, 2, 3))
    expect(statusOf('p1')).toMatchObject({ state: 'offline', waiting: 0 })
    first = await startVirtualPrinter({ port, language: 'tspl', odometer: 4_711 })
    await until(() => statusOf('p1')?.state === 'ready')
    expect(first.labels()).toEqual([])
  })

  test('stay where the other printer has other paper, or there is no other printer', async () => {
    await bench.close()
    const small = { ...tcpPrinter(second.port, 'tspl', 'p2'), paper: { widthMm: 40, heightMm: 30 } }
    bench = await openPrintBench([tcpPrinter(first.port, 'tspl'), small])
    await bench.service.hold('p1', true)
    await submit(1, 2)
    expect(await bench.service.moveWaiting('p1', 'p2')).toEqual({ moved: 0, kept: 2, asked: 0 })
    expect(await bench.service.moveWaiting('p1', 'p1')).toBeUndefined()
    expect(await bench.service.moveWaiting('p1', 'nobody')).toBeUndefined()
    await bench.service.hold('p1', false)
    await until(isSettled)
    expect(await textsOf(first)).toEqual(nos(1, 2))
  })

  test('go, but the one that may be in the printer is asked about and printed nowhere else', async () => {
    first.setFault({ kind: 'paperOut', atLabel: 1 })
    await submit(1, 2, 3)
    await until(() => statusOf('p1')?.notice?.code === 'PRN-012')
    expect(await bench.service.moveWaiting('p1', 'p2')).toEqual({ moved: 2, kept: 0, asked: 1 })
    expect(stateOf('job-1')).toBe('unknown')
    await until(() => stateOf('job-3') === 'printed')
    await first.loadPaper()
    await first.untilPrinted(1)
    expect(await textsOf(first)).toEqual(nos(1))
    expect(await textsOf(second)).toEqual(nos(2, 3))
    expect(stateOf('job-1')).toBe('unknown')
  })
})

/** Goal: wherever the host dies while it moves labels, each comes out once. Method: the log of a whole move
 *  is cut after each of its lines, with half a line behind it, as a power cut leaves it. */
test.each([0, 1, 2, 3])(
  'a host that died after moving %i of 3 labels prints each once',
  async (lines) => {
    await bench.service.hold('p1', true)
    await bench.service.hold('p2', true)
    await submit(1, 2, 3)
    const file = join(bench.dir, 'print.ndjson')
    const before = (await readFile(file, 'utf8')).trimEnd().split('\n')
    expect(await bench.service.moveWaiting('p1', 'p2')).toMatchObject({ moved: 3 })
    await bench.service.close()
    const after = (await readFile(file, 'utf8')).trimEnd().split('\n')
    expect(after).toHaveLength(before.length + 3)
    const kept = after.slice(0, before.length + lines).join('\n')
    await writeFile(file, `${kept}\n${after.at(-1)?.slice(0, 40)}`)
    const service = await bench.restart()
    await service.hold('p1', false)
    await service.hold('p2', false)
    await until(isSettled)
    expect(await textsOf(second)).toEqual(nos(1, 2, 3).slice(0, lines))
    expect(await textsOf(first)).toEqual(nos(1, 2, 3).slice(lines))
  },
)
