import { asciiBytes, hexBytes, joinBytes } from '../byteText.ts'
import type { Bitmap } from '../dotOp.ts'
import type { PrinterProfile } from '../printerProfile.ts'

const LINE_END = '\r\n'
const CONTRAST_STEP = 5
const SPEED_MAX = 5
const sensor = { gap: [], mark: ['BAR-SENSE'], continuous: ['JOURNAL'] } as const

/** One label as CPCL, one copy: the picture as raw bytes (CG) where the profile says `packed`, else
 *  in hexadecimal (EG), which passes any line. Example: see the golden bytes in the test. */
export function encodeCpcl(bitmap: Bitmap, profile: PrinterProfile): Uint8Array {
  const { widthDots, heightDots, bytesPerRow, bits } = bitmap
  const { density, speed } = profile
  const command = profile.pictures === 'packed' ? 'CG' : 'EG'
  const head = [
    `! 0 200 200 ${heightDots} 1`,
    `PAGE-WIDTH ${widthDots}`,
    ...sensor[profile.media],
    ...(density > 0 ? [`CONTRAST ${Math.ceil(density / CONTRAST_STEP)}`] : []),
    ...(speed > 0 ? [`SPEED ${Math.min(SPEED_MAX, speed)}`] : []),
    `${command} ${bytesPerRow} ${heightDots} 0 0 `,
  ].join(LINE_END)
  const end = profile.media === 'continuous' ? ['', 'PRINT', ''] : ['', 'FORM', 'PRINT', '']
  return joinBytes([
    asciiBytes(head),
    command === 'CG' ? bits : hexBytes(bits),
    asciiBytes(end.join(LINE_END)),
  ])
}
