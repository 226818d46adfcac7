import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isScreenVerb, parseCommandCode, SCREEN_VERBS } from '@/domain/barcode/commandCode.ts'
import { createSeededRandom } from '@/kernel/random.ts'
import type { PurchaseOrder } from '@/domain/record/inbound.ts'
import { type RunningStation, startStation } from '../station.ts'
import { type VirtualPrinter, startVirtualPrinter } from '../virtualPrinter/virtualPrinter.ts'
import { budgetRule } from './budgetRule.ts'
import { type DayRule, checkDay } from './checkDay.ts'
import { type Clerk, createClerk } from './clerk.ts'
import { putAwayAll, receiveOrder } from './inboundDay.ts'
import { importFolder, importRules } from './importDay.ts'
import { countReady, handOver, packTotes, pickOrders } from './outboundDay.ts'
import { readTable } from './readStore.ts'

export interface DayOptions {
  readonly files: string
  readonly orders: number
  readonly seed: number
  readonly kills: number
  readonly shell: 'browser' | 'electron'
  /** Kept after the day where given, else a folder thrown away. */
  readonly dataDir?: string | undefined
  readonly say: (line: string) => void
}

export interface DayReport {
  readonly rules: readonly DayRule[]
}

/** Scans of a day, at least: where the plug is pulled is drawn from them. */
const scansOf = (orders: number) => 20 + orders * 8

/** Works one whole day at one station and checks what is left of it. */
export async function workDay(options: DayOptions): Promise<DayReport> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'packline-day-'))
  const printer = await startVirtualPrinter({ dir: join(dataDir, 'labels') })
  const station = await startStation({
    shell: options.shell,
    dataDir,
    args: ['--printer', `127.0.0.1:${printer.port}`],
  })
  try {
    return await workAt(station, printer, dataDir, options)
  } finally {
    await station.close()
    await printer.close()
    if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
  }
}

async function workAt(
  station: RunningStation,
  printer: VirtualPrinter,
  dataDir: string,
  options: DayOptions,
): Promise<DayReport> {
  const { say } = options
  const random = createSeededRandom(options.seed)
  const killAt = new Set<number>()
  while (killAt.size < options.kills) killAt.add(5 + random.int(scansOf(options.orders)))
  const clerk = await createClerk({ station, killAt, random })
  try {
    return await workWith(clerk, printer, dataDir, { ...options, random, killAt })
  } catch (fault) {
    for (const line of clerk.trace.slice(-TRACE_SHOWN)) say(line)
    await clerk.page.screenshot({ path: join(dataDir, 'failed.png') }).catch(() => undefined)
    throw fault
  }
}

/** Last scans that are shown of a day that failed. */
const TRACE_SHOWN = 15

async function workWith(
  clerk: Clerk,
  printer: VirtualPrinter,
  dataDir: string,
  options: DayOptions & {
    readonly random: { int(below: number): number }
    readonly killAt: ReadonlySet<number>
  },
): Promise<DayReport> {
  const { say, random, killAt } = options
  const killed = killAt.size > 0
  const imported = await importFolder(dataDir, options.files)
  say(imported.summary)
  const ready = await countReady(clerk)
  say(`${ready} orders ready to pick`)
  const orders = Math.min(options.orders, ready)
  const lines = await receiveOne(clerk, random)
  say(`received ${lines} lines`)
  say(`put away ${await putAwayAll(clerk)} items`)
  const totes = await pickOrders(clerk, orders)
  say(`picked ${totes.length} orders`)
  await packTotes(clerk, totes, printer)
  const handed = await handOver(clerk)
  say(`handed over ${[...handed].map(([id, count]) => `${id} ${count}`).join(', ')}`)
  say(speeds(clerk))
  await filesSettled(dataDir)
  return {
    rules: [
      ...(await importRules(options.files, imported)),
      {
        name: `${options.orders} orders were ready`,
        breaches: ready < options.orders ? [`${ready}`] : [],
      },
      await budgetRule(clerk, { lines, orders, killed }),
      {
        name: `${clerk.cuts.length} cuts: it goes on where it was`,
        breaches: cutBreaches(clerk, killAt),
      },
      { name: 'no scan was refused', breaches: refusals(clerk, killed) },
      ...(await checkDay(clerk, printer, dataDir)),
    ],
  }
}

async function receiveOne(clerk: Clerk, random: { int(below: number): number }): Promise<number> {
  const orders = await readTable<PurchaseOrder>(clerk.page, 'purchaseOrders')
  const open = orders.filter((order) => order.state === 'open' && order.lines.length <= 20)
  const order = open[random.int(open.length)]
  if (!order) throw new Error('no purchase order to receive')
  return receiveOrder(clerk, order.id)
}

/** The screen that a scanned code opens; undefined: it opens none. */
function screenOfCode(code: string): string | undefined {
  const command = parseCommandCode(code)
  if (command?.kind !== 'command' || !isScreenVerb(command.verb)) return undefined
  return SCREEN_VERBS[command.verb]
}

/** A cut falls into one scan: after it the station stands where it stood or one command further, on the
 *  same screen or the one that was scanned, and nothing that was acknowledged is gone. */
function cutBreaches({ cuts }: Clerk, killAt: ReadonlySet<number>): string[] {
  const breaches = cuts.flatMap(({ code, before, after }) => {
    const more = after.commands - before.commands
    const isSame =
      before.station === 'home' || [before.station, screenOfCode(code)].includes(after.station)
    const told = `${before.station} ${before.state} -> ${after.station} ${after.state}`
    // The station itself notes that the host has taken a label, which may be as late as the next scan.
    const noted = after.station === 'pack' ? 1 : 0
    return isSame && more >= 0 && more <= 1 + noted ? [] : [`${told}, ${more} commands`]
  })
  return cuts.length < killAt.size
    ? [...breaches, `only ${cuts.length} of ${killAt.size}`]
    : breaches
}

/** After a cut a clerk scans again what he does not know to be taken: that may be refused. */
const refusals = (clerk: Clerk, killed: boolean) =>
  killed ? [] : clerk.refusals.map(({ raw, code, words }) => `${raw}: ${code} ${words}`)

function speeds({ answerMs }: Clerk): string {
  const sorted = [...answerMs].sort((a, b) => a - b)
  const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0)
  return `${sorted.length} scans, answered in p50 ${at(0.5)} ms, p95 ${at(0.95)} ms (keys included)`
}

/** Papers are made beside the work: waits until the folder of exports stands still. */
async function filesSettled(dataDir: string): Promise<void> {
  const size = () => {
    try {
      const folder = join(dataDir, 'exports')
      return readdirSync(folder).reduce(
        (sum, name) => sum + 1 + statSync(join(folder, name)).size,
        0,
      )
    } catch {
      return 0
    }
  }
  for (let same = 0, last = -1; same < 5; ) {
    await new Promise((resolve) => setTimeout(resolve, 300))
    const now = size()
    same = now === last ? same + 1 : 0
    last = now
  }
}
