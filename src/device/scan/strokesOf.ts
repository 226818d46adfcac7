import { keyChar } from './keyChar.ts'

const CODES = [
  ...Array.from({ length: 26 }, (_, at) => `Key${String.fromCharCode(65 + at)}`),
  ...Array.from({ length: 10 }, (_, at) => `Digit${at}`),
  'Space',
  'Minus',
  'Equal',
  'BracketLeft',
  'BracketRight',
  'Backslash',
  'Semicolon',
  'Quote',
  'Backquote',
  'Comma',
  'Period',
  'Slash',
]

/** The key and shift of each character on a US keyboard: what a scanner in keyboard mode sends.
 *  Throws on a character that has no key. Example: `a!` -> KeyA, Digit1 + shift. */
export function strokesOf(text: string): { readonly code: string; readonly shift: boolean }[] {
  return Array.from(text).map((char) => {
    for (const shift of [false, true]) {
      const code = CODES.find((each) => keyChar({ code: each, shift, ctrl: false }) === char)
      if (code !== undefined) return { code, shift }
    }
    throw new Error(`no key for ${JSON.stringify(char)}`)
  })
}
