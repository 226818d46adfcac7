import {
  type PrinterCondition,
  parseTsplStatus,
  TSPL_STATUS_QUERY,
} from '@/document/tspl/parseTsplStatus.ts'
import type { PrintNotice } from './printJob.ts'
import type { Transport } from './transport/transport.ts'

export const STATUS_ANSWER_MS_MAX = 300

/** What stands in the notice when a printer waits for a person. */
const conditionCodes: Readonly<Partial<Record<PrinterCondition, string>>> = {
  headOpen: 'PRN-010',
  jam: 'PRN-011',
  noPaper: 'PRN-012',
  noRibbon: 'PRN-013',
  paused: 'PRN-014',
  error: 'PRN-015',
}

/** Words for a printer that waits for a person; undefined: it is well, or it never answers. */
export function conditionNotice(condition: PrinterCondition | 'silent'): PrintNotice | undefined {
  const code = condition === 'silent' ? undefined : conditionCodes[condition]
  if (code === undefined) return undefined
  return condition === 'noPaper'
    ? { code, params: {}, spoken: { kind: 'paperOut' } }
    : { code, params: {} }
}

/** Asks a TSPL printer on an open connection; many printers never answer, which is no fault. */
export async function askCondition(transport: Transport): Promise<PrinterCondition | 'silent'> {
  const answer = await transport.ask(
    TSPL_STATUS_QUERY,
    (sofar) => sofar.length > 0,
    STATUS_ANSWER_MS_MAX,
  )
  const byte = answer === 'silent' ? undefined : answer.at(-1)
  return byte === undefined ? 'silent' : parseTsplStatus(byte)
}
