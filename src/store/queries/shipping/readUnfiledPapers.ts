import type { StationData } from '../stationData.ts'

export interface UnfiledPaper {
  readonly kind: 'receipt' | 'manifest'
  readonly id: string
  /** The document and the command that wrote it last: done again after an UNDO it is another paper. */
  readonly act: string
}

/** The newest papers are looked at: an older one was made long ago, or has been given up. */
export const PAPERS_MAX = 1_000

/** Posted receipts and closed manifests whose papers were not made yet, receipts first. `made`: acts
 *  of those that were. */
export async function readUnfiledPapers(
  data: StationData,
  made: readonly string[],
): Promise<UnfiledPaper[]> {
  const known = new Set(made)
  const [receipts, manifests] = await Promise.all([
    data
      .documents('receipts')
      .where('state')
      .equals('posted')
      .reverse()
      .limit(PAPERS_MAX)
      .toArray(),
    data
      .documents('manifests')
      .orderBy('id')
      .reverse()
      .filter((row) => row.state === 'closed')
      .limit(PAPERS_MAX)
      .toArray(),
  ])
  return [
    ...receipts.map((row) => ({ kind: 'receipt' as const, id: row.id, act: actOf(row) })),
    ...manifests.map((row) => ({ kind: 'manifest' as const, id: row.id, act: actOf(row) })),
  ].filter(({ act }) => !known.has(act))
}

const actOf = ({ id, rev = '' }: { readonly id: string; readonly rev?: string }) => `${id}@${rev}`
