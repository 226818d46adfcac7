import { encodeCpcl } from './cpcl/encodeCpcl.ts'
import type { Bitmap } from './dotOp.ts'
import { encodeEscpos } from './escpos/encodeEscpos.ts'
import type { PrinterProfile, RasterLanguage } from './printerProfile.ts'
import { shiftBitmap } from './shiftBitmap.ts'
import { encodeTspl } from './tspl/encodeTspl.ts'
import { type Deflate, encodeZpl } from './zpl/encodeZpl.ts'

const encoders: Readonly<
  Record<RasterLanguage, (bitmap: Bitmap, profile: PrinterProfile, deflate: Deflate) => Uint8Array>
> = { tspl: encodeTspl, zpl: encodeZpl, escpos: encodeEscpos, cpcl: encodeCpcl }

/** A bitmap as the bytes of a printer's language, moved by the printer's offset. PDF is not made
 *  from the bitmap but from the ops. `deflate` makes a zlib stream, for ZPL. */
export function encodeLabel(
  bitmap: Bitmap,
  profile: PrinterProfile & { readonly language: RasterLanguage },
  deflate: Deflate,
): Uint8Array {
  return encoders[profile.language](shiftBitmap(bitmap, profile), profile, deflate)
}
