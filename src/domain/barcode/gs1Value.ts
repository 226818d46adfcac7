import { isGs1Valid } from './checkDigit.ts'
import { isDayDigits } from './elementDay.ts'
import type { Gs1Format, Gs1Part } from './gs1Table.ts'

/** What is wrong with a GS1 value; `form` is any rule that has no word of its own (times, yes or no). */
export type Gs1ValueErrorKind = 'length' | 'character' | 'checkDigit' | 'noSuchDay' | 'form'

const characters: Readonly<Record<Gs1Part['type'], RegExp>> = {
  N: /^\d+$/,
  X: /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]+$/,
  Y: /^[#\-/0-9A-Z]+$/,
  Z: /^[A-Za-z0-9_-]+={0,2}$/,
}

const patterns: Readonly<Record<string, RegExp>> = {
  hhmi: /^(?:[01]\d|2[0-3])[0-5]\d$/,
  hh: /^(?:[01]\d|2[0-3])$/,
  mi: /^[0-5]\d$/,
  ss: /^[0-5]\d$/,
  nonzero: /[1-9]/,
  zero: /^0$/,
  hyphen: /^-$/,
  yesno: /^[01]$/,
  winding: /^[019]$/,
  nozeroprefix: /^(?:0|[1-9]\d*)$/,
  pcenc: /^(?:[^%]|%[0-9A-Fa-f]{2})*$/,
}

/** Degrees of latitude and longitude are written from 0, in ten-millionths. */
const LATITUDE_MAX = 1_800_000_000
const LONGITUDE_MAX = 3_600_000_000
const DAY_LENGTH = 6
const DAY_LENGTH_LONG = 8

/** The first fault of a value, or undefined where the identifier takes it.
 *  Example: (01, '06901234567891') -> checkDigit. */
export function gs1ValueFault(format: Gs1Format, value: string): Gs1ValueErrorKind | undefined {
  let rest = value
  for (const part of format.parts) {
    if (rest === '' && part.isOptional) break
    const piece = rest.slice(0, part.lengthMax)
    if (piece.length < part.lengthMin) return 'length'
    if (!characters[part.type].test(piece)) return 'character'
    const fault = part.check === undefined ? undefined : checkFault(part.check, piece)
    if (fault) return fault
    rest = rest.slice(piece.length)
  }
  return rest === '' ? undefined : 'length'
}

function checkFault(check: string, piece: string): Gs1ValueErrorKind | undefined {
  switch (check) {
    case 'csum':
      return isGs1Valid(piece) ? undefined : 'checkDigit'
    case 'yymmd0':
      return isDay(piece, DAY_LENGTH) ? undefined : 'noSuchDay'
    case 'yymmdd':
      return isDay(piece, DAY_LENGTH) && !piece.endsWith('00') ? undefined : 'noSuchDay'
    case 'yyyymmdd':
      return isDay(piece, DAY_LENGTH_LONG) && !piece.endsWith('00') ? undefined : 'noSuchDay'
    case 'latitude':
      return Number(piece) <= LATITUDE_MAX ? undefined : 'form'
    case 'longitude':
      return Number(piece) <= LONGITUDE_MAX ? undefined : 'form'
    case 'pieceoftotal':
      return isPieceOfTotal(piece) ? undefined : 'form'
    default:
      return patterns[check]?.test(piece) ? undefined : 'form'
  }
}

function isDay(digits: string, length: number): boolean {
  return digits.length === length && isDayDigits(digits)
}

function isPieceOfTotal(piece: string): boolean {
  const index = Number(piece.slice(0, 2))
  return index > 0 && index <= Number(piece.slice(2))
}
