import { asciiBytes, joinBytes } from '../byteText.ts'
import type { Bitmap } from '../dotOp.ts'
import type { PrinterProfile } from '../printerProfile.ts'

const LINE_END = '\r\n'
const finish = { tearOff: [], peel: ['SET PEEL ON'], cut: ['SET CUTTER 1'] } as const

/** One label as TSPL: the whole picture as one BITMAP, one copy. TSPL prints 0 as black, so every
 *  byte is inverted, the padding of a row too. Example: see the golden bytes in the test. */
export function encodeTspl(bitmap: Bitmap, profile: PrinterProfile): Uint8Array {
  const { bytesPerRow, heightDots } = bitmap
  const head = [
    `SIZE ${inMm(bitmap.widthDots, profile)} mm,${inMm(heightDots, profile)} mm`,
    mediaLine(profile),
    ...finish[profile.finish],
    ...(profile.density > 0 ? [`DENSITY ${profile.density}`] : []),
    ...(profile.speed > 0 ? [`SPEED ${profile.speed}`] : []),
    'DIRECTION 1',
    'REFERENCE 0,0',
    'CLS',
    `BITMAP 0,0,${bytesPerRow},${heightDots},0,`,
  ].join(LINE_END)
  return joinBytes([
    asciiBytes(head),
    inverted(bitmap.bits),
    asciiBytes(`${LINE_END}PRINT 1,1${LINE_END}`),
  ])
}

/** A loop: calling a function for each byte of a label takes as long as packing it. */
function inverted(bits: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(bits.length)
  for (let at = 0; at < bits.length; at += 1) bytes[at] = ~(bits[at] ?? 0)
  return bytes
}

function mediaLine(profile: PrinterProfile): string {
  if (profile.media === 'continuous') return 'GAP 0 mm,0 mm'
  return `${profile.media === 'mark' ? 'BLINE' : 'GAP'} ${profile.gapMm} mm,0 mm`
}

function inMm(dots: number, profile: PrinterProfile): string {
  return String(Math.round((dots / profile.dotsPerMm) * 100) / 100)
}
