import { setTimeout as sleep } from 'node:timers/promises'
import type { RasterLanguage } from '@/document/printerProfile.ts'
import { printerTalk } from '@/document/printerTalk.ts'
import { conditionNotice } from '../askCondition.ts'
import type { LabelProof } from '../transport/transport.ts'

/** A printer that prints says nothing until it is done: a label and a feed take no longer. */
const ANSWER_MS_MAX = 2_000
const STATUS_PROOF_MS_MAX = 30_000
const PACE_MS = 50

/** The status question on the same connection is answered only once the label before it is done. */
export function statusProof(language: RasterLanguage): LabelProof {
  const { status } = printerTalk[language]
  return {
    isLasting: false,
    mark: async () => ({ kind: 'status' }),
    tail: () => new Uint8Array(),
    async prove(transport, _mark, watch) {
      for (let movedMs = watch.monoMs(); !watch.isOver(); await sleep(PACE_MS)) {
        const answer = await transport.ask(status.query, status.isComplete, ANSWER_MS_MAX)
        if (answer !== 'silent') {
          const condition = status.parse(answer)
          if (condition === 'ready') return watch.hasStood() ? 'unknown' : 'printed'
          const notice = conditionNotice(condition)
          await watch.stands(notice)
          if (notice) movedMs = watch.monoMs()
        }
        if (watch.monoMs() - movedMs > STATUS_PROOF_MS_MAX) return 'unknown'
      }
      return 'over'
    },
  }
}
