export type PrinterLanguage = 'tspl' | 'zpl' | 'escpos' | 'cpcl' | 'pdf'

/** Languages that take a picture of dots. */
export type RasterLanguage = Exclude<PrinterLanguage, 'pdf'>

/** How it is known that a label came out: the printer gives its id back, it counts, a component
 *  tells, or it answers once the label is done. */
export type PrintProof = 'processId' | 'counter' | 'notice' | 'status' | 'none'

/** What must be known of a printer to draw and to speak to it. `dotsPerMm` 8 is "203 dpi", 11.811
 *  is "300 dpi"; `density` (to 15) and `speed` (inches a second) 0 leave the printer's own setting. */
export interface PrinterProfile {
  readonly printerId: string
  readonly language: PrinterLanguage
  readonly dotsPerMm: 8 | 11.811
  readonly headDots: number
  readonly media: 'gap' | 'mark' | 'continuous'
  /** Between two labels, or the height of a black mark; on continuous paper what is fed after one. */
  readonly gapMm: number
  /** What the printer does with a label that came out. */
  readonly finish: 'tearOff' | 'peel' | 'cut'
  /** `plain` writes pictures in hexadecimal only, for old firmware and clones. */
  readonly pictures: 'packed' | 'plain'
  readonly density: number
  readonly speed: number
  readonly offsetXMm: number
  readonly offsetYMm: number
  readonly threshold: number
  readonly proof: PrintProof
}

/** Luminance below which a pixel prints black: 184 to 200 read best at 6 pt on 8 dots/mm. */
export const THRESHOLD_DEFAULT = 190

/** An 80 or 108 mm label printer at 8 dots/mm that speaks TSPL, gap media. */
export function defaultProfile(printerId: string): PrinterProfile {
  return {
    printerId,
    language: 'tspl',
    dotsPerMm: 8,
    headDots: 864,
    media: 'gap',
    gapMm: 2,
    finish: 'tearOff',
    pictures: 'packed',
    density: 0,
    speed: 0,
    offsetXMm: 0,
    offsetYMm: 0,
    threshold: THRESHOLD_DEFAULT,
    proof: 'none',
  }
}

/** The widest a print can be, dots; an office printer that takes PDF has no head that counts. */
export function widestDots({ language, headDots }: PrinterProfile): number {
  return language === 'pdf' ? Number.POSITIVE_INFINITY : headDots
}

/** Millimetres as whole dots. Example: 100 mm at 8 dots/mm -> 800. */
export function mmToDots(mm: number, profile: Pick<PrinterProfile, 'dotsPerMm'>): number {
  return Math.round(mm * profile.dotsPerMm)
}

/** Points (1/72 inch) as whole pixels of type. Example: 6 pt at 8 dots/mm -> 17. */
export function ptToPx(pt: number, profile: Pick<PrinterProfile, 'dotsPerMm'>): number {
  return Math.round((pt * 25.4 * profile.dotsPerMm) / 72)
}
