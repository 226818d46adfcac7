import { isReserved } from '../barcode/commandCode.ts'
import { findDirt, unwrapId } from './cleanText.ts'
import { askAbout, offerValue, refuseRow, type Reading } from './reading.ts'
import { cellText, type Cell } from './tableFile.ts'

const SCIENTIFIC = /^[+-]?[0-9]+(?:\.[0-9]+[eE][+-]?[0-9]+|[eE]\+[0-9]+)$/
/** A spreadsheet keeps 15 digits of a number; the rest become zeros. */
const EXACT_DIGITS = 15
const ZEROS_SUSPECT = 3
/** Long enough for the codes of several sub-orders that an export joined with `;`. */
const CODE_CHARACTERS_MAX = 200

/** Whether a text is an id that a spreadsheet has turned into a power of ten: 6.91793E+18. */
export function isScientific(text: string): boolean {
  return SCIENTIFIC.test(text)
}

/** Reads an order number or waybill number: digits that must not have been through a number cell. */
export function readId(cell: Cell): Reading {
  if (hasLostDigits(cell))
    return refuseRow({ code: 'idPrecisionLost', params: { digits: EXACT_DIGITS } })
  const text = unwrapId(cellText(cell))
  const reading = readPlainCode(text, true)
  if (reading.fault || typeof reading.value !== 'string') return reading
  const zeros = lostZeros(reading.value)
  if (zeros === 0) return reading
  const params = { digits: reading.value.length, zeros }
  return askAbout({ code: 'idPrecisionLost', params }, reading.value)
}

/** Reads a SKU code, bin code or the like: blanks inside are allowed. */
export function readCode(cell: Cell): Reading {
  if (hasLostDigits(cell))
    return refuseRow({ code: 'idPrecisionLost', params: { digits: EXACT_DIGITS } })
  return readPlainCode(unwrapId(cellText(cell)), false)
}

function readPlainCode(text: string, inner: boolean): Reading {
  if (text === '') return {}
  if (isReserved(text)) return refuseRow({ code: 'reservedPrefix' })
  if (isScientific(text.trim())) return refuseRow({ code: 'sciNumber' })
  const dirt = findDirt(text, inner)
  if (dirt?.clean === '') return {}
  if (dirt)
    return offerValue({ code: dirt.code }, { shown: dirt.clean, value: dirt.clean, kept: text })
  if (text.length > CODE_CHARACTERS_MAX)
    return askAbout({ code: 'tooLong', params: { length: text.length, max: CODE_CHARACTERS_MAX } })
  return { value: text }
}

/** A number cell holds an id exactly only up to 15 digits. */
function hasLostDigits(cell: Cell): boolean {
  return typeof cell === 'object' && cell.kind === 'number' && Math.abs(cell.value) >= 1e15
}

function lostZeros(text: string): number {
  if (!/^[0-9]+$/.test(text) || text.length - EXACT_DIGITS < ZEROS_SUSPECT) return 0
  const tail = text.slice(EXACT_DIGITS)
  return /^0+$/.test(tail) ? (/0+$/.exec(text)?.[0].length ?? 0) : 0
}
