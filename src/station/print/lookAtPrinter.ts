import type { PrinterCondition } from '@/document/printerCondition.ts'
import type { RasterLanguage } from '@/document/printerProfile.ts'
import { askCondition, conditionNotice, NO_ANSWER } from './askCondition.ts'
import type { PrintNotice } from './printJob.ts'
import { CONNECT_MS_MAX } from './sendJob.ts'
import type { Transport } from './transport/transport.ts'

/** What is known of a printer: nothing (any more), that it is well, that it waits for a person. */
export type PrinterStanding = 'untried' | 'well' | 'stands'

/** How a printer is, without sending it anything: its answer, reached but silent, or not reached at all.
 *  `asksIn` undefined: it does not answer questions, or a spooler answers for it. Never rejects. */
export async function lookAtPrinter(
  transport: Transport,
  asksIn: RasterLanguage | undefined,
): Promise<PrinterCondition | 'silent' | 'unreachable'> {
  try {
    await transport.open(CONNECT_MS_MAX)
    if (asksIn) return await askCondition(transport, asksIn)
    return (await transport.condition?.()) ?? 'silent'
  } catch {
    return 'unreachable'
  } finally {
    await transport.close().catch(() => undefined)
  }
}

/** What a look at a printer that was reached says of it; null = nothing new. Silence is good news only of a
 *  printer that nothing is known of, and that need not answer: while one prints its last label, or lacks
 *  paper, it may be silent, too. */
export function judgeLook(
  found: PrinterCondition | 'silent',
  { standing, mustAnswer }: { readonly standing: PrinterStanding; readonly mustAnswer: boolean },
): { readonly standing: PrinterStanding; readonly notice?: PrintNotice } | null {
  if (found === 'silent' && standing !== 'untried') return null
  if (found === 'silent' && mustAnswer) return { standing, notice: NO_ANSWER }
  const notice = conditionNotice(found)
  return notice ? { standing: 'stands', notice } : { standing: 'well' }
}
