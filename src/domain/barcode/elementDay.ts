const SHORT_LENGTH = 6
const LONG_LENGTH = 8
const YEARS = 100
/** A year of two digits lies at most this far ahead; one further back belongs to the next century. */
const YEARS_AHEAD_MAX = 50
const YEARS_BACK_MAX = 49
/** From here two digits are read as 1977 to 2076: goods on hand lie well inside. */
const YEAR_NOW = 2026
const MONTHS_LONG = new Set([1, 3, 5, 7, 8, 10, 12])

/** A day as YYMMDD or YYYYMMDD; day 00 = the month's last day, as GS1 has it. Null where there is no
 *  such day. Source: GS1 General Specifications 7.12. Example: `270600` -> `2027-06-30`. */
export function parseDayDigits(digits: string, yearNow = YEAR_NOW): string | null {
  if (!/^\d+$/.test(digits)) return null
  if (digits.length !== SHORT_LENGTH && digits.length !== LONG_LENGTH) return null
  const year =
    digits.length === SHORT_LENGTH
      ? wholeYear(Number(digits.slice(0, 2)), yearNow)
      : Number(digits.slice(0, 4))
  const month = Number(digits.slice(-4, -2))
  const given = Number(digits.slice(-2))
  if (month < 1 || month > 12) return null
  const last = lastDayOf(year, month)
  const day = given === 0 ? last : given
  if (day > last) return null
  const pad = (part: number, length = 2) => String(part).padStart(length, '0')
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`
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
