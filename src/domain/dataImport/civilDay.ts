const MS_PER_DAY = 86_400_000

/** Whether year, month (1-12) and day exist. Example: 2026-02-30 -> false. */
export function isRealDay(year: number, month: number, day: number): boolean {
  const at = new Date(Date.UTC(year, month - 1, day))
  const isSameMonth = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1
  return isSameMonth && at.getUTCDate() === day
}

/** yyyy-mm-dd of a day counted from 1970-01-01 = 0. Example: 20760 -> 2026-11-03. */
export function dayFromCount(count: number): string {
  return new Date(count * MS_PER_DAY).toISOString().slice(0, 10)
}

/** yyyy-mm-dd of three numbers. */
export function dayText(year: number, month: number, day: number): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${year}-${two(month)}-${two(day)}`
}
