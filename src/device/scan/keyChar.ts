/** One keystroke as the decoder sees it, taken from a keydown event. */
export interface Keystroke {
  /** `KeyboardEvent.code`: the place of the key, the same under every layout and input method. */
  readonly code: string
  readonly shift: boolean
  readonly ctrl: boolean
  /** `Event.timeStamp`, ms: when the key was pressed, not when a busy page came to look at it. */
  readonly pressedAtMs: number
  /** True when the focus was on an editable field. */
  readonly inField: boolean
  /** True when an input method took part (`isComposing`, keyCode 229 or key `Process`). */
  readonly composing: boolean
}

/** GS1 separator, sent by scanners as Ctrl+]. */
export const GS = '\u001d'

/** Plain and shifted character of each printable key of the US layout. */
const PRINTABLE: Readonly<Record<string, string>> = {
  Space: '  ',
  Minus: '-_',
  Equal: '=+',
  BracketLeft: '[{',
  BracketRight: ']}',
  Backslash: '\\|',
  IntlBackslash: '\\|',
  Semicolon: ';:',
  Quote: `'"`,
  Backquote: '`~',
  Comma: ',<',
  Period: '.>',
  Slash: '/?',
  NumpadAdd: '++',
  NumpadSubtract: '--',
  NumpadMultiply: '**',
  NumpadDivide: '//',
  NumpadDecimal: '..',
  NumpadComma: ',,',
  NumpadEqual: '==',
}
const SHIFTED_DIGITS = ')!@#$%^&*('

/** The character of a key by place and modifiers, as on a US keyboard; null when it has none.
 *  Never looks at `event.key`: CapsLock, layouts and input methods change that one.
 *  Example: KeyA + shift -> `A`; BracketRight + ctrl -> GS. */
export function keyChar(stroke: Pick<Keystroke, 'code' | 'shift' | 'ctrl'>): string | null {
  const { code, shift, ctrl } = stroke
  if (ctrl) return code === 'BracketRight' ? GS : null
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter !== undefined) return shift ? letter : letter.toLowerCase()
  const digit = /^Digit(\d)$/.exec(code)?.[1]
  if (digit !== undefined) return shift ? (SHIFTED_DIGITS[Number(digit)] ?? null) : digit
  const padDigit = /^Numpad(\d)$/.exec(code)?.[1]
  if (padDigit !== undefined) return padDigit
  return Object.hasOwn(PRINTABLE, code) ? (PRINTABLE[code]?.[shift ? 1 : 0] ?? null) : null
}

const MODIFIER = /^(Shift|Control|Alt|Meta)(Left|Right)$|^CapsLock$|^NumLock$|^ScrollLock$|^Fn/

/** True for keys that only change others: they are no part of a scan and do not break its gaps. */
export function isModifierKey(code: string): boolean {
  return MODIFIER.test(code)
}
