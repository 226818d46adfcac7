import type { ScanEvent } from '@/domain/barcode/scanEvent.ts'

/** Why a scan cannot be worked on, although it must be answered; null: it can. */
export type ScanFault = 'partial' | 'composed' | 'repeat'

export interface ScanInput {
  readonly scan: ScanEvent
  readonly fault: ScanFault | null
}

/** Works on one scan; the next one waits until the promise settles. */
export type ScanConsumer = (input: ScanInput) => void | Promise<void>

/** Longer queues mean that nobody looks at the answers any more. */
export const SCAN_QUEUE_MAX = 200

export interface ScanQueue {
  /** False when the queue is full and the scan was not taken. */
  add(input: ScanInput): boolean
  /** Without a consumer scans wait: none is lost while a screen loads. */
  setConsumer(consumer: ScanConsumer | null): void
  /** Scans that wait, the one in work included. */
  waiting(): number
}

/** First in, first out. A consumer that fails is reported and does not stop the next scan. */
export function createScanQueue(report: {
  readonly changed: () => void
  readonly failed: (error: unknown, input: ScanInput) => void
}): ScanQueue {
  const waiting: ScanInput[] = []
  let consumer: ScanConsumer | null = null
  let busy = false

  async function drain(): Promise<void> {
    if (busy) return
    busy = true
    for (let input = waiting[0]; input !== undefined && consumer !== null; input = waiting[0]) {
      try {
        await consumer(input)
      } catch (error) {
        report.failed(error, input)
      }
      waiting.shift()
      report.changed()
    }
    busy = false
  }

  return {
    add(input) {
      if (waiting.length >= SCAN_QUEUE_MAX) return false
      waiting.push(input)
      report.changed()
      void drain()
      return true
    },
    setConsumer(next) {
      consumer = next
      void drain()
    },
    waiting: () => waiting.length,
  }
}
