import type { PrintIntent } from '@/domain/record/outbound.ts'
import type { StationAlert } from '../shell/stationStatus.ts'
import type { HostJob } from './matchPrints.ts'
import { type PrintersView, printerTrouble } from './stationPrinters.ts'

/** Why the label that a person waits for cannot come out now; null = nothing is known to stand in its way.
 *  `prints`: every print of its number, oldest first; `jobs`: those that wait at the host. Example: its
 *  printer has no paper. A label that was sent is not asked about: it lies on the printer. */
export function labelTrouble(
  prints: readonly PrintIntent[],
  jobs: ReadonlyMap<string, HostJob>,
  { printers, fault }: PrintersView,
): StationAlert | null {
  const print = prints.at(-1)
  switch (print?.state) {
    case 'queued':
      return fault
    case 'refused':
      return print.why ?? null
    case 'accepted': {
      const printerId = jobs.get(print.id)?.printerId
      const printer = printers?.find((each) => each.printerId === printerId)
      return printer ? printerTrouble(printer) : null
    }
    default:
      return null
  }
}
