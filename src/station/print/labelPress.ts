import { deflateSync } from 'node:zlib'
import { encodeLabel } from '@/document/encodeLabel.ts'
import type { Bitmap, DotOp } from '@/document/dotOp.ts'
import type { LabelModel } from '@/document/labelModel.ts'
import { layoutLabel } from '@/document/layoutLabel.ts'
import { lintLabel } from '@/document/lintLabel.ts'
import type { PrinterProfile } from '@/document/printerProfile.ts'
import type { LabelFonts } from './labelFonts.ts'
import { type LabelImages, noImages } from './labelImages.ts'
import type { PrintNotice } from './printJob.ts'
import { rasterLabel } from './rasterLabel.ts'
import { receiptBytes } from './receiptBytes.ts'
import { renderLabelPdf } from './renderLabelPdf.ts'

/** Turns label models into dots and bytes with one set of fonts and pictures. */
export interface LabelPress {
  /** Reasons to refuse; empty means print. */
  check(label: LabelModel, profile: PrinterProfile): PrintNotice[]
  draw(label: LabelModel, profile: PrinterProfile): Bitmap
  /** The bytes for the printer's language. */
  encode(label: LabelModel, profile: PrinterProfile): Promise<Uint8Array>
  /** The bytes of a receipt: fed off its roll and cut where the printer speaks ESC/POS. */
  receipt(label: LabelModel, profile: PrinterProfile): Promise<Uint8Array>
}

/** A press for all printers of this host. */
export function createLabelPress(fonts: LabelFonts, images: LabelImages = noImages): LabelPress {
  const means = { ...fonts, images }
  const ops = (label: LabelModel, profile: PrinterProfile): DotOp[] =>
    layoutLabel(label, profile, fonts.metrics)
  const draw = (label: LabelModel, profile: PrinterProfile) =>
    rasterLabel(ops(label, profile), label, profile, means)
  const encode = async (label: LabelModel, profile: PrinterProfile) => {
    const { language } = profile
    if (language === 'pdf') {
      const page = { label, ops: ops(label, profile), dotsPerMm: profile.dotsPerMm }
      return renderLabelPdf([page], means)
    }
    return encodeLabel(draw(label, profile), { ...profile, language }, deflateSync)
  }
  return {
    check: (label, profile) =>
      lintLabel(label, profile, means).map(({ code, params }) => ({ code, params })),
    draw,
    encode,
    receipt: (label, profile) =>
      profile.language === 'escpos'
        ? receiptBytes(draw(label, profile), profile)
        : encode(label, profile),
  }
}
