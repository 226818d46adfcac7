const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const MODULUS = 36

/** Check character of ISO/IEC 7064 MOD 37,36 over 0–9 and A–Z.
 *  Returns null when the text is empty or holds another character. Example: A12425GABC1234002 -> M. */
export function checkCharOf(text: string): string | null {
  if (text === '') return null
  let p = MODULUS
  for (const char of text) {
    const value = ALPHABET.indexOf(char)
    if (value < 0) return null
    p = (p + value) % MODULUS || MODULUS
    p = (p * 2) % (MODULUS + 1)
  }
  return ALPHABET[(MODULUS + 1 - p) % MODULUS] ?? null
}

/** True when the last character is the right check character of all before it. */
export function hasValidCheckChar(text: string): boolean {
  return text.length > 1 && checkCharOf(text.slice(0, -1)) === text.at(-1)
}
