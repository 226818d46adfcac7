const MONTHS_30 = [4, 6, 9, 11]

/** Days of a month of the Gregorian calendar. month: 1-12. Example: 2028, 2 -> 29. */
export function daysInMonth(year: number, month: number): number {
  if (month !== 2) return MONTHS_30.includes(month) ? 30 : 31
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
}

/** Whether year, month (1-12) and day exist. Example: 2026-02-30 -> false. */
export function isRealDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** yyyy-mm-dd of a day counted from 1970-01-01 = 0; day count >= 0. Example: 20760 -> 2026-11-03. */
export function dayFromCount(count: number): string {
  let year = 1970
  let left = count
  for (;;) {
    const length = daysInMonth(year, 2) === 29 ? 366 : 365
    if (left < length) break
    left -= length
    year += 1
  }
  let month = 1
  while (left >= daysInMonth(year, month)) {
    left -= daysInMonth(year, month)
    month += 1
  }
  return dayText(year, month, left + 1)
}

/** yyyy-mm-dd of three numbers. */
export function dayText(year: number, month: number, day: number): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${year}-${two(month)}-${two(day)}`
}
