import { dayFromCount, dayText, isRealDay } from './civilDay.ts'
import { halfWidth, unwrapId } from './cleanText.ts'
import { askAbout, offerValue, refuseRow, type Reading, type ReadingContext } from './reading.ts'
import { cellText, type Cell } from './tableFile.ts'

const FULL =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?)?$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/
const NO_YEAR = /^(\d{1,2})[-/.月](\d{1,2})日?$/
const SERIAL = /^\d{5}(?:\.\d+)?$/
/** Spreadsheet day numbers from 1982 to 2119; others are more likely something else. */
const SERIAL_MIN = 30_000
const SERIAL_MAX = 80_000
/** Day number of 1970-01-01; the count begins at the end of 1899. */
const SERIAL_EPOCH = 25_569
const SECONDS_PER_DAY = 86_400

interface Parts {
  year: number
  month: number
  day: number
  clock: string
}

/** Reads a calendar day as yyyy-mm-dd. A spreadsheet's day number and a day without a year are asked about. */
export function readDay(cell: Cell, context: ReadingContext): Reading {
  const text = halfWidth(unwrapId(cellText(cell)))
  if (text === '' || context.emptyMarks.includes(text)) return {}
  const reading = readMoment(cell, context)
  const cut = (value: string | number | undefined) => String(value ?? '').slice(0, 10)
  if (reading.fault?.offer !== undefined)
    return offerValue(
      { code: reading.fault.code },
      { shown: cut(reading.fault.offer), value: cut(reading.offered) },
    )
  return reading.value === undefined ? reading : { value: cut(reading.value) }
}

/** Reads a wall clock text as yyyy-mm-dd hh:mm:ss, without a zone. Example: 2026/11/3 9:05 -> 2026-11-03 09:05:00. */
export function readMoment(cell: Cell, context: ReadingContext): Reading {
  const text = halfWidth(unwrapId(cellText(cell)))
  if (text === '' || context.emptyMarks.includes(text)) return {}
  const full = FULL.exec(text) ?? COMPACT.exec(text)
  if (full) return checkParts(partsOf(full))
  if (SERIAL.test(text)) return readSerial(Number(text))
  const short = NO_YEAR.exec(text)
  if (short) return readWithoutYear(short, context)
  return refuseRow({ code: 'badDate' })
}

function partsOf(found: RegExpExecArray): Parts {
  const [, year, month, day, hour = '0', minute = '00', second = '00'] = found
  const clock = `${hour.padStart(2, '0')}:${minute}:${second}`
  return { year: Number(year), month: Number(month), day: Number(day), clock }
}

function checkParts(parts: Parts): Reading {
  if (
    !isRealDay(parts.year, parts.month, parts.day) ||
    !/^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(parts.clock)
  )
    return refuseRow({ code: 'badDate' })
  return { value: textOf(parts) }
}

function readSerial(serial: number): Reading {
  if (serial < SERIAL_MIN || serial > SERIAL_MAX) return refuseRow({ code: 'badDate' })
  const seconds = Math.round((serial - SERIAL_EPOCH) * SECONDS_PER_DAY)
  const inDay = seconds % SECONDS_PER_DAY
  const value = `${dayFromCount((seconds - inDay) / SECONDS_PER_DAY)} ${clockText(inDay)}`
  return offerValue({ code: 'dateSerial' }, { shown: value, value })
}

/** The year that brings the day nearest to the other days of the column; no other days: no offer. */
function readWithoutYear(found: RegExpExecArray, context: ReadingContext): Reading {
  const month = Number(found[1])
  const day = Number(found[2])
  if (!context.nearDay) return askAbout({ code: 'dateForm' })
  const near = Number(context.nearDay.slice(0, 4))
  const years = [near, near - 1, near + 1].filter((year) => isRealDay(year, month, day))
  if (years.length === 0) return refuseRow({ code: 'badDate' })
  const monthsAway = (year: number) =>
    Math.abs((year - near) * 12 + month - Number(context.nearDay?.slice(5, 7)))
  const year = years.reduce((best, one) => (monthsAway(one) < monthsAway(best) ? one : best))
  const value = textOf({ year, month, day, clock: '00:00:00' })
  return offerValue({ code: 'dateForm' }, { shown: value, value })
}

function textOf({ year, month, day, clock }: Parts): string {
  return `${dayText(year, month, day)} ${clock}`
}

function clockText(seconds: number): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}
