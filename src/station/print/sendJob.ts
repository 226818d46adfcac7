import type { RasterLanguage } from '@/document/printerProfile.ts'
import { askCondition, conditionNotice } from './askCondition.ts'
import type { PrintNotice } from './printJob.ts'
import type { Transport } from './transport/transport.ts'

export const CONNECT_MS_MAX = 3_000

/** How one try to send a label ended. `handedOver` is false while not one byte has left, which is
 *  the only case that may be tried again by itself. */
export type SendResult =
  | { readonly kind: 'sent'; readonly isSilent: boolean }
  | { readonly kind: 'waits'; readonly notice: PrintNotice }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'broken' }

export interface SendOrder {
  readonly transport: Transport
  readonly bytes: Uint8Array
  /** The language to ask in; undefined for printers that do not answer questions. */
  readonly asksIn: RasterLanguage | undefined
  /** Resolves when "sending" is on disk; called right before the first byte. */
  writeAhead(): Promise<void>
}

/** One try: connect, ask how the printer is, write ahead, hand over, end in order. */
export async function sendJob(order: SendOrder): Promise<SendResult> {
  const { transport } = order
  let handedOver = 0
  try {
    await transport.open(CONNECT_MS_MAX)
    const condition = order.asksIn ? await askCondition(transport, order.asksIn) : 'silent'
    const notice = conditionNotice(condition)
    if (notice !== undefined) {
      await transport.close()
      return { kind: 'waits', notice }
    }
    await order.writeAhead()
    await transport.send(order.bytes, (count) => {
      handedOver += count
    })
    await transport.close()
    return { kind: 'sent', isSilent: condition === 'silent' }
  } catch {
    // What broke does not matter, only whether anything had left.
    await transport.close().catch(() => undefined)
    return { kind: handedOver === 0 ? 'unreachable' : 'broken' }
  }
}
