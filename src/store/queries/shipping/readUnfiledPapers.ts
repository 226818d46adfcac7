import type { StationData } from '../stationData.ts'

export interface UnfiledPaper {
  readonly kind: 'receipt' | 'manifest'
  readonly id: string
}

/** Papers looked at in one go; the next look finds the rest. */
const PAPERS_MAX = 1_000

/** Posted receipts and closed manifests whose papers were not made yet, receipts first. `made`: ids of
 *  those that were. */
export async function readUnfiledPapers(
  data: StationData,
  made: readonly string[],
): Promise<UnfiledPaper[]> {
  const known = new Set(made)
  const [receipts, manifests] = await Promise.all([
    data.documents('receipts').where('state').equals('posted').limit(PAPERS_MAX).toArray(),
    data
      .documents('manifests')
      .filter((row) => row.state === 'closed')
      .limit(PAPERS_MAX)
      .toArray(),
  ])
  return [
    ...receipts.map(({ id }) => ({ kind: 'receipt' as const, id })),
    ...manifests.map(({ id }) => ({ kind: 'manifest' as const, id })),
  ].filter(({ id }) => !known.has(id))
}
