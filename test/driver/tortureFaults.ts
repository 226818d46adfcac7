import { setTimeout as sleep } from 'node:timers/promises'
import type { RasterLanguage } from '@/document/printerProfile.ts'
import { printerTalk } from '@/document/printerTalk.ts'
import type { SeededRandom } from '@/kernel/random.ts'
import type { PrinterFault } from './virtualPrinter/printerFault.ts'
import type { VirtualPrinter } from './virtualPrinter/virtualPrinter.ts'

/** What a printer can do to us, and for how long. */
type FaultOrder = (printer: VirtualPrinter) => PrinterFault

const orders: readonly FaultOrder[] = [
  () => ({ kind: 'refuse' }),
  () => ({ kind: 'neverReads' }),
  () => ({ kind: 'slow', bytesPerSecond: 100_000 }),
  () => ({ kind: 'talksFirst' }),
  () => ({ kind: 'reset', afterBytes: 3_000 }),
  () => ({ kind: 'endsUnanswered' }),
  () => ({ kind: 'cutAfterLast' }),
  (printer) => ({ kind: 'paperOut', atLabel: printer.labels().length + 2 }),
  () => ({ kind: 'silent' }),
  () => ({ kind: 'splitAnswers' }),
  () => ({ kind: 'joinedAnswers' }),
]
/** A label that the printer takes and drops. Only a counter tells that: "done with everything before" is
 *  true of it, so ESC/POS and CPCL are spared; there the scan of the label is the proof. */
const lost: FaultOrder = (printer) => ({ kind: 'lost', atLabel: printer.labels().length + 3 })

const FAULT_MS = 350
const PAUSE_MS = 250

/** Sets one fault after the other, each for a while, and mends it; `stop` resolves with how often each
 *  was on. */
export function startFaults(
  printer: VirtualPrinter,
  language: RasterLanguage,
  random: SeededRandom,
): { stop(): Promise<Record<string, number>> } {
  const counts = printerTalk[language].counter !== undefined
  const kinds = counts ? [...orders, lost] : orders
  const times: Record<string, number> = {}
  let isOn = true
  const running = (async () => {
    for (let turn = 0; isOn; turn += 1) {
      const fault = kinds[turn % kinds.length]?.(printer)
      if (fault === undefined) return
      times[fault.kind] = (times[fault.kind] ?? 0) + 1
      printer.setFault(fault)
      await sleep(FAULT_MS + random.int(FAULT_MS))
      await printer.loadPaper()
      await sleep(random.int(PAUSE_MS))
    }
  })()
  return {
    async stop() {
      isOn = false
      await running
      return times
    },
  }
}
