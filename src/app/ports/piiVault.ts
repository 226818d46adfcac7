import type { Json } from '@/kernel/json.ts'
import type { PiiRow } from '@/domain/record/person.ts'

/** The plain personal data of one receiver or contact, before sealing or after a reasoned reveal. */
export interface PersonalData {
  readonly name: string
  readonly mobile: string
  readonly tel: string
  readonly detail: string
}

/** Encrypts personal data before a transaction opens; nothing but ciphertext is ever stored. */
export interface PiiVault {
  seal(id: string, data: PersonalData): Promise<PiiRow>
  /** Throws where the row was damaged, moved to another id, or sealed with another key. */
  open(row: PiiRow): Promise<PersonalData>
  /** Keyed hash: tells whether something with personal data in it changed, without letting anyone guess
   *  the data from the hash. */
  fingerprint(data: Json): Promise<string>
}
