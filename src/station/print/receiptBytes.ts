import { pictureBands } from '@/document/escpos/encodeEscpos.ts'
import type { Bitmap } from '@/document/dotOp.ts'
import type { PrinterProfile } from '@/document/printerProfile.ts'
import { shiftBitmap } from '@/document/shiftBitmap.ts'

/** ESC @: what was set before is of no account. */
const INIT = [0x1b, 0x40]
const LINE_MM = 25.4 / 6
/** From the head to the cutter: what is fed less stays in the printer or is cut through. */
const TO_CUTTER_MM = 16

/** A receipt as ESC/POS, put together by node-thermal-printer. All of it is a picture: that package writes
 *  Chinese by code pages, and after one rare character in the wrong one (商品 comes out as 睛墒). Its
 *  buffer is all that is taken; it never speaks to a printer here. */
export async function receiptBytes(bitmap: Bitmap, profile: PrinterProfile): Promise<Uint8Array> {
  // Only stations with a receipt printer need it.
  const { default: thermal } = await import('node-thermal-printer')
  // Without an interface it has no way to any printer.
  const builder = new thermal.ThermalPrinter({ type: thermal.PrinterTypes.EPSON, interface: '' })
  builder.add(Buffer.from(INIT))
  for (const part of pictureBands(shiftBitmap(bitmap, profile))) builder.add(Buffer.from(part))
  const feedMm = Math.max(profile.gapMm, TO_CUTTER_MM)
  for (let fed = 0; fed < feedMm; fed += LINE_MM) builder.newLine()
  if (profile.finish === 'cut') builder.partialCut({ verticalTabAmount: 0 })
  return builder.getBuffer() ?? new Uint8Array()
}
