import type { BinId, SkuId } from '../record/place.ts'
import { type Decision, accept, put } from '../stock/decision.ts'

export interface OpenCountArgs {
  readonly binId: BinId
  readonly skuId: SkuId
  readonly docRef: string
}

export interface OpenCountFacts {
  readonly commandId: string
  readonly atMs: number
}

/** A bin that should be empty by the book is not: it is to be counted. */
export function openCount({ commandId, atMs }: OpenCountFacts, args: OpenCountArgs): Decision {
  const row = { ...args, reason: 'zeroCheck', state: 'open', openedAtMs: atMs } as const
  return accept([], [put('countTasks', { id: `count:${commandId}`, ...row })])
}
