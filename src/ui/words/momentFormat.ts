/** How a moment is written: `full` day and second, `minute` day and minute, `clock` hour and minute. */
export type MomentStyle = keyof typeof styles

const SHOP_ZONE = 'Asia/Shanghai'

const styles = {
  full: { dateStyle: 'short', timeStyle: 'medium', timeZone: SHOP_ZONE },
  minute: { dateStyle: 'short', timeStyle: 'short', timeZone: SHOP_ZONE },
  clock: { hour: '2-digit', minute: '2-digit' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>

const made = new Map<string, Intl.DateTimeFormat>()

/** Writes moments (ms since 1970) in a language. Kept: making one takes longer than drawing a row. */
export function momentFormat(language: string, style: MomentStyle): Intl.DateTimeFormat {
  const key = `${language} ${style}`
  const known = made.get(key)
  if (known) return known
  const format = new Intl.DateTimeFormat(language, styles[style])
  made.set(key, format)
  return format
}
