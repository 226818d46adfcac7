import {
  gs1CheckDigit,
  isbn10To13,
  isGs1Valid,
  isGtin,
  withoutHyphens,
} from '../barcode/checkDigit.ts'
import { isReserved } from '../barcode/commandCode.ts'
import { findDirt, unwrapId } from './cleanText.ts'
import { isScientific } from './readCode.ts'
import { askAbout, offerValue, refuseRow, type Reading } from './reading.ts'
import { cellText, type Cell } from './tableFile.ts'

const GTIN_LENGTHS = [8, 12, 13, 14]
const ISBN10_LENGTH = 10

/** Reads the barcode of a SKU: EAN-8, UPC-A, EAN-13, ITF-14 with right check digit; everything else is
 *  asked about, never mended. An ISBN-10 is offered as its ISBN-13. */
export function readBarcode(cell: Cell): Reading {
  const text = unwrapId(cellText(cell))
  if (text.trim() === '') return {}
  if (isReserved(text)) return refuseRow({ code: 'reservedPrefix' })
  if (isScientific(text.trim())) return refuseRow({ code: 'sciNumber' })
  const dirt = findDirt(text, false)
  if (dirt)
    return offerValue({ code: dirt.code }, { shown: dirt.clean, value: dirt.clean, kept: text })
  return readDigits(text)
}

function readDigits(text: string): Reading {
  const bare = withoutHyphens(text)
  if (!/^[0-9]+$/.test(bare) && !/^[0-9]{9}[Xx]$/.test(bare))
    return askAbout({ code: 'notDigits' }, text)
  if (bare.length === ISBN10_LENGTH) return readIsbn10(text, bare)
  if (!GTIN_LENGTHS.includes(bare.length))
    return askAbout({ code: 'badLength', params: { digits: bare.length } }, text)
  if (!isGs1Valid(bare)) {
    const check = gs1CheckDigit(bare.slice(0, -1)) ?? 0
    return askAbout({ code: 'badCheckDigit', params: { check } }, text)
  }
  if (bare === text) return { value: text }
  return offerValue({ code: 'hyphens' }, { shown: bare, value: bare, kept: text })
}

function readIsbn10(text: string, bare: string): Reading {
  const long = isbn10To13(bare)
  if (long === null || !isGtin(long))
    return askAbout({ code: 'badCheckDigit', params: { check: '' } }, text)
  return offerValue({ code: 'isbn10' }, { shown: long, value: long, kept: text })
}
