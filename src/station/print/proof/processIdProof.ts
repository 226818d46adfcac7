import { setTimeout as sleep } from 'node:timers/promises'
import type { RasterLanguage } from '@/document/printerProfile.ts'
import { type PrinterReceipt, printerTalk } from '@/document/printerTalk.ts'
import { conditionNotice, STATUS_ANSWER_MS_MAX } from '../askCondition.ts'
import type { LabelProof, ProofVerdict, ProofWatch, Transport } from '../transport/transport.ts'

/** How long a printer without a fault may take from the last byte to giving the id back. */
export const PROCESS_ID_MS_MAX = 10_000
const LISTEN_MS = 400
const PACE_MS = 50

/** The printer gives back the id that follows the label once that label is printed. The answer is for
 *  this connection only: after a break nobody can be asked but a person. */
export function processIdProof(
  language: RasterLanguage,
  receipt: PrinterReceipt,
  freshId: () => string,
): LabelProof {
  return {
    isLasting: false,
    mark: async () => ({ kind: 'processId', id: freshId() }),
    tail: (mark) => (mark.kind === 'processId' ? receipt.tail(mark.id) : new Uint8Array()),
    async prove(transport, mark, watch) {
      if (mark.kind !== 'processId') return 'unknown'
      const isMine = (sofar: Uint8Array) =>
        receipt.isComplete(sofar) && receipt.parse(sofar) === mark.id
      return watchId({ transport, language, isMine }, watch)
    },
  }
}

interface Listening {
  readonly transport: Transport
  readonly language: RasterLanguage
  readonly isMine: (sofar: Uint8Array) => boolean
}

async function watchId(
  { transport, language, isMine }: Listening,
  watch: ProofWatch,
): Promise<ProofVerdict> {
  const { status } = printerTalk[language]
  const isHeard = (sofar: Uint8Array) => isMine(sofar) || status.isComplete(sofar)
  for (let movedMs = watch.monoMs(); !watch.isOver(); ) {
    // Nothing may be awaited between the two: a question forgets what was said before it.
    const said = (await transport.listen?.(isMine, LISTEN_MS)) ?? 'silent'
    if (said !== 'silent') return 'printed'
    const answer = await transport.ask(status.query, isHeard, STATUS_ANSWER_MS_MAX)
    if (answer !== 'silent' && isMine(answer)) return 'printed'
    const notice = answer === 'silent' ? undefined : conditionNotice(status.parse(answer))
    if (answer !== 'silent') await watch.stands(notice)
    const nowMs = watch.monoMs()
    if (notice) movedMs = nowMs
    if (nowMs - movedMs > PROCESS_ID_MS_MAX) return 'unknown'
    if (answer === 'silent') await sleep(PACE_MS)
  }
  return 'over'
}
