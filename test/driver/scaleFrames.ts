import type { ScaleKind } from '@/domain/weighing/scaleReading.ts'

/** What a simulated scale shows. */
export interface ShownLoad {
  readonly weightG: number
  readonly isStable: boolean
}

/** The bytes a scale sends for a load, written after the makers' tables and not after our readers. */
export const scaleFrame: Readonly<Record<ScaleKind, (load: ShownLoad) => Uint8Array>> = {
  a9: ({ weightG }) => a9Frame(weightG),
  a12: ({ weightG }) => ascii(`wn${signed(weightG, 7, '')}kg\r\n`),
  sics: ({ weightG, isStable }) =>
    ascii(`S ${isStable ? 'S' : 'D'} ${kilograms(weightG).padStart(9)} kg\r\n`),
  and: ({ weightG, isStable }) =>
    ascii(`${isStable ? 'ST' : 'US'},GS,${signed(weightG, 8, '+')}kg\r\n`),
  cas: ({ weightG, isStable }) =>
    ascii(`${isStable ? 'ST' : 'US'},GS,1\u00c4,${signed(weightG, 8, '')} kg\r\n`),
  hid: ({ weightG, isStable }) => {
    const grams = Math.abs(weightG)
    const status = weightG < 0 ? 5 : isStable ? 4 : 3
    return Uint8Array.of(3, status, 2, 0, grams & 255, grams >> 8)
  },
}

const ascii = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0))
const kilograms = (weightG: number) => (weightG / 1_000).toFixed(3)

/** Digits right behind the sign, filled with zeros: `+0012.500`. */
function signed(weightG: number, width: number, plus: string): string {
  const sign = weightG < 0 ? '-' : plus
  return sign + kilograms(Math.abs(weightG)).padStart(width - sign.length, '0')
}

function a9Frame(weightG: number): Uint8Array {
  const digits = String(Math.abs(weightG)).padStart(6, '0')
  const body = ascii(`${weightG < 0 ? '-' : '+'}${digits}3`)
  const xor = body.reduce((sum, byte) => sum ^ byte, 0)
  const check = xor.toString(16).toUpperCase().padStart(2, '0')
  return Uint8Array.of(2, ...body, ...ascii(check), 3)
}
