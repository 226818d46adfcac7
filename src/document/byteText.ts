/** Text as bytes, one a character: for commands, which are ASCII. */
export function asciiBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at)
  return bytes
}

/** Bytes as text, one character a byte, so that a printer's answer can be searched. */
export function byteText(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
}

/** Parts one after the other. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

const HEX_DIGITS = asciiBytes('0123456789ABCDEF')

/** Upper-case hexadecimal as text bytes, two a byte: a label is too long to be put together as a
 *  string. Example: 80 01 -> "8001". */
export function hexBytes(bytes: Uint8Array): Uint8Array {
  const text = new Uint8Array(bytes.length * 2)
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    text[at * 2] = HEX_DIGITS[byte >> 4] ?? 0
    text[at * 2 + 1] = HEX_DIGITS[byte & 15] ?? 0
  }
  return text
}

const BASE64_DIGITS = asciiBytes('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/')
const BASE64_PAD = 0x3d

/** Base64 as text bytes. Example: 01 -> "AQ==". */
export function base64Bytes(bytes: Uint8Array): Uint8Array {
  const text = new Uint8Array(Math.ceil(bytes.length / 3) * 4).fill(BASE64_PAD)
  for (let at = 0, to = 0; at < bytes.length; at += 3, to += 4) {
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    const digits = Math.min(4, bytes.length - at + 1)
    for (let digit = 0; digit < digits; digit += 1)
      text[to + digit] = BASE64_DIGITS[(three >> (18 - digit * 6)) & 63] ?? 0
  }
  return text
}
