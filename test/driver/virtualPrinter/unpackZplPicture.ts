import { inflateSync } from 'node:zlib'

/** The bytes of a ^GFA field from hexadecimal, run-length coded or Z64 text; undefined where the sum
 *  of Z64 is wrong: the printer leaves that picture out. Throws where the counts do not fit. */
export function unpackZplPicture(
  text: string,
  byteCount: number,
  bytesPerRow: number,
): Uint8Array | undefined {
  const bytes = text.startsWith(':Z64:') ? inflate(text) : unrun(text, byteCount, bytesPerRow)
  if (bytes && bytes.length !== byteCount)
    throw new Error(`${bytes.length} picture bytes, ${byteCount} were announced`)
  return bytes
}

function inflate(text: string): Uint8Array | undefined {
  const [, , base64 = '', sum = ''] = text.split(':')
  if (xmodem(Buffer.from(base64, 'latin1')) !== Number.parseInt(sum, 16)) return undefined
  return inflateSync(Buffer.from(base64, 'base64'))
}

const sums = Uint16Array.from({ length: 256 }, (_, byte) => {
  let sum = byte << 8
  for (let bit = 0; bit < 8; bit += 1) sum = (sum << 1) ^ (sum & 0x8000 ? 0x1021 : 0)
  return sum
})

function xmodem(bytes: Uint8Array): number {
  let sum = 0
  for (const byte of bytes) sum = ((sum << 8) ^ (sums[(sum >> 8) ^ byte] ?? 0)) & 0xffff
  return sum
}

/** G–Y repeat the next digit 1–19 times, g–z 20–400 times; `,` fills the row with 0, `!` with F,
 *  `:` repeats the row above. */
function unrun(text: string, byteCount: number, bytesPerRow: number): Uint8Array {
  const perRow = bytesPerRow * 2
  let digits = ''
  let count = 0
  for (const char of text.replaceAll(/\s/g, '')) {
    const left = perRow - (digits.length % perRow)
    if (char >= 'G' && char <= 'Y') count += char.charCodeAt(0) - 0x46
    else if (char >= 'g' && char <= 'z') count += (char.charCodeAt(0) - 0x66) * 20
    else if (char === ',') digits += '0'.repeat(left)
    else if (char === '!') digits += 'F'.repeat(left)
    else if (char === ':') digits += digits.slice(-perRow)
    else {
      if (!/^[\dA-Fa-f]$/.test(char)) throw new Error(`no digit: ${char}`)
      digits += char.repeat(count || 1)
      count = 0
    }
  }
  if (digits.length !== byteCount * 2) throw new Error(`${digits.length / 2} of ${byteCount} bytes`)
  return Uint8Array.from(Buffer.from(digits, 'hex'))
}
