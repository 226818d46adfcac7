import { createInbox } from './inbox.ts'
import type { Transport } from './transport.ts'

/** Parts of a label on their way: small enough that a stop is noticed soon. */
const PART_BYTES = 4_096

/** An open wire of this computer: a serial port or a device file. */
export interface Wire {
  /** Resolves when the system has taken the bytes; rejects where it takes none or the wire is gone. */
  write(bytes: Uint8Array): Promise<void>
  close(): Promise<void>
}

export interface WireEvents {
  onBytes(bytes: Uint8Array): void
  onFault(fault: Error): void
}

/** A printer on a wire that carries bytes both ways. */
export function createWireTransport(
  connect: (limitMs: number, events: WireEvents) => Promise<Wire>,
): Transport {
  const inbox = createInbox()
  let wire: Wire | undefined
  const opened = () => {
    if (wire === undefined) throw new Error('not open')
    return wire
  }
  return {
    async open(limitMs) {
      wire = await connect(limitMs, {
        onBytes: (bytes) => inbox.push(bytes),
        onFault: (fault) => inbox.fail(fault),
      })
    },
    async send(bytes, onHandedOver) {
      inbox.clear()
      for (let from = 0; from < bytes.length; from += PART_BYTES) {
        const part = bytes.subarray(from, from + PART_BYTES)
        const failure = inbox.failure()
        if (failure) throw failure
        onHandedOver(part.length)
        await opened().write(part)
      }
    },
    async ask(query, isComplete, limitMs) {
      inbox.clear()
      await opened().write(query)
      return inbox.wait(isComplete, limitMs)
    },
    listen: (isComplete, limitMs) => inbox.wait(isComplete, limitMs),
    async close(isSettled = false) {
      await wire?.close()
      wire = undefined
      const failure = inbox.failure()
      if (failure && !isSettled) throw failure
    },
  }
}
