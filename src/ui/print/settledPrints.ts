import type { Committed } from '@/app/ports/ledger.ts'
import { type HostTell, toldToHost } from './matchPrints.ts'

/** What a commit settled about prints, for the host: a scan-back proves a label, so that nobody is asked
 *  about it; one that is not needed leaves the line. */
export function settledPrints({ puts }: Pick<Committed, 'puts'>): HostTell[] {
  return puts.flatMap((item) => {
    const tell = item.table === 'printIntents' ? toldToHost(item.row) : null
    return tell ? [tell] : []
  })
}

/** Manifests that a commit has just closed: their paper is to be made. */
export function closedManifests({ puts }: Pick<Committed, 'puts'>): string[] {
  return puts.flatMap((item) =>
    item.table === 'manifests' && item.row.state === 'closed' ? [item.row.id] : [],
  )
}
