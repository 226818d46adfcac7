import { setTimeout as sleep } from 'node:timers/promises'
import type { RasterLanguage } from '@/document/printerProfile.ts'
import { type PrinterQuestion, printerTalk } from '@/document/printerTalk.ts'
import { askCondition, askPrinter, conditionNotice, NO_ANSWER } from '../askCondition.ts'
import type { LabelProof, ProofVerdict, ProofWatch, Transport } from '../transport/transport.ts'

export const PROOF_POLL_MS = 50
/** Two idle answers this far apart with nothing in the buffer: nothing more will come out. */
export const QUIET_MS = 500
/** After new paper a printer may print the label again: so long it is given to begin. */
export const STOOD_QUIET_MS = 5_000
/** A label takes no longer than this without the printer saying why. */
export const PROOF_MS_MAX = 30_000
/** Questions in a row without an answer before the connection is given up. */
export const SILENT_MAX = 3

/** The printer counts its labels: one more means that this one came out, for nobody else prints there
 *  and the one before it was settled first. */
export function counterProof(
  language: RasterLanguage,
  counter: PrinterQuestion<number | undefined>,
): LabelProof {
  return {
    isLasting: true,
    async mark(transport) {
      const before = await askPrinter(transport, counter)
      return before === 'silent' || before === undefined ? 'silent' : { kind: 'counter', before }
    },
    tail: () => new Uint8Array(),
    async prove(transport, mark, watch) {
      if (mark.kind !== 'counter') return 'unknown'
      return watchCounter({ transport, language, counter }, mark.before, watch)
    },
  }
}

interface Counting {
  readonly transport: Transport
  readonly language: RasterLanguage
  readonly counter: PrinterQuestion<number | undefined>
}

async function watchCounter(
  at: Counting,
  before: number,
  watch: ProofWatch,
): Promise<ProofVerdict> {
  const startMs = watch.monoMs()
  let movedMs = startMs
  let quietSinceMs: number | undefined
  for (let silences = 0; !watch.isOver(); await sleep(PROOF_POLL_MS)) {
    // The condition first: a label that comes out between the two questions is counted.
    const condition = await askCondition(at.transport, at.language)
    const count = await askPrinter(at.transport, at.counter)
    if (typeof count === 'number' && count !== before)
      return count === before + 1 ? 'printed' : 'unknown'
    const isSilent = condition === 'silent' || typeof count !== 'number'
    silences = isSilent ? silences + 1 : 0
    if (silences >= SILENT_MAX) {
      // Where silence means that paper is missing, what is in the printer may yet come out by itself.
      if (printerTalk[at.language].silenceIsStatus) await watch.stands(NO_ANSWER)
      throw new Error('the printer does not answer')
    }
    const notice = isSilent ? undefined : conditionNotice(condition)
    if (!isSilent) await watch.stands(notice)
    const nowMs = watch.monoMs()
    if (notice) movedMs = nowMs
    if (nowMs - movedMs > PROOF_MS_MAX) return 'unknown'
    quietSinceMs = condition === 'ready' && !isSilent ? (quietSinceMs ?? nowMs) : undefined
    if (quietSinceMs === undefined) continue
    const quietMs = nowMs - quietSinceMs
    if (watch.hasStood() ? quietMs >= STOOD_QUIET_MS : quietMs >= QUIET_MS)
      return watch.hasStood() ? 'unknown' : 'notPrinted'
  }
  return 'over'
}
