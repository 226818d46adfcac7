import { hasControl, unwrapId, withoutControl } from './cleanText.ts'
import type { FindingCode } from './findingCodes.ts'
import type { FieldSpec } from './profile.ts'
import { askAbout, offerValue, type Reading, type ReadingContext } from './reading.ts'
import { cellText, type Cell } from './tableFile.ts'

/** Names and other texts above this are asked about: labels and screens clip them. */
export const TEXT_CHARACTERS_MAX = 200

/** What a spreadsheet would run when our export is opened in one. */
const FORMULA = /^[\s]*[=+\-@＝＋－＠]/
const MARKUP = /<\/?[a-z!][^>]*>|\$\{[^}]*\}|\{\{[^}]*\}\}/i
const DIRECTION_MARK = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/
const EMOJI = /\p{Emoji_Presentation}|\ufe0f/u
const HIDDEN = /[\u200b\u2060\ufeff\u00ad]/

const NOTICES: readonly (readonly [FindingCode, RegExp])[] = [
  ['formula', FORMULA],
  ['markup', MARKUP],
  ['bidi', DIRECTION_MARK],
  ['emoji', EMOJI],
  ['zeroWidth', HIDDEN],
]

/** Reads a text for people. It is kept letter for letter, except for the TABs exports put in front; what
 *  could do harm on paper, on screen or in a spreadsheet is told. */
export function readFreeText(cell: Cell, spec: FieldSpec, context: ReadingContext): Reading {
  const text = cellText(cell).replace(/^\t+/, '')
  if (text === '' || context.emptyMarks.includes(text)) return { value: '' }
  const length = Array.from(text).length
  const max = spec.max ?? TEXT_CHARACTERS_MAX
  if (length > max) return askAbout({ code: 'tooLong', params: { length, max } }, text)
  if (hasControl(text)) {
    const clean = withoutControl(text)
    return offerValue({ code: 'controlCharacter' }, { shown: clean, value: clean, kept: text })
  }
  const notice = NOTICES.find(([, pattern]) => pattern.test(text))
  return notice ? { value: text, fault: { code: notice[0], level: 'keep' } } : { value: text }
}

/** Reads one of a few known words; the platform's wrapping, blanks and comma forms do not matter. */
export function readWord(cell: Cell, spec: FieldSpec, context: ReadingContext): Reading {
  const text = unwrapId(cellText(cell)).normalize('NFKC').trim()
  if (text === '' || context.emptyMarks.includes(text)) return {}
  if (!spec.words) return { value: text }
  const word = spec.words[text] ?? spec.words[text.toLowerCase()]
  if (word !== undefined) return { value: word }
  return askAbout({ code: spec.field === 'stateWord' ? 'unknownState' : 'unknownWord' })
}
