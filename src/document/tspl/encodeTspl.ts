import type { Bitmap } from '../dotOp.ts'
import { mmToDots, type PrinterProfile } from '../printerProfile.ts'

const LINE_END = '\r\n'

/** One label as TSPL: the whole picture as one BITMAP, one copy. TSPL prints 0 as black, so every
 *  byte is inverted, the padding of a row too. Example: see the golden bytes in the test. */
export function encodeTspl(bitmap: Bitmap, profile: PrinterProfile): Uint8Array {
  const { bytesPerRow, heightDots } = bitmap
  const size = `SIZE ${inMm(bitmap.widthDots, profile)} mm,${inMm(heightDots, profile)} mm`
  const offset = `${mmToDots(profile.offsetXMm, profile)},${mmToDots(profile.offsetYMm, profile)}`
  const head = [
    size,
    mediaLine(profile),
    ...(profile.density > 0 ? [`DENSITY ${profile.density}`] : []),
    ...(profile.speed > 0 ? [`SPEED ${profile.speed}`] : []),
    'DIRECTION 1',
    `REFERENCE ${offset}`,
    'CLS',
    `BITMAP 0,0,${bytesPerRow},${heightDots},0,`,
  ].join(LINE_END)
  return joinBytes([
    ascii(head),
    bitmap.bits.map((byte) => ~byte),
    ascii(`${LINE_END}PRINT 1,1${LINE_END}`),
  ])
}

function mediaLine(profile: PrinterProfile): string {
  if (profile.media === 'continuous') return 'GAP 0 mm,0 mm'
  return `${profile.media === 'mark' ? 'BLINE' : 'GAP'} ${profile.gapMm} mm,0 mm`
}

function inMm(dots: number, profile: PrinterProfile): string {
  return String(Math.round((dots / profile.dotsPerMm) * 100) / 100)
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0))
}

function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
