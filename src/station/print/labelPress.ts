import { encodeLabel } from '@/document/encodeLabel.ts'
import type { Bitmap, DotOp } from '@/document/dotOp.ts'
import type { LabelModel } from '@/document/labelModel.ts'
import { layoutLabel } from '@/document/layoutLabel.ts'
import { lintLabel } from '@/document/lintLabel.ts'
import type { PrinterProfile } from '@/document/printerProfile.ts'
import type { LabelFonts } from './labelFonts.ts'
import type { PrintNotice } from './printJob.ts'
import { rasterLabel } from './rasterLabel.ts'
import { renderLabelPdf } from './renderLabelPdf.ts'

/** Turns label models into dots and bytes with one set of fonts. */
export interface LabelPress {
  /** Reasons to refuse; empty means print. */
  check(label: LabelModel, profile: PrinterProfile): PrintNotice[]
  draw(label: LabelModel, profile: PrinterProfile): Bitmap
  /** The bytes for the printer's language. */
  encode(label: LabelModel, profile: PrinterProfile): Promise<Uint8Array>
}

/** A press for all printers of this host. */
export function createLabelPress(fonts: LabelFonts): LabelPress {
  const ops = (label: LabelModel, profile: PrinterProfile): DotOp[] =>
    layoutLabel(label, profile, fonts.metrics)
  const draw = (label: LabelModel, profile: PrinterProfile) =>
    rasterLabel(ops(label, profile), label, profile, fonts)
  return {
    check: (label, profile) =>
      lintLabel(label, profile, fonts).map(({ code, params }) => ({ code, params })),
    draw,
    async encode(label, profile) {
      const { language } = profile
      if (language === 'pdf') {
        const page = { label, ops: ops(label, profile), dotsPerMm: profile.dotsPerMm }
        return renderLabelPdf([page], fonts.files)
      }
      return encodeLabel(draw(label, profile), { ...profile, language })
    },
  }
}
