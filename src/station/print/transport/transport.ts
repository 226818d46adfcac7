import type { PrinterCondition } from '@/document/printerCondition.ts'
import type { LabelProof } from '../proof/labelProof.ts'

/** One way to one printer for one job. */
export interface Transport {
  /** Rejects where the printer is not reached within the limit. */
  open(limitMs: number): Promise<void>
  /** `onHandedOver` is told before each part leaves: from then on it may be printed. */
  send(bytes: Uint8Array, onHandedOver: (byteCount: number) => void): Promise<void>
  /** What the printer says to a question; silent where it does not answer in time. What it said
   *  before is no answer. */
  ask(
    query: Uint8Array,
    isComplete: (sofar: Uint8Array) => boolean,
    limitMs: number,
  ): Promise<Uint8Array | 'silent'>
  /** What the printer says by itself, what it said since the last question included. Only where a
   *  printer itself is at the other end. */
  listen?(
    isComplete: (sofar: Uint8Array) => boolean,
    limitMs: number,
  ): Promise<Uint8Array | 'silent'>
  /** How the printer is, where a spooler knows it. */
  condition?(): Promise<PrinterCondition | 'silent'>
  /** What a spooler or a component says of its jobs; printers prove by what their language offers. */
  readonly proof?: LabelProof
  /** Ends in order. Rejects where the connection broke while bytes were under way; nothing is waited
   *  for where the label `isSettled`. */
  close(isSettled?: boolean): Promise<void>
}
