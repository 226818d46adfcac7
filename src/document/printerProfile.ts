export type PrinterLanguage = 'tspl' | 'pdf'

/** What must be known of a printer to draw and to speak to it. `dotsPerMm` 8 is "203 dpi", 11.811
 *  is "300 dpi"; `density` and `speed` 0 leave the printer's own setting. */
export interface PrinterProfile {
  readonly printerId: string
  readonly language: PrinterLanguage
  readonly dotsPerMm: 8 | 11.811
  readonly headDots: number
  readonly media: 'gap' | 'mark' | 'continuous'
  readonly gapMm: number
  readonly density: number
  readonly speed: number
  readonly offsetXMm: number
  readonly offsetYMm: number
  readonly threshold: number
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
    density: 0,
    speed: 0,
    offsetXMm: 0,
    offsetYMm: 0,
    threshold: THRESHOLD_DEFAULT,
  }
}

/** Millimetres as whole dots. Example: 100 mm at 8 dots/mm -> 800. */
export function mmToDots(mm: number, profile: Pick<PrinterProfile, 'dotsPerMm'>): number {
  return Math.round(mm * profile.dotsPerMm)
}

/** Points (1/72 inch) as whole pixels of type. Example: 6 pt at 8 dots/mm -> 17. */
export function ptToPx(pt: number, profile: Pick<PrinterProfile, 'dotsPerMm'>): number {
  return Math.round((pt * 25.4 * profile.dotsPerMm) / 72)
}
