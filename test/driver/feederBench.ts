import type { TestWarehouse } from './testWarehouse.ts'
import { runCommand } from '@/app/runCommand.ts'
import { readPaperWords } from '@/ui/paper/readPaperWords.ts'
import type { LabelPrinter, LabelRequest } from '@/ui/print/labelRequest.ts'
import type { PrintAnswer, PrintFault } from '@/ui/print/printAnswer.ts'
import { type PrintFeeder, createPrintFeeder } from '@/ui/print/printFeeder.ts'

/** A feeder over a test warehouse, with a host that says what a test tells it to. */
export interface FeederBench {
  readonly sent: LabelRequest[]
  readonly faults: PrintFault[]
  readonly filed: string[]
  /** The waiting retries; calling one is its time having come. */
  readonly retries: (() => void)[]
  answer: PrintAnswer
  /** What the host says to single labels, by number; all others get `answer`. */
  readonly answers: Map<string, PrintAnswer>
  printers: readonly LabelPrinter[] | null
  /** A host that works; null = one that says `answer`. */
  host: ((request: LabelRequest) => Promise<PrintAnswer>) | null
  start(): PrintFeeder
  stop(): void
}

/** Printer `p1`, any paper, and a host that takes everything. */
export function openFeederBench(world: TestWarehouse): FeederBench {
  let feeder: PrintFeeder | null = null
  const bench: FeederBench = {
    sent: [],
    faults: [],
    filed: [],
    retries: [],
    answer: { ok: true },
    answers: new Map(),
    printers: [{ printerId: 'p1', dotsPerMm: 8 }],
    host: null,
    stop: () => feeder?.stop(),
    start() {
      feeder = createPrintFeeder({
        data: world.db,
        timers: {
          after: (_delayMs, run) => {
            bench.retries.push(run)
            return () => undefined
          },
        },
        printers: () => bench.printers,
        atText: String,
        words: () => readPaperWords('zh-CN'),
        sender: () => ({ name: '仓台书店', phone: '', address: '浙江省杭州市', isMasked: true }),
        operatorId: () => 'op1',
        submit: async (request) => {
          bench.sent.push(request)
          if (bench.host) return bench.host(request)
          return bench.answers.get(request.document.no.split(' ')[0] ?? '') ?? bench.answer
        },
        filePaper: async (paper) => {
          bench.filed.push(`${paper.kind} ${paper.no}`)
          return { ok: true }
        },
        record: async (args) => {
          await runCommand(world, world.newId(), 'printing.recordPrint', args)
        },
        heard: (fault) => bench.faults.push(fault),
      })
      return feeder
    },
  }
  return bench
}
