import type { PrinterProfile } from '@/document/printerProfile.ts'
import { printerTalk } from '@/document/printerTalk.ts'
import { usableProof } from '@/document/usableProof.ts'
import type { LabelProof } from '../transport/transport.ts'
import { counterProof } from './counterProof.ts'
import { processIdProof } from './processIdProof.ts'
import { statusProof } from './statusProof.ts'

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
