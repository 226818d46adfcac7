import { createHash } from 'node:crypto'

/** Hex SHA-256 of bytes: the fingerprint by which the same file twice is known. */
export function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
