import type { Bitmap } from './dotOp.ts'
import type { PrinterLanguage, PrinterProfile } from './printerProfile.ts'
import { encodeTspl } from './tspl/encodeTspl.ts'

type RasterLanguage = Exclude<PrinterLanguage, 'pdf'>

const encoders: Readonly<
  Record<RasterLanguage, (bitmap: Bitmap, profile: PrinterProfile) => Uint8Array>
> = { tspl: encodeTspl }

/** A bitmap as the bytes of a printer's language. PDF is not made from the bitmap but from the ops. */
export function encodeLabel(
  bitmap: Bitmap,
  profile: PrinterProfile & { readonly language: RasterLanguage },
): Uint8Array {
  return encoders[profile.language](bitmap, profile)
}
