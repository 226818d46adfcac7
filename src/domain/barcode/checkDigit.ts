const ISBN10 = /^[0-9]{9}[0-9Xx]$/
const S10 = /^[A-Z]{2}([0-9]{8})([0-9])[A-Z]{2}$/
const S10_WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7]

/** GS1 mod 10 check digit of the digits before it (GTIN, SSCC, GLN, GSIN): weights 3, 1, 3 … from the
 *  right. digits: only 0-9, else null. Source: GS1 General Specifications 7.9. Example: 690123456789 -> 2. */
export function gs1CheckDigit(digits: string): number | null {
  if (!/^[0-9]+$/.test(digits)) return null
  let sum = 0
  for (let i = 0; i < digits.length; i += 1) {
    const weight = (digits.length - i) % 2 === 1 ? 3 : 1
    sum += Number(digits[i]) * weight
  }
  return (10 - (sum % 10)) % 10
}

/** Whether the last digit of a GTIN, SSCC, GLN or GSIN fits the others. Example: 069012341234567894 -> true. */
export function isGs1Valid(code: string): boolean {
  return code.length > 1 && gs1CheckDigit(code.slice(0, -1)) === Number(code.slice(-1))
}

/** Whether a code of 8, 12, 13 or 14 digits is a right GTIN. */
export function isGtin(code: string): boolean {
  return /^(?:[0-9]{8}|[0-9]{12,14})$/.test(code) && isGs1Valid(code)
}

/** Takes hyphens and blanks out of a printed ISBN or EAN. Example: 978-7-07-255117-3 -> 9787072551173. */
export function withoutHyphens(code: string): string {
  return code.replace(/[-\u2010-\u2015\s]/g, '')
}

/** Whether ten characters (hyphens allowed, X or x last) are a right ISBN-10: sum of (10 - i) * digit is
 *  a multiple of 11. Example: 0439023483 -> true, 0439023484 -> false. */
export function isIsbn10(code: string): boolean {
  const plain = withoutHyphens(code)
  if (!ISBN10.test(plain)) return false
  let sum = 0
  for (let i = 0; i < 10; i += 1) sum += (10 - i) * isbnDigit(plain[i] ?? '0')
  return sum % 11 === 0
}

function isbnDigit(character: string): number {
  return character.toUpperCase() === 'X' ? 10 : Number(character)
}

/** The ISBN-13 of a right ISBN-10, null of a wrong one. Example: 080442957X -> 9780804429573. */
export function isbn10To13(code: string): string | null {
  if (!isIsbn10(code)) return null
  const head = `978${withoutHyphens(code).slice(0, 9)}`
  return `${head}${gs1CheckDigit(head)}`
}

/** UPU S10 check digit of eight digits: weights 8 6 4 2 3 5 9 7, 11 - (sum mod 11), where 10 -> 0 and
 *  11 -> 5; null unless eight digits. Example: 47312482 -> 9. */
export function s10CheckDigit(digits: string): number | null {
  if (!/^[0-9]{8}$/.test(digits)) return null
  const sum = S10_WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits[i]), 0)
  const check = 11 - (sum % 11)
  if (check === 10) return 0
  return check === 11 ? 5 : check
}

/** Whether a post item number of 2 letters, 9 digits and 2 letters has a right check digit.
 *  Example: RB123456785GB -> true, RB123456786US -> false. */
export function isS10(code: string): boolean {
  const parts = S10.exec(code)
  return parts !== null && s10CheckDigit(parts[1] ?? '') === Number(parts[2])
}
