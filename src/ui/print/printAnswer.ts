import type { PrintWhy } from '@/domain/record/outbound.ts'

/** What the host says to a label: what became of it, or why nobody could be asked. */
export type PrintAnswer =
  | {
      readonly ok: true
      readonly job?: { readonly state: string; readonly notices: readonly PrintWhy[] }
    }
  | {
      readonly ok: false
      readonly code: string
      readonly params?: Readonly<Record<string, string | number>> | undefined
    }

/** Why labels do not come out now; null = they do. */
export type PrintFault = PrintWhy | null

/** What follows from an answer: the host has the label; the label itself is at fault and is set aside; its
 *  printer takes none for now; the host takes none for now. */
export type PrintFate =
  | { readonly kind: 'taken' }
  | { readonly kind: 'refused'; readonly why: PrintWhy }
  | { readonly kind: 'printerStands'; readonly why: PrintWhy }
  | { readonly kind: 'hostStands'; readonly why: PrintWhy }

/** A label that the host could not read, or that is too long for a message: the next one may be fine. */
const LABEL_FAULTS = new Set(['BRG-002', 'BRG-005'])
/** The printer is not set up (any more), or too many wait for it. */
const PRINTER_FAULTS = new Set(['PRN-030', 'PRN-032'])
/** The host broke while it worked on this label: the host or the label, which only repeating tells. */
const HOST_BROKE = 'BRG-009'
export const HOST_BROKE_MAX = 3

/** `brokeBefore`: how often the host broke on this label already. */
export function fateOf(answer: PrintAnswer, brokeBefore = 0): PrintFate {
  if (answer.ok) return fateOfJob(answer.job)
  const { code, params = {} } = answer
  const isBroken = code === HOST_BROKE && brokeBefore + 1 >= HOST_BROKE_MAX
  if (LABEL_FAULTS.has(code) || isBroken) return { kind: 'refused', why: UNREADABLE }
  // A code of its own is about this one (a paper that no folder takes); the host itself is well.
  const kind = code.startsWith('BRG-') ? 'hostStands' : 'printerStands'
  return { kind, why: { code, params } }
}

/** The label was not complete: what a person is told instead of the messages between page and host. */
export const UNREADABLE: PrintWhy = { code: 'PRN-031', params: {} }

function fateOfJob(job: Extract<PrintAnswer, { ok: true }>['job']): PrintFate {
  if (job?.state !== 'failed') return { kind: 'taken' }
  const why = job.notices[0] ?? UNREADABLE
  return { kind: PRINTER_FAULTS.has(why.code) ? 'printerStands' : 'refused', why }
}

export const isHostBroke = (answer: PrintAnswer): boolean =>
  !answer.ok && answer.code === HOST_BROKE
