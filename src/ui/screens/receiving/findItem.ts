import type { ElementString } from '@/domain/barcode/elementString.ts'
import { parseScan } from '@/domain/barcode/parseScan.ts'
import type { Sku } from '@/domain/record/sku.ts'
import type { LedgerReader } from '@/app/ports/ledger.ts'
import { type Resolved, resolveScan } from '@/app/resolveScan.ts'

/** Goods behind a code. `isCase`: the code of a case whose content only the order knows. */
export interface FoundItem {
  readonly sku: Sku
  readonly code: string
  readonly unitQty: number
  readonly isCase: boolean
  readonly element: ElementString | null
}

const GTIN_LENGTH = 14

/** The goods a resolved scan stands for; for a text that is no record, those inside a GS1 element
 *  string or a case code. Null = none: the code is unknown. */
export async function findItem(
  resolved: Resolved,
  reader: LedgerReader,
  yearNow: number,
): Promise<FoundItem | null> {
  if (resolved.kind === 'one' && resolved.record.kind === 'sku') {
    const { sku, unitQty, element } = resolved.record
    return { sku, code: resolved.raw, unitQty, isCase: false, element }
  }
  if (resolved.kind !== 'none') return null
  const { raw, element } = resolved
  const gtin = element?.gtin ?? (raw.length === GTIN_LENGTH ? raw : null)
  if (gtin === null || parseScan(gtin).kind !== 'gtin') return null
  const byCode = (form: string) => resolveScan(form, ['sku'], reader, yearNow)
  return findByGtin(gtin, { raw, element }, byCode)
}

/** The code as bound, else the piece inside: a case code is an indicator digit and the piece's number
 *  with a check digit of its own. */
async function findByGtin(
  gtin: string,
  { raw: code, element }: { readonly raw: string; readonly element: ElementString | null },
  byCode: (form: string) => Promise<Resolved>,
): Promise<FoundItem | null> {
  const isCase = !gtin.startsWith('0')
  for (const form of [gtin, gtin.slice(1)]) {
    const own = await byCode(form)
    if (own.kind === 'one' && own.record.kind === 'sku') {
      const { sku, unitQty } = own.record
      return { sku, code, unitQty, isCase: false, element }
    }
  }
  if (!isCase) return null
  const inner = await byCode(pieceCode(gtin))
  if (inner.kind !== 'one' || inner.record.kind !== 'sku') return null
  return { sku: inner.record.sku, code, unitQty: 1, isCase: true, element }
}

/** Example: case 16940055331135 -> piece 6940055331138. */
export function pieceCode(caseCode: string): string {
  const digits = caseCode.slice(1, GTIN_LENGTH - 1)
  const sum = Array.from(digits).reduce(
    (total, digit, i) => total + Number(digit) * (i % 2 ? 3 : 1),
    0,
  )
  return `${digits}${(10 - (sum % 10)) % 10}`
}
