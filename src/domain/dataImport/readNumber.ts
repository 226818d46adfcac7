import { halfWidth, hasFullWidth, unwrapId } from './cleanText.ts'
import type { FieldSpec } from './profile.ts'
import { askAbout, offerValue, refuseRow, type Reading, type ReadingContext } from './reading.ts'
import { cellText, type Cell } from './tableFile.ts'

/** Numbers above this are taken for typing errors unless the field says otherwise. */
const WHOLE_MAX = 100_000
const FEN_MAX = 100_000_000
const FEN_PER_YUAN = 100
const G_PER_KG = 1_000
const SPLIT = /^([+-]?[0-9]+(?:\.[0-9]+)?)\s*([^\d\s.].*)?$/
const THOUSANDS = /^[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?$/
const CURRENCY = /^(?:[¥$€£]|rmb|cny)\s*|\s*元$/gi
const CURRENCY_SIGN = /^(?:[¥$€£]|rmb|cny)|元$/i

const UNITS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  weightG: { g: 1, 克: 1, kg: 1_000, 千克: 1_000, 公斤: 1_000, 斤: 500 },
  weightKg: { kg: 1, 千克: 1, 公斤: 1, g: 0.001, 克: 0.001, 斤: 0.5 },
  lengthMm: { mm: 1, 毫米: 1, cm: 10, 厘米: 10, m: 1_000, 米: 1_000 },
}
const PIECES = /^(?:件|个|本|册|盒|包|袋|瓶|套|双|条|张|支|只|天|日|pcs?)$/i
const CASES = /^(?:箱|case|cases)$/i

/** How the number of a column turns into what we store: yuan become fen, kilograms become grams. */
function scaleOf(type: FieldSpec['type']): number {
  if (type === 'yuan') return FEN_PER_YUAN
  return type === 'weightKg' ? G_PER_KG : 1
}

/** Reads a number of any numeric field. Whole results only, except for `decimal`; nothing is rounded or
 *  mended without asking. Example: fen column `¥12.80` -> asks, offers 1280. */
export function readNumber(cell: Cell, spec: FieldSpec, context: ReadingContext): Reading {
  if (typeof cell === 'object' && cell.kind === 'number') return checkNumber(cell.value, spec)
  const text = unwrapId(cellText(cell)).trim()
  if (text === '') return {}
  if (/^[+-]?[0-9]+(?:\.[0-9]+)?$/.test(text)) return checkNumber(Number(text), spec)
  const half = halfWidth(text)
  if (CURRENCY_SIGN.test(half)) return readMoney(half, spec)
  const bare = half.replaceAll(',', '')
  if (hasFullWidth(text)) return offerNumber('fullWidth', bare, spec)
  if (THOUSANDS.test(half)) return offerNumber('thousands', bare, spec)
  return readWithUnit(half, spec, context)
}

function checkNumber(shown: number, spec: FieldSpec): Reading {
  const value = round(shown * scaleOf(spec.type))
  if (value < 0) return refuseRow({ code: 'negative' })
  if (value === 0 && spec.zero) return { fault: { code: 'zero', level: spec.zero } }
  if (spec.type !== 'decimal' && !Number.isInteger(value)) return readFraction(shown, spec)
  const max =
    spec.max ?? (isMoney(spec) ? FEN_MAX : spec.type.startsWith('weight') ? FEN_MAX : WHOLE_MAX)
  if (value > max) return askAbout({ code: 'tooLarge', params: { max } }, value)
  return { value }
}

/** A fraction in a fen column is most likely yuan; in a measure it may be rounded; pieces are whole. */
function readFraction(shown: number, spec: FieldSpec): Reading {
  if (spec.type === 'fen') return offerIfWhole('notInteger', shown * FEN_PER_YUAN)
  if (spec.type === 'whole') return refuseRow({ code: 'notInteger' })
  const rounded = Math.round(shown * scaleOf(spec.type))
  return offerValue(
    { code: 'notInteger' },
    { shown: round(rounded / scaleOf(spec.type)), value: rounded },
  )
}

function readMoney(half: string, spec: FieldSpec): Reading {
  const yuan = Number(half.replace(CURRENCY, '').replaceAll(',', '').trim())
  if (!isMoney(spec) || !Number.isFinite(yuan)) return refuseRow({ code: 'notANumber' })
  if (yuan < 0) return refuseRow({ code: 'negative' })
  const fen = round(yuan * FEN_PER_YUAN)
  if (!Number.isInteger(fen)) return refuseRow({ code: 'notANumber' })
  const shown = spec.type === 'fen' ? fen : yuan
  return offerValue({ code: 'currency' }, { shown, value: fen })
}

function offerNumber(code: 'fullWidth' | 'thousands', bare: string, spec: FieldSpec): Reading {
  const shown = Number(bare)
  const checked = bare === '' || !Number.isFinite(shown) ? null : checkNumber(shown, spec)
  if (checked?.value === undefined) return refuseRow({ code: 'notANumber' })
  return offerValue({ code }, { shown, value: checked.value })
}

function readWithUnit(half: string, spec: FieldSpec, context: ReadingContext): Reading {
  const parts = SPLIT.exec(half)
  const unit = parts?.[2]?.trim()
  if (!parts || !unit) return refuseRow({ code: 'notANumber' })
  const number = Number(parts[1])
  const times = UNITS[spec.type]?.[unit.toLowerCase()] ?? piecesOf(unit, spec, context)
  if (times === null) return refuseRow({ code: 'notANumber' })
  const shown = round(number * times)
  const checked = checkNumber(shown, spec)
  if (checked.value === undefined) return checked
  return offerValue({ code: 'unitInNumber', params: { unit } }, { shown, value: checked.value })
}

function piecesOf(unit: string, spec: FieldSpec, context: ReadingContext): number | null {
  if (spec.type !== 'whole') return null
  if (PIECES.test(unit)) return 1
  return CASES.test(unit) ? context.casePack : null
}

function offerIfWhole(code: 'notInteger', raw: number): Reading {
  const whole = round(raw)
  if (!Number.isInteger(whole)) return refuseRow({ code })
  return offerValue({ code }, { shown: whole, value: whole })
}

function isMoney(spec: FieldSpec): boolean {
  return spec.type === 'fen' || spec.type === 'yuan'
}

/** Takes off what binary fractions add: 19.8 * 100 is 1980. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
