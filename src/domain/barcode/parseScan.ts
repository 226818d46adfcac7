import { isGtin } from './checkDigit.ts'
import { type CommandCode, parseCommandCode } from './commandCode.ts'

/** A scan as a typed code. Knows formats only, never stock; `text` is the code without AIM id. */
export type ParsedScan = (
  | CommandCode
  /** Two EAN-13 read as one: refused, and the split is offered. */
  | { readonly kind: 'joined'; readonly parts: readonly [string, string] }
  /** EAN-8, UPC-A, EAN-13 or ITF-14 with a right check digit; `gtin` is filled up to 14 digits. */
  | { readonly kind: 'gtin'; readonly gtin: string }
  | { readonly kind: 'text' }
) & { readonly text: string; readonly aimId: string | null }

const AIM_ID = /^\][A-Za-z][0-9A-Za-z]/
const GTIN_LENGTH_MAX = 14
const EAN_LENGTH = 13

/** Reads the raw text of a scan. Never throws; what has no other form is `text`.
 *  Example: `]E06901234567892` -> gtin 06901234567892, aimId `]E0`. */
export function parseScan(raw: string): ParsedScan {
  const aimId = AIM_ID.exec(raw)?.[0] ?? null
  const text = aimId === null ? raw : raw.slice(aimId.length)
  return { ...readText(text), text, aimId }
}

function readText(text: string) {
  const command = parseCommandCode(text)
  if (command !== null) return command
  if (text.length === 2 * EAN_LENGTH) {
    const parts = [text.slice(0, EAN_LENGTH), text.slice(EAN_LENGTH)] as const
    if (parts.every(isGtin)) return { kind: 'joined', parts } as const
  }
  if (isGtin(text)) return { kind: 'gtin', gtin: text.padStart(GTIN_LENGTH_MAX, '0') } as const
  return { kind: 'text' } as const
}
