import { zlibSync } from 'fflate'
import { asciiBytes, hexText } from '../byteText.ts'
import type { Bitmap } from '../dotOp.ts'
import type { PrinterProfile } from '../printerProfile.ts'

/** Bytes of one ^GF field, unpacked: older firmware takes no more. */
export const ZPL_FIELD_BYTES_MAX = 99_999
const DENSITY_STEP = 2
const SPEED_MIN = 2
const SPEED_MAX = 14
const media = { gap: '^MNY', mark: '^MNM', continuous: '^MNN' } as const
const finish = { tearOff: '', peel: '^MMP', cut: '^MMC' } as const

/** One label as ZPL: the picture in bands of at most 99,999 bytes, one copy. Where the profile says
 *  `packed`, a band is written as Z64 when that is shorter than hexadecimal.
 *  Example: see the golden bytes in the test. */
export function encodeZpl(bitmap: Bitmap, profile: PrinterProfile): Uint8Array {
  const { density, speed } = profile
  const settings = [
    media[profile.media],
    finish[profile.finish],
    speed > 0 ? `^PR${Math.min(SPEED_MAX, Math.max(SPEED_MIN, speed))}` : '',
    '^PQ1',
  ].join('')
  const darkness = density > 0 ? `~SD${String(density * DENSITY_STEP).padStart(2, '0')}` : ''
  const size = `^PW${bitmap.widthDots}^LL${bitmap.heightDots}^LH0,0`
  return asciiBytes(`${darkness}^XA${settings}${size}${pictureFields(bitmap, profile)}^XZ`)
}

function pictureFields(bitmap: Bitmap, { pictures }: PrinterProfile): string {
  const { bytesPerRow, heightDots } = bitmap
  const bands = Math.ceil((bytesPerRow * heightDots) / ZPL_FIELD_BYTES_MAX)
  const rowsMax = Math.min(
    Math.ceil(heightDots / bands),
    Math.floor(ZPL_FIELD_BYTES_MAX / bytesPerRow),
  )
  let fields = ''
  for (let y = 0; y < heightDots; y += rowsMax) {
    const rows = Math.min(rowsMax, heightDots - y)
    const bytes = bitmap.bits.subarray(y * bytesPerRow, (y + rows) * bytesPerRow)
    const hex = hexText(bytes)
    const packed = pictures === 'packed' ? z64(bytes) : hex
    const data = packed.length < hex.length ? packed : hex
    fields += `^FO0,${y}^GFA,${bytes.length},${bytes.length},${bytesPerRow},${data}^FS`
  }
  return fields
}

/** Picture bytes as `:Z64:base64:CRC`: a zlib stream in base64, and CRC-16/XMODEM over that text.
 *  With a wrong sum the printer leaves the picture out. */
export function z64(bytes: Uint8Array): string {
  const text = base64(zlibSync(bytes, { level: 6 }))
  return `:Z64:${text}:${crc16(text).toString(16).toUpperCase().padStart(4, '0')}`
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function base64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    text += sextet(three, 18) + sextet(three, 12)
    text += left > 1 ? sextet(three, 6) : '='
    text += left > 2 ? sextet(three, 0) : '='
  }
  return text
}

function sextet(three: number, shift: number): string {
  return ALPHABET[(three >> shift) & 63] ?? ''
}

/** CRC-16/XMODEM of ASCII text. Example: "123456789" -> 0x31c3. */
export function crc16(text: string): number {
  let sum = 0
  for (let at = 0; at < text.length; at += 1) {
    sum ^= text.charCodeAt(at) << 8
    for (let bit = 0; bit < 8; bit += 1)
      sum = (sum & 0x8000 ? (sum << 1) ^ 0x1021 : sum << 1) & 0xffff
  }
  return sum
}
