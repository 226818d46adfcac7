import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { RasterLanguage } from '@/document/printerProfile.ts'
import { createSeededRandom, type SeededRandom } from '@/kernel/random.ts'
import { openPrintLog } from '@/station/print/printLog.ts'
import type { PrintJob } from '@/station/print/printJob.ts'
import { decodeLabel } from './decodeLabel.ts'
import { startFaults } from './tortureFaults.ts'
import { startVirtualPrinter, type VirtualPrinter } from './virtualPrinter/virtualPrinter.ts'

export interface TortureOrder {
  readonly language: RasterLanguage
  readonly labels: number
  readonly kills: number
  readonly seed: number
}

/** How a torture ended. A breach is a label on paper twice, or one that is not on paper although the
 *  queue says so, or one left without a word. */
export interface TortureSum {
  readonly order: TortureOrder
  readonly kills: number
  readonly faults: Readonly<Record<string, number>>
  /** Labels proved to be on paper, asked of a person, said to have failed. */
  readonly proved: number
  readonly asked: number
  readonly failed: number
  /** Of those asked about, how many had come out. */
  readonly askedOut: number
  readonly doubled: readonly string[]
  readonly missing: readonly string[]
}

const LABEL_MS = 12
const KILL_SPREAD_MS = 400
const LIFE_MS_MAX = 4_000

/** Prints labels in a host process that is killed at random moments, on a printer that goes through
 *  every fault, until nothing waits any more; then compares the queue with the paper. */
export async function torturePrint(order: TortureOrder): Promise<TortureSum> {
  const random = createSeededRandom(order.seed)
  const dir = await mkdtemp(join(tmpdir(), 'packline-torture-'))
  const { language } = order
  const printer = await startVirtualPrinter({ language, labelMs: LABEL_MS, odometer: 4_711 })
  const faults = startFaults(printer, language, random)
  let kills = 0
  try {
    for (let isDone = false; !isDone; ) {
      const child = spawnHost(dir, printer, order)
      const end = untilSaid(child, 'done')
      if ((await untilSaid(child, 'ready')) && kills < order.kills) {
        kills += await killSomewhere(child, printer, random)
      }
      isDone = await end
    }
    const counts = await faults.stop()
    await printer.loadPaper()
    return { order, kills, faults: counts, ...(await compare(dir, printer)) }
  } finally {
    await faults.stop()
    await printer.close()
    await rm(dir, { recursive: true, force: true })
  }
}

function spawnHost(dir: string, printer: VirtualPrinter, order: TortureOrder): ChildProcess {
  const what = [dir, printer.port, order.labels, order.language].map(String)
  const args = ['scripts/runTs.mjs', 'test/driver/printChild.ts', ...what]
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
}

/** False where the process ends without saying it. */
function untilSaid(child: ChildProcess, word: string): Promise<boolean> {
  return new Promise((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => chunk.toString().includes(word) && resolve(true))
    child.once('exit', () => resolve(false))
  })
}

/** Kills a host once it has printed something (or stands), anywhere in what follows. */
async function killSomewhere(
  child: ChildProcess,
  printer: VirtualPrinter,
  random: SeededRandom,
): Promise<number> {
  const before = printer.labels().length
  for (let ms = 0; ms < LIFE_MS_MAX && printer.labels().length === before; ms += 10) await sleep(10)
  await sleep(random.int(KILL_SPREAD_MS))
  return child.kill('SIGKILL') ? 1 : 0
}

type Compared = Omit<TortureSum, 'order' | 'kills' | 'faults'>

async function compare(dir: string, printer: VirtualPrinter): Promise<Compared> {
  const log = await openPrintLog(dir)
  await log.close()
  const out = new Map<string, number>()
  for (const { png } of printer.labels()) {
    const code = (await decodeLabel(png))[0]?.text ?? 'unreadable'
    out.set(code, (out.get(code) ?? 0) + 1)
  }
  const inState = (...states: PrintJob['state'][]) =>
    log.jobs.filter(({ state }) => states.includes(state)).map(({ document }) => document.no)
  const told = inState('unknown', 'failed')
  return {
    proved: inState('printed').length,
    asked: inState('unknown').length,
    failed: inState('failed').length,
    askedOut: inState('unknown').filter((no) => out.has(no)).length,
    doubled: [...out].filter(([, times]) => times > 1).map(([code]) => code),
    missing: log.jobs
      .map(({ document }) => document.no)
      .filter((no) => !out.has(no) && !told.includes(no)),
  }
}
