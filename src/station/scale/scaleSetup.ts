import { z } from 'zod'
import { type PlainUnit, type ScaleKind, scaleKinds } from '@/domain/weighing/scaleReading.ts'

/** How a scale is reached and what it speaks. */
export interface ScaleSetup {
  /** `virtual`: the scale on the screen. */
  readonly kind: ScaleKind | 'virtual'
  /** A serial port; for USB scales the path of the device, '' = the first one there. */
  readonly path: string
  readonly baud: number
  /** What a number stands for where the frames name no unit. */
  readonly unit: PlainUnit
}

const BAUD_USUAL = 9_600

/** The `scale` of the settings. */
export const scaleSetting = z
  .strictObject({
    kind: z.enum(scaleKinds),
    path: z.string().max(256).default(''),
    baud: z.int().min(300).max(115_200).default(BAUD_USUAL),
    unit: z.enum(['g', 'kg']).default('kg'),
  })
  .refine(({ kind, path }) => kind === 'hid' || path !== '', { path: ['path'], error: 'missing' })

/** The scale of `--scale PATH:KIND`, or undefined when the text is not that. The path of a USB scale may be
 *  empty. Examples: `/dev/ttyUSB0:a9`, `COM3:sics`, `:hid`. */
export function scaleOfFlag(text: string): ScaleSetup | undefined {
  const cut = text.lastIndexOf(':')
  if (cut < 0) return undefined
  const read = scaleSetting.safeParse({ path: text.slice(0, cut), kind: text.slice(cut + 1) })
  return read.success ? read.data : undefined
}

/** The scale on the screen. */
export const virtualScale: ScaleSetup = { kind: 'virtual', path: '', baud: BAUD_USUAL, unit: 'g' }
