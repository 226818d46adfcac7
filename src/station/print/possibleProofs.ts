import type { PrintProof } from '@/document/printerProfile.ts'
import { printerTalk } from '@/document/printerTalk.ts'
import { type PrinterSetup, talkingTransports } from './printerSetup.ts'

/** A proof that a printer of the settings cannot give: its name, what was asked, what it can give. */
export interface ImpossibleProof {
  readonly printer: string
  readonly proof: PrintProof
  readonly possible: readonly PrintProof[]
}

/** The proofs that a printer can give by its language, over its way. Examples: CPCL over TCP -> status, none;
 *  TSPL behind CUPS -> none, for the printer itself cannot be asked there. */
export function possibleProofs({ profile, transport }: PrinterSetup): PrintProof[] {
  if (transport.kind === 'component') return ['notice', 'none']
  const { language } = profile
  if (language === 'pdf' || !talkingTransports.includes(transport.kind)) return ['none']
  const { counter, receipt, statusProves } = printerTalk[language]
  const given: readonly (readonly [PrintProof, boolean])[] = [
    ['counter', counter !== undefined],
    ['processId', receipt !== undefined],
    ['status', statusProves],
    ['none', true],
  ]
  return given.flatMap(([proof, can]) => (can ? [proof] : []))
}

/** The first printer whose proof is none that it can give; undefined: all are well. */
export function findImpossibleProof(
  printers: readonly PrinterSetup[],
): ImpossibleProof | undefined {
  const found = printers.find((setup) => !possibleProofs(setup).includes(setup.profile.proof))
  if (!found) return undefined
  const { name: printer, profile } = found
  return { printer, proof: profile.proof, possible: possibleProofs(found) }
}
