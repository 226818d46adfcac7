import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { systemClock } from '@/kernel/clock.ts'
import { createPrintService, type PrintService } from '@/station/print/printService.ts'
import { decodeLabel } from './decodeLabel.ts'
import { type PrivateCups, startPrivateCups } from './privateCups.ts'
import { tcpPrinter, toteRequest } from './printBench.ts'
import { startVirtualPrinter, type VirtualPrinter } from './virtualPrinter/virtualPrinter.ts'

/** How a shift ended. A breach is a label on paper twice, one that is nowhere, or a job left in doubt. */
export interface CupsSum {
  readonly labels: number
  readonly proved: number
  /** Labels of which a person said that they did not come out, and that were printed again. */
  readonly asked: number
  readonly doubled: readonly string[]
  readonly missing: readonly string[]
  readonly open: readonly string[]
}

const LABEL_MS = 12
/** So long a packer waits for a label before the print list is looked at. */
const PATIENCE_MS = 3_000
const POLL_MS = 20
const RESUME_MS = 1_000
const TRIES_MAX = 5
/** A label that is not settled by then hangs: the shift ends with its name. */
const LABEL_MS_MAX = 60_000
/** After so many labels the shift says how far it is. */
const SAY_EVERY = 10

interface Bench {
  readonly printer: VirtualPrinter
  readonly cups: PrivateCups
  readonly service: PrintService
}

/** What goes wrong at which part of the shift, while a label is under way. */
const troubles: readonly (readonly [part: number, act: (bench: Bench) => Promise<void>])[] = [
  [0.2, async ({ printer }) => printer.setFault({ kind: 'reset', afterBytes: 3_000 })],
  [0.4, async ({ printer }) => printer.setFault({ kind: 'cutAfterLast' })],
  [0.6, ({ cups }) => sleep(60).then(() => cups.restart('SIGTERM'))],
  [0.8, ({ cups }) => sleep(60).then(() => cups.restart('SIGKILL'))],
]

/** A packer prints so many labels through a CUPS of its own, scans each back, and answers for those that
 *  did not come out, while the line breaks and CUPS is started anew. `say` hears how far it is. */
export async function tortureCups(
  labels: number,
  say: (line: string) => void = () => undefined,
): Promise<CupsSum> {
  const dir = await mkdtemp(join(tmpdir(), 'packline-shift-'))
  const printer = await startVirtualPrinter({ labelMs: LABEL_MS })
  const cups = await startPrivateCups(printer.port)
  const setup = { ...tcpPrinter(0), transport: { kind: 'cups', url: cups.url } } as const
  const service = await createPrintService({ dir, clock: systemClock, printers: [setup] })
  try {
    const bench = { printer, cups, service }
    let asked = 0
    const startedMs = systemClock.monoMs()
    for (let n = 1; n <= labels; n += 1) {
      const trouble = troubles.find(([part]) => n === Math.ceil(part * labels))
      asked += await packOne(bench, n, trouble?.[1])
      const secs = Math.round((systemClock.monoMs() - startedMs) / 1_000)
      if (n % SAY_EVERY === 0) say(`${n} of ${labels} labels, ${asked} asked, ${secs} s`)
    }
    return { labels, asked, ...(await compare(bench, labels)) }
  } finally {
    await service.close()
    await cups.close()
    await printer.close()
    await rm(dir, { recursive: true, force: true })
  }
}

/** One parcel: its label is printed until it can be scanned back. Says how often it was asked for. */
async function packOne(
  bench: Bench,
  n: number,
  trouble?: (bench: Bench) => Promise<void>,
): Promise<number> {
  const { printer, service } = bench
  for (let revision = 0; revision < TRIES_MAX; revision += 1) {
    const first = toteRequest(n)
    const key = `${first.key}-${revision}`
    const document = { ...first.document, revision }
    const again = revision === 0 ? {} : { reason: 'missing' }
    const before = printer.labels().length
    const going = revision === 0 ? trouble?.(bench) : undefined
    await service.submit({ ...first, key, document, ...again })
    await settled(bench, key)
    await going
    await printer.loadPaper()
    if (await cameOut(printer, before, document.no)) {
      await service.markProved(document.no)
      return revision
    }
    await service.markMissing(key)
  }
  throw new Error(`label ${n} never came out`)
}

/** Resolves when nothing more is done for a job; a queue that stopped is started again. Rejects where that
 *  takes longer than any fault excuses. */
async function settled({ service, cups, printer }: Bench, key: string): Promise<void> {
  const startedMs = systemClock.monoMs()
  for (let ms = 0; ; ms += POLL_MS) {
    const state = service.jobs().find(({ jobId }) => jobId === key)?.state
    if (state !== 'queued' && state !== 'sending') return
    if (systemClock.monoMs() - startedMs > LABEL_MS_MAX)
      throw new Error(`${key} is still ${state}; printer ${service.status()[0]?.state}`)
    if (ms % RESUME_MS === RESUME_MS - POLL_MS && service.status()[0]?.state === 'paused') {
      await printer.loadPaper()
      await cups.resume()
    }
    await sleep(POLL_MS)
  }
}

async function cameOut(printer: VirtualPrinter, before: number, no: string): Promise<boolean> {
  for (let ms = 0; ms < PATIENCE_MS; ms += POLL_MS) {
    for (const { png } of printer.labels().slice(before))
      if ((await decodeLabel(png))[0]?.text === no) return true
    await sleep(POLL_MS)
  }
  return false
}

async function compare({ printer, service }: Bench, labels: number) {
  const out = new Map<string, number>()
  for (const { png } of printer.labels()) {
    const code = (await decodeLabel(png))[0]?.text ?? 'unreadable'
    out.set(code, (out.get(code) ?? 0) + 1)
  }
  const wanted = Array.from({ length: labels }, (_, i) => toteRequest(i + 1).document.no)
  const isOpen = ({ state }: { readonly state: string }) =>
    state !== 'printed' && state !== 'failed'
  return {
    proved: service.jobs().filter(({ state }) => state === 'printed').length,
    doubled: [...out].filter(([, times]) => times > 1).map(([code]) => code),
    missing: wanted.filter((no) => !out.has(no)),
    open: service
      .jobs()
      .filter(isOpen)
      .map(({ jobId }) => jobId),
  }
}
