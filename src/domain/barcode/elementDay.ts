const SHORT_LENGTH = 6
const LONG_LENGTH = 8
const YEARS = 100
/** A year of two digits lies at most this far ahead; one further back belongs to the next century. */
const YEARS_AHEAD_MAX = 50
const YEARS_BACK_MAX = 49
/** Leap with every fourth year: two digits alone do not say whether the century is one that is left out. */
const LEAP_CENTURY = 2000
const MONTHS_LONG = new Set([1, 3, 5, 7, 8, 10, 12])

/** A day as YYMMDD or YYYYMMDD; day 00 = the month's last day, as GS1 has it. Null where there is no
 *  such day. `yearNow` decides the century of two digits: 1977 to 2076 in 2026. Source: GS1 General
 *  Specifications 7.12. Example: `270600` in 2026 -> `2027-06-30`. */
export function parseDayDigits(digits: string, yearNow: number): string | null {
  const parts = splitDay(digits, (short) => wholeYear(short, yearNow))
  if (parts === null) return null
  const { year, month, day } = parts
  const pad = (part: number, length = 2) => String(part).padStart(length, '0')
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`
}

/** Whether YYMMDD or YYYYMMDD is a day, in whatever century two digits of a year lie. */
export function isDayDigits(digits: string): boolean {
  return splitDay(digits, (short) => LEAP_CENTURY + short) !== null
}

function splitDay(
  digits: string,
  yearOf: (short: number) => number,
): { year: number; month: number; day: number } | null {
  if (!/^\d+$/.test(digits)) return null
  if (digits.length !== SHORT_LENGTH && digits.length !== LONG_LENGTH) return null
  const told = Number(digits.slice(0, -4))
  const year = digits.length === SHORT_LENGTH ? yearOf(told) : told
  const month = Number(digits.slice(-4, -2))
  const given = Number(digits.slice(-2))
  if (month < 1 || month > 12) return null
  const last = lastDayOf(year, month)
  const day = given === 0 ? last : given
  return day > last ? null : { year, month, day }
}

function wholeYear(short: number, yearNow: number): number {
  const year = yearNow - (yearNow % YEARS) + short
  if (year - yearNow > YEARS_AHEAD_MAX) return year - YEARS
  if (yearNow - year > YEARS_BACK_MAX) return year + YEARS
  return year
}

function lastDayOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return MONTHS_LONG.has(month) ? 31 : 30
}
