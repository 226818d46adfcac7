import type { PrinterCondition } from '@/document/printerCondition.ts'
import type { RasterLanguage } from '@/document/printerProfile.ts'
import { type PrinterQuestion, printerTalk } from '@/document/printerTalk.ts'
import type { PrinterSetup, TransportSetup } from './printerSetup.ts'
import type { PrintNotice } from './printJob.ts'
import type { Transport } from './transport/transport.ts'

export const STATUS_ANSWER_MS_MAX = 300

/** What stands in the notice when a printer waits for a person. */
const conditionCodes: Readonly<Partial<Record<PrinterCondition, string>>> = {
  cutter: 'PRN-002',
  headHot: 'PRN-003',
  lowPower: 'PRN-004',
  notTaken: 'PRN-005',
  offline: 'PRN-006',
  headOpen: 'PRN-010',
  jam: 'PRN-011',
  noPaper: 'PRN-012',
  noRibbon: 'PRN-013',
  paused: 'PRN-014',
  error: 'PRN-015',
}

/** Words while a printer that ought to answer does not: what it lacks it does not say. */
export const NO_ANSWER: PrintNotice = { code: 'PRN-007', params: {} }

/** A person has stopped it. */
export const HELD: PrintNotice = { code: 'PRN-008', params: {} }

/** No power, no cable; of a platform's component: nobody has started it; of a printer of Windows: the
 *  spooler does not open it, or this is no Windows. */
export const unreachable = (
  { transport }: Pick<PrinterSetup, 'transport'>,
  platform: NodeJS.Platform = process.platform,
): PrintNotice => ({ code: unreachableCode(transport.kind, platform), params: {} })

function unreachableCode(kind: TransportSetup['kind'], platform: NodeJS.Platform): string {
  if (kind === 'component') return 'PRN-080'
  if (kind !== 'winspool') return 'PRN-001'
  return platform === 'win32' ? 'PRN-115' : 'PRN-114'
}

/** Words for a printer that waits for a person; undefined: it is well, or it never answers. */
export function conditionNotice(condition: PrinterCondition | 'silent'): PrintNotice | undefined {
  const code = condition === 'silent' ? undefined : conditionCodes[condition]
  if (code === undefined) return undefined
  return condition === 'noPaper'
    ? { code, params: {}, spoken: { kind: 'paperOut' } }
    : { code, params: {} }
}

/** Asks a printer on an open connection how it is; many never answer, which is no fault. */
export async function askCondition(
  transport: Transport,
  language: RasterLanguage,
): Promise<PrinterCondition | 'silent'> {
  const { status, detail } = printerTalk[language]
  const condition = await askPrinter(transport, status)
  if (condition === 'silent' || !detail?.after.includes(condition)) return condition
  const more = await askPrinter(transport, detail)
  // The longer answer is newer than many printers.
  return more === 'silent' || more === 'ready' ? condition : more
}

/** One question on an open connection. */
export async function askPrinter<Answer>(
  transport: Transport,
  { query, isComplete, parse }: PrinterQuestion<Answer>,
): Promise<Answer | 'silent'> {
  const answer = await transport.ask(query, isComplete, STATUS_ANSWER_MS_MAX)
  return answer === 'silent' ? 'silent' : parse(answer)
}
