import type { PrinterProfile } from '@/document/printerProfile.ts'
import { printerTalk } from '@/document/printerTalk.ts'
import type { LabelProof } from '../transport/transport.ts'
import { counterProof } from './counterProof.ts'
import { processIdProof } from './processIdProof.ts'
import { statusProof } from './statusProof.ts'

/** The proof of a printer; undefined where it gives none by itself. `freshId` makes a process id. */
export function labelProof(profile: PrinterProfile, freshId: () => string): LabelProof | undefined {
  const { language, proof } = profile
  if (language === 'pdf') return undefined
  const { counter, receipt, statusProves } = printerTalk[language]
  if (proof === 'counter' && counter) return counterProof(language, counter)
  if (proof === 'processId' && receipt) return processIdProof(language, receipt, freshId)
  return proof === 'status' && statusProves ? statusProof(language) : undefined
}
