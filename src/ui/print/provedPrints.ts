import type { Committed } from '@/app/ports/ledger.ts'

/** Numbers whose printed label a commit has just proved: the host is told, so that it does not ask a
 *  person about them. Example: a scan-back of 7700001 -> ['7700001']. */
export function provedPrints({ puts }: Pick<Committed, 'puts'>): string[] {
  const nos = puts.flatMap((item) =>
    item.table === 'printIntents' && item.row.state === 'proved' ? [item.row.no] : [],
  )
  return [...new Set(nos)]
}

/** Manifests that a commit has just closed: their paper is to be made. */
export function closedManifests({ puts }: Pick<Committed, 'puts'>): string[] {
  return puts.flatMap((item) =>
    item.table === 'manifests' && item.row.state === 'closed' ? [item.row.id] : [],
  )
}
