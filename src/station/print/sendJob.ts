import { setTimeout as sleep } from 'node:timers/promises'
import type { PrinterCondition } from '@/document/printerCondition.ts'
import type { RasterLanguage } from '@/document/printerProfile.ts'
import { askCondition, conditionNotice, NO_ANSWER } from './askCondition.ts'
import type { PrintMark, PrintNotice } from './printJob.ts'
import { PROOF_POLL_MS, QUIET_MS } from './proof/counterProof.ts'
import type { LabelProof, ProofVerdict, ProofWatch, Transport } from './transport/transport.ts'

export const CONNECT_MS_MAX = 3_000
/** How long one try waits for a printer to end what it does. */
export const IDLE_WAIT_MS_MAX = 10_000

/** How one try to send a label ended. `unreachable` is said while not one byte has left, which is
 *  the only case that may be tried again by itself; `broken` is the opposite. */
export type SendResult =
  | { readonly kind: 'sent'; readonly isSilent: boolean }
  | { readonly kind: 'proved'; readonly verdict: ProofVerdict }
  | { readonly kind: 'waits'; readonly notice: PrintNotice }
  | { readonly kind: 'busy' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'broken' }

export interface SendOrder {
  readonly transport: Transport
  readonly bytes: Uint8Array
  /** The language to ask in; undefined for printers that do not answer questions. */
  readonly asksIn: RasterLanguage | undefined
  readonly proof: LabelProof | undefined
  /** The label before this one ended in doubt: it must not be taken for this one. */
  readonly needsQuiet: boolean
  readonly watch: ProofWatch
  /** The host ends. */
  isStopping(): boolean
  /** Resolves when "sending" is on disk; called right before the first byte. */
  writeAhead(mark: PrintMark | undefined): Promise<void>
}

/** One try: connect, wait until the printer is idle, write ahead, hand over, look for the proof, end
 *  in order. */
export async function sendJob(order: SendOrder): Promise<SendResult> {
  const { transport } = order
  const handedOver = { bytes: 0 }
  try {
    await transport.open(CONNECT_MS_MAX)
    return await sendOpen(order, handedOver)
  } catch {
    // What broke does not matter, only whether anything had left.
    await transport.close().catch(() => undefined)
    return { kind: handedOver.bytes === 0 ? 'unreachable' : 'broken' }
  }
}

async function sendOpen(order: SendOrder, handedOver: { bytes: number }): Promise<SendResult> {
  const { transport, bytes, proof, watch } = order
  const condition = await untilIdle(order)
  const stop = stopOf(order, condition)
  if (stop) {
    await transport.close()
    return stop
  }
  const mark = await proof?.mark(transport)
  if (mark === 'silent') {
    await transport.close()
    return { kind: 'waits', notice: NO_ANSWER }
  }
  await order.writeAhead(mark)
  const count = (byteCount: number) => {
    handedOver.bytes += byteCount
  }
  await transport.send(mark && proof ? joined(bytes, proof.tail(mark)) : bytes, count)
  if (proof === undefined || mark === undefined) {
    await transport.close()
    return { kind: 'sent', isSilent: condition === 'silent' }
  }
  const verdict = await proof.prove(transport, mark, watch)
  // Whether it came out is known: what becomes of the connection is of no interest.
  await transport.close(true).catch(() => undefined)
  return { kind: 'proved', verdict }
}

/** The first condition that is not `busy`; `busy` where that takes too long. */
async function untilIdle(order: SendOrder): Promise<PrinterCondition | 'silent'> {
  const { watch } = order
  const startMs = watch.monoMs()
  for (let idleMs = startMs; ; await sleep(PROOF_POLL_MS)) {
    const condition = await conditionOf(order)
    // Without a proof the printer may as well hold the next label in its memory.
    if (condition === 'busy' && !order.proof) return 'ready'
    const nowMs = watch.monoMs()
    if (condition === 'busy') idleMs = nowMs
    else if (
      condition !== 'ready' ||
      !order.needsQuiet ||
      !order.proof ||
      nowMs - idleMs >= QUIET_MS
    )
      return condition
    if (nowMs - startMs > IDLE_WAIT_MS_MAX || order.isStopping()) return 'busy'
  }
}

async function conditionOf({ transport, asksIn }: SendOrder): Promise<PrinterCondition | 'silent'> {
  if (asksIn) return askCondition(transport, asksIn)
  return (await transport.condition?.()) ?? 'silent'
}

/** Why nothing is sent now; undefined: it is. A printer that proves its labels must answer. */
function stopOf(
  { proof }: SendOrder,
  condition: PrinterCondition | 'silent',
): SendResult | undefined {
  if (condition === 'busy') return { kind: 'busy' }
  const notice = condition === 'silent' && proof ? NO_ANSWER : conditionNotice(condition)
  return notice && { kind: 'waits', notice }
}

function joined(bytes: Uint8Array, tail: Uint8Array): Uint8Array {
  return tail.length === 0 ? bytes : Buffer.concat([bytes, tail])
}
