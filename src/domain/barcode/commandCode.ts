import { assert } from '@/kernel/assert.ts'
import { checkCharOf, hasValidCheckChar } from './mod3736.ts'

/** First letters of every command code and badge; no barcode of a SKU may start with them. */
export const COMMAND_PREFIX = 'ZQ'
/** Whether a code would be read as a command, so that nothing else may be called so. Example: zqok -> true. */
export function isReserved(code: string): boolean {
  return code.trim().toUpperCase().startsWith(COMMAND_PREFIX)
}
/** Length of a badge: `ZQB`, 26 Crockford base32 characters, the check character. */
export const BADGE_LENGTH = 30
export const MULTIPLIER_MIN = 2
export const MULTIPLIER_MAX = 99

/** Screens that a command code opens, by their name in `data-station`. */
export const SCREEN_VERBS = {
  GORCV: 'receive',
  GOPUT: 'putaway',
  GOPIK: 'pick',
  GOPAK: 'pack',
  GOSHP: 'ship',
  GORET: 'return',
  GOCNT: 'count',
  GOBRD: 'board',
  GODEV: 'devices',
  GOSYN: 'sync',
  GOSTK: 'stock',
  GOIMP: 'import',
  GOORD: 'orders',
  GOPRN: 'prints',
  GOTPL: 'templates',
} as const

/** What each verb means, in words of the code. The text for people is `command.<verb>`. */
export const COMMAND_VERBS = {
  OK: 'confirm',
  UNDO: 'undo',
  SKIP: 'skip',
  SHORT: 'shortPick',
  DAMAG: 'damaged',
  PHOTO: 'photo',
  PRINT: 'print',
  REPRN: 'reprint',
  NEWBX: 'newCarton',
  WEIGH: 'weigh',
  TARE: 'tare',
  HOLD: 'hold',
  HELP: 'help',
  BACK: 'back',
  HOME: 'home',
  NEXT: 'next',
  PREV: 'previous',
  GRDA: 'gradeResell',
  GRDB: 'gradeDefective',
  GRDC: 'gradeScrap',
  GRDX: 'gradeToSupplier',
  YES: 'yes',
  NO: 'no',
  LOCK: 'leave',
  NIGHT: 'switchTheme',
  LANG: 'switchLanguage',
  HANDL: 'leftHand',
  HANDR: 'rightHand',
  MUTE: 'mute',
  N1: 'number',
  N2: 'number',
  N3: 'number',
  N4: 'number',
  N5: 'number',
  N6: 'number',
  N7: 'number',
  N8: 'number',
  N9: 'number',
  GORCV: 'openScreen',
  GOPUT: 'openScreen',
  GOPIK: 'openScreen',
  GOPAK: 'openScreen',
  GOSHP: 'openScreen',
  GORET: 'openScreen',
  GOCNT: 'openScreen',
  GOBRD: 'openScreen',
  GODEV: 'openScreen',
  GOSYN: 'openScreen',
  GOSTK: 'openScreen',
  GOIMP: 'openScreen',
  GOORD: 'openScreen',
  GOPRN: 'openScreen',
  GOTPL: 'openScreen',
} as const

export type CommandVerb = keyof typeof COMMAND_VERBS
export type ScreenVerb = keyof typeof SCREEN_VERBS
export type ScreenId = (typeof SCREEN_VERBS)[ScreenVerb]

/** The commands that give a number by scan, as a key and Enter do: reasons and rows are chosen by them. */
export const NUMBER_VERBS = ['N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7', 'N8', 'N9'] as const

/** The number that a command gives; null = it gives none. Example: N3 -> 3. */
export function numberOfVerb(verb: CommandVerb): number | null {
  const at = NUMBER_VERBS.findIndex((each) => each === verb)
  return at === -1 ? null : at + 1
}

/** Each command that has a key of its own, by the key's `event.code`. */
export const COMMAND_KEYS: Readonly<Record<string, CommandVerb>> = {
  Enter: 'OK',
  NumpadEnter: 'OK',
  F1: 'HELP',
  F2: 'UNDO',
  F3: 'SKIP',
  F4: 'SHORT',
  F6: 'DAMAG',
  F7: 'REPRN',
  F8: 'NEWBX',
  F9: 'HOLD',
  F10: 'NO',
  F11: 'YES',
  F12: 'PHOTO',
  Escape: 'BACK',
  Home: 'HOME',
  PageDown: 'NEXT',
  PageUp: 'PREV',
  Insert: 'PRINT',
  End: 'WEIGH',
  Delete: 'TARE',
}

/** What a text that starts with `ZQ` is. A damaged code is never looked up as an item. */
export type CommandCode =
  | { readonly kind: 'command'; readonly verb: CommandVerb }
  | { readonly kind: 'multiplier'; readonly factor: number }
  | { readonly kind: 'badge'; readonly badge: string }
  | { readonly kind: 'damagedCommand' }

const BADGE = /^ZQB[0-9A-HJKMNP-TV-Z]{26}[0-9A-Z]$/
const MULTIPLIER = /^X(\d{2})$/

/** The barcode text of a command. Example: `UNDO` -> `ZQUNDO0`, `GORCV` -> `ZQGORCVQ`. */
export function commandCodeOf(verb: CommandVerb): string {
  return withCheckChar(COMMAND_PREFIX + verb)
}

/** The barcode text that multiplies the next item scan. factor: integer 2..99; throws outside.
 *  Example: 12 -> `ZQX12I`. */
export function multiplierCodeOf(factor: number): string {
  const fits = Number.isSafeInteger(factor) && factor >= MULTIPLIER_MIN && factor <= MULTIPLIER_MAX
  assert(fits, `multiplier ${factor} out of range`)
  return withCheckChar(`${COMMAND_PREFIX}X${String(factor).padStart(2, '0')}`)
}

/** The text of a badge. secret: 26 Crockford base32 characters (128 random bits); throws on others. */
export function badgeCodeOf(secret: string): string {
  const text = withCheckChar(`${COMMAND_PREFIX}B${secret}`)
  assert(BADGE.test(text), 'a badge needs 26 Crockford base32 characters')
  return text
}

/** Reads a text that starts with `ZQ`; null for every other text. Never throws.
 *  Example: `ZQUNDO0` -> command UNDO; `ZQUNDO1` and `ZQMTUEZ` -> damagedCommand. */
export function parseCommandCode(text: string): CommandCode | null {
  if (!text.startsWith(COMMAND_PREFIX)) return null
  if (!hasValidCheckChar(text)) return { kind: 'damagedCommand' }
  if (text.length === BADGE_LENGTH && BADGE.test(text)) return { kind: 'badge', badge: text }
  const verb = text.slice(COMMAND_PREFIX.length, -1)
  if (isCommandVerb(verb)) return { kind: 'command', verb }
  const factor = Number(MULTIPLIER.exec(verb)?.[1] ?? 0)
  if (factor >= MULTIPLIER_MIN) return { kind: 'multiplier', factor }
  return { kind: 'damagedCommand' }
}

/** True for a verb of the table (an own key, so `constructor` is none). */
export function isCommandVerb(text: string): text is CommandVerb {
  return Object.hasOwn(COMMAND_VERBS, text)
}

/** True for a verb that opens a screen. */
export function isScreenVerb(verb: CommandVerb): verb is ScreenVerb {
  return Object.hasOwn(SCREEN_VERBS, verb)
}

function withCheckChar(text: string): string {
  const check = checkCharOf(text)
  assert(check !== null, `no check character for ${text}`)
  return text + check
}
