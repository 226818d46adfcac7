import type { PrinterSetup } from './printerSetup.ts'
import type { PrintMark } from './printJob.ts'
import type { PrintStore } from './printStore.ts'

/** Marks that tell something on another connection, too. */
const lastingMarks: readonly PrintMark['kind'][] = ['counter', 'spooled']

/** What was being sent when the host died and cannot be proved (any more) is asked of a person at once;
 *  the rest is left to the printers' writers. */
export async function settleInterrupted(
  store: PrintStore,
  printers: readonly PrinterSetup[],
): Promise<void> {
  const known = new Set(printers.map(({ profile }) => profile.printerId))
  for (const { jobId, printerId, document, state, mark } of store.all()) {
    if (state !== 'sending') continue
    if (mark && lastingMarks.includes(mark.kind) && known.has(printerId)) continue
    await store.move(jobId, 'unknown', [{ code: 'PRN-040', params: { no: document.no } }])
  }
}
