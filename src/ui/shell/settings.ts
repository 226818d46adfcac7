import { LOCALES, type Locale } from '../words/i18n.ts'

export type Theme = 'day' | 'night' | 'contrast'
export const THEMES: readonly Theme[] = ['day', 'night', 'contrast']

export type Hand = 'right' | 'left'
export const HANDS: readonly Hand[] = ['right', 'left']

/** `auto`: as is usual in the language of the screen. */
export type VoiceChoice = 'auto' | 'on' | 'off'
const VOICE_CHOICES: readonly VoiceChoice[] = ['auto', 'on', 'off']

/** What a person sets for this screen; kept on the device. */
export interface Settings {
  readonly locale: Locale
  readonly theme: Theme
  /** Where the commands are: beside the hand that taps them. */
  readonly hand: Hand
  readonly diagonalInch: number
  readonly distanceM: number
  /** 0..100. */
  readonly volume: number
  readonly muted: boolean
  readonly voice: VoiceChoice
}

/** True where answers are also told by a voice: usual on a Chinese station, on request elsewhere. */
export function isVoiceOn({ voice, locale }: Pick<Settings, 'voice' | 'locale'>): boolean {
  return voice === 'auto' ? locale === 'zh-CN' : voice === 'on'
}

export interface Limits {
  readonly min: number
  readonly max: number
  readonly step: number
}
export const DIAGONAL_INCH: Limits = { min: 4, max: 55, step: 0.1 }
export const DISTANCE_M: Limits = { min: 0.3, max: 4, step: 0.1 }
export const VOLUME: Limits = { min: 0, max: 100, step: 10 }

const DEFAULTS: Settings = {
  locale: 'zh-CN',
  theme: 'day',
  hand: 'right',
  diagonalInch: 21.5,
  distanceM: 2,
  volume: 80,
  muted: false,
  voice: 'auto',
}

/** A likely set-up for a screen nobody has described yet. widthPx, heightPx: CSS px of the screen.
 *  Example: 360 × 640 -> a handheld of 5 inches, read from 0.5 m. */
export function guessSettings(locale: Locale, widthPx: number, heightPx: number): Settings {
  const base = { ...DEFAULTS, locale }
  const shortPx = Math.min(widthPx, heightPx)
  if (shortPx < 600) return { ...base, diagonalInch: 5, distanceM: 0.5 }
  if (shortPx < 780) return { ...base, diagonalInch: 15.6 }
  if (shortPx <= 900) return { ...base, diagonalInch: 10.1, distanceM: 1.5 }
  return base
}

/** Reads kept settings; what is missing, of another type or out of its limits is taken from `base`.
 *  text null: nothing was kept. Never throws. */
export function parseSettings(text: string | null, base: Settings): Settings {
  const kept = parseObject(text)
  return {
    locale: oneOf(LOCALES, kept.locale, base.locale),
    theme: oneOf(THEMES, kept.theme, base.theme),
    hand: oneOf(HANDS, kept.hand, base.hand),
    diagonalInch: within(DIAGONAL_INCH, kept.diagonalInch, base.diagonalInch),
    distanceM: within(DISTANCE_M, kept.distanceM, base.distanceM),
    volume: within(VOLUME, kept.volume, base.volume),
    muted: typeof kept.muted === 'boolean' ? kept.muted : base.muted,
    voice: oneOf(VOICE_CHOICES, kept.voice, base.voice),
  }
}

function parseObject(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

function oneOf<T extends string>(allowed: readonly T[], value: unknown, otherwise: T): T {
  return allowed.find((each) => each === value) ?? otherwise
}

function within({ min, max }: Limits, value: unknown, otherwise: number): number {
  return typeof value === 'number' && value >= min && value <= max ? value : otherwise
}
