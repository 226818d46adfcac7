import { printerTalk } from './printerTalk.ts'
import type { PrinterProfile, PrintProof } from './printerProfile.ts'

/** The proof that a printer's language can give; `none` where the profile asks for another.
 *  Example: CPCL with `counter` -> none, for it does not count. */
export function usableProof({
  language,
  proof,
}: Pick<PrinterProfile, 'language' | 'proof'>): PrintProof {
  if (language === 'pdf') return 'none'
  const { counter, receipt, statusProves } = printerTalk[language]
  const can: Readonly<Record<PrintProof, boolean>> = {
    counter: counter !== undefined,
    processId: receipt !== undefined,
    status: statusProves,
    notice: true,
    none: true,
  }
  return can[proof] ? proof : 'none'
}
