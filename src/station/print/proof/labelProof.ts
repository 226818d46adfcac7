import type { PrinterProfile } from '@/document/printerProfile.ts'
import { printerTalk } from '@/document/printerTalk.ts'
import { usableProof } from '@/document/usableProof.ts'
import type { PrintMark, PrintNotice } from '../printJob.ts'
import type { Transport } from '../transport/transport.ts'
import { counterProof } from './counterProof.ts'
import { processIdProof } from './processIdProof.ts'
import { statusProof } from './statusProof.ts'

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

/** The proof of a printer; undefined where it gives none by itself. `freshId` makes a process id. */
export function labelProof(profile: PrinterProfile, freshId: () => string): LabelProof | undefined {
  const { language } = profile
  if (language === 'pdf') return undefined
  const { counter, receipt } = printerTalk[language]
  const proof = usableProof(profile)
  if (proof === 'counter' && counter) return counterProof(language, counter)
  if (proof === 'processId' && receipt) return processIdProof(language, receipt, freshId)
  return proof === 'status' ? statusProof(language) : undefined
}
