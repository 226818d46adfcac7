import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson } from '@/kernel/json.ts'

/** SHA-256 that has taken in the beginning of some texts: each rest is hashed on from there. Synchronous
 *  on purpose: WebCrypto is asynchronous and must not run inside a transaction. */
export interface BegunHash {
  /** SHA-256 of the beginning and `rest` in UTF-8, hex. */
  with(rest: string): string
}

export function beginHash(text: string): BegunHash {
  const begun = sha256.create().update(utf8ToBytes(text))
  return { with: (rest) => bytesToHex(begun.clone().update(utf8ToBytes(rest)).digest()) }
}

/** SHA-256 of bytes, hex. */
export const hashBytes = (bytes: Uint8Array): string => bytesToHex(sha256(bytes))

export const EMPTY_AUDIT_HASH = '0'.repeat(64)

/** The next link of the audit chain: SHA-256 over the last hash (32 bytes) and the row's text. */
export function chainHash(previousHex: string, row: object): string {
  const previous = Uint8Array.from(previousHex.match(/../g) ?? [], (hex) =>
    Number.parseInt(hex, 16),
  )
  const text = utf8ToBytes(canonicalJson(row))
  const joined = new Uint8Array(previous.length + text.length)
  joined.set(previous)
  joined.set(text, previous.length)
  return bytesToHex(sha256(joined))
}
