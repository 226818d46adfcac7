import type { FindingCode } from './findingCodes.ts'

const TEXT_WRAP = /^="([^"]*)"$/
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROLS = /[\u0000-\u001f\u007f]/g
const ZERO_WIDTH = /[\u200b-\u200d\u2060\ufeff\u00ad]/
const ZERO_WIDTHS = /[\u200b-\u200d\u2060\ufeff\u00ad]/g
const FULL_WIDTH = /[\uff01-\uff5e\uffe5\u3000]/

/** Takes off what export programs put round an id to keep spreadsheets from changing it: leading TABs,
 *  `="…"` and a leading apostrophe. Example: `="123"` -> `123`. */
export function unwrapId(text: string): string {
  const bare = text.replace(/^\t+/, '').replace(/\t+$/, '')
  const wrapped = TEXT_WRAP.exec(bare)
  if (wrapped) return (wrapped[1] ?? '').replace(/^\t+/, '')
  return bare.startsWith("'") ? bare.slice(1) : bare
}

/** What is wrong with the characters of a code, with the code as it should be; null when nothing is.
 *  inner: blanks inside the code are wrong too. */
export function findDirt(
  text: string,
  inner: boolean,
): { code: FindingCode; clean: string } | null {
  const clean = cleanCode(text, inner)
  if (clean === text) return null
  if (CONTROL.test(text)) return { code: 'controlCharacter', clean }
  if (ZERO_WIDTH.test(text)) return { code: 'zeroWidth', clean }
  if (FULL_WIDTH.test(text.trim())) return { code: 'fullWidth', clean }
  return { code: 'blanks', clean }
}

function cleanCode(text: string, inner: boolean): string {
  const half = FULL_WIDTH.test(text) ? text.normalize('NFKC') : text
  const visible = half.replace(ZERO_WIDTHS, '').replace(CONTROLS, '')
  return inner ? visible.replace(/\s/g, '') : visible.trim()
}

/** A number as digits of this file's letters: full-width made half-width, blanks taken off. */
export function halfWidth(text: string): string {
  return text.normalize('NFKC').replace(ZERO_WIDTHS, '').trim()
}

/** Whether a text has full-width letters, digits or signs. */
export function hasFullWidth(text: string): boolean {
  return FULL_WIDTH.test(text)
}

/** Whether a free text has control characters other than TAB and line ends. */
export function hasControl(text: string): boolean {
  return CONTROL.test(text)
}

/** A free text without control characters; line feeds stay. */
export function withoutControl(text: string): string {
  return text.replace(new RegExp(CONTROL, 'g'), '')
}
