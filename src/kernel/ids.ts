import type { Clock } from './clock.ts'
import type { Random } from './random.ts'

/** A string that must not be mixed up with another kind of string. */
export type Brand<Name extends string> = string & { readonly __brand: Name }

export type MovementId = Brand<'MovementId'>

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** UUIDv7 (RFC 9562): 48 bit milliseconds, then random bits; sorts by time of making. */
export function createId(clock: Clock, random: Random): string {
  const bytes = random.bytes(16)
  const atMs = clock.nowMs()
  for (let i = 0; i < 6; i += 1) bytes[i] = Math.floor(atMs / 2 ** (8 * (5 - i))) & 0xff
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  let hex = ''
  for (const byte of bytes) hex += HEX[byte]
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-')
}
