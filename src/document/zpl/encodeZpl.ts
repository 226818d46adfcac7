import { asciiBytes, base64Bytes, hexBytes, joinBytes } from '../byteText.ts'
import type { Bitmap } from '../dotOp.ts'
import type { PrinterProfile } from '../printerProfile.ts'

/** Bytes as a zlib stream. It is handed in: the host's own is many times faster than one in script. */
export type Deflate = (bytes: Uint8Array) => Uint8Array

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
export function encodeZpl(bitmap: Bitmap, profile: PrinterProfile, deflate: Deflate): Uint8Array {
  const { density, speed } = profile
  const settings = [
    media[profile.media],
    finish[profile.finish],
    speed > 0 ? `^PR${Math.min(SPEED_MAX, Math.max(SPEED_MIN, speed))}` : '',
    '^PQ1',
  ].join('')
  const darkness = density > 0 ? `~SD${String(density * DENSITY_STEP).padStart(2, '0')}` : ''
  const size = `^PW${bitmap.widthDots}^LL${bitmap.heightDots}^LH0,0`
  return joinBytes([
    asciiBytes(`${darkness}^XA${settings}${size}`),
    ...pictureFields(bitmap, profile.pictures === 'packed' ? deflate : undefined),
    asciiBytes('^XZ'),
  ])
}

function pictureFields(bitmap: Bitmap, deflate: Deflate | undefined): Uint8Array[] {
  const { bytesPerRow, heightDots } = bitmap
  const bands = Math.ceil((bytesPerRow * heightDots) / ZPL_FIELD_BYTES_MAX)
  const rowsMax = Math.min(
    Math.ceil(heightDots / bands),
    Math.floor(ZPL_FIELD_BYTES_MAX / bytesPerRow),
  )
  const fields: Uint8Array[] = []
  for (let y = 0; y < heightDots; y += rowsMax) {
    const rows = Math.min(rowsMax, heightDots - y)
    const bytes = bitmap.bits.subarray(y * bytesPerRow, (y + rows) * bytesPerRow)
    const packed = deflate && z64(bytes, deflate)
    const isShorter = packed !== undefined && packed.length < bytes.length * 2
    const counts = `${bytes.length},${bytes.length},${bytesPerRow}`
    fields.push(
      asciiBytes(`^FO0,${y}^GFA,${counts},`),
      isShorter ? packed : hexBytes(bytes),
      asciiBytes('^FS'),
    )
  }
  return fields
}

/** Picture bytes as `:Z64:base64:CRC`: a zlib stream in base64, and CRC-16/XMODEM over that text.
 *  With a wrong sum the printer leaves the picture out. */
export function z64(bytes: Uint8Array, deflate: Deflate): Uint8Array {
  const text = base64Bytes(deflate(bytes))
  const sum = crc16(text).toString(16).toUpperCase().padStart(4, '0')
  return joinBytes([asciiBytes(':Z64:'), text, asciiBytes(`:${sum}`)])
}

const sums = Uint16Array.from({ length: 256 }, (_, byte) => {
  let sum = byte << 8
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 0x8000 ? (sum << 1) ^ 0x1021 : sum << 1
  return sum
})

/** CRC-16/XMODEM. Example: "123456789" -> 0x31c3. */
export function crc16(bytes: Uint8Array): number {
  let sum = 0
  for (const byte of bytes) sum = ((sum << 8) & 0xffff) ^ (sums[(sum >> 8) ^ byte] ?? 0)
  return sum
}
