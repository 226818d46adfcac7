/** The zone in which Chinese shops and their platforms tell moments, whatever the computer is set to. */
export const SHOP_ZONE_NAME = 'Asia/Shanghai'

/** How a moment is written: to the second, to the minute, or only the hour and minute of a recent one. */
export type MomentStyle = keyof typeof formats

/** Swedish writes a moment as ISO 8601 and GB/T 7408 do: the same on screens, labels and papers in
 *  every language, and as wide in every row. Kept: making one takes longer than drawing a row. */
const formatOf = (style: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('sv-SE', { ...style, timeZone: SHOP_ZONE_NAME })

const formats = {
  full: formatOf({ dateStyle: 'short', timeStyle: 'medium' }),
  minute: formatOf({ dateStyle: 'short', timeStyle: 'short' }),
  clock: formatOf({ timeStyle: 'short' }),
}

/** An instant (ms UTC) as people read it, in the shop's zone; calendar days `…On` are written the same
 *  way already. Example: 1793584800000 -> `2026-11-02 10:00`. */
export const momentText = (atMs: number, style: MomentStyle = 'minute'): string =>
  formats[style].format(atMs)
