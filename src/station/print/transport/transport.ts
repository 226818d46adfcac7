import type { PrinterCondition } from '@/document/printerCondition.ts'
import type { PrintMark, PrintNotice } from '../printJob.ts'

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

/** What a proof found: the label is on paper, was passed on to where nobody looks, surely is not on
 *  paper, nobody can say; `over`: there was no more reason to look. */
export type ProofVerdict = 'printed' | 'sent' | 'notPrinted' | 'unknown' | 'over'

/** Who waits for a proof. */
export interface ProofWatch {
  /** The printer waits for a person, or (undefined) does not any more. */
  stands(notice: PrintNotice | undefined): Promise<void>
  /** It stood during this label: what was in it may be printed again by itself, or not at all. */
  hasStood(): boolean
  /** The host ends, or a person has settled the label meanwhile. */
  isOver(): boolean
  monoMs(): number
}

/** How one printer proves that a label came out. */
export interface LabelProof {
  /** The proof can still be had on another connection, after a break or a restart. */
  readonly isLasting: boolean
  /** What must be on disk before the first byte; silent where the printer does not answer now. */
  mark(transport: Transport): Promise<PrintMark | 'silent'>
  /** What follows the label's own bytes. */
  tail(mark: PrintMark): Uint8Array
  /** Looks until there is a verdict. Rejects where the connection breaks or nothing is answered. */
  prove(transport: Transport, mark: PrintMark, watch: ProofWatch): Promise<ProofVerdict>
}
