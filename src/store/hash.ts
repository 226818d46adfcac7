import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson } from '@/kernel/json.ts'

/** SHA-256 of the canonical JSON, hex. Synchronous on purpose: WebCrypto is asynchronous and must not
 *  run inside a transaction. */
export function hashOf(value: unknown): string {
  return textHash(canonicalJson(value))
}

/** SHA-256 of a text in UTF-8, hex. */
export function textHash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)))
}

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
