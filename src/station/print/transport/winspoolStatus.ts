import { type PrinterCondition, worstCondition } from '@/document/printerCondition.ts'

/** Flags of a printer's status word (PRINTER_INFO_2, winspool.h). */
const PRINTER = {
  paused: 0x1,
  error: 0x2,
  paperJam: 0x8,
  paperOut: 0x10,
  offline: 0x80,
  outputBinFull: 0x800,
  notAvailable: 0x1000,
  noToner: 0x4_0000,
  userIntervention: 0x10_0000,
  doorOpen: 0x40_0000,
} as const

/** Flags of a job's status word (JOB_INFO_1). */
const JOB = {
  paused: 0x1,
  error: 0x2,
  deleting: 0x4,
  offline: 0x20,
  paperOut: 0x40,
  printed: 0x80,
  deleted: 0x100,
  blocked: 0x200,
  userIntervention: 0x400,
  complete: 0x1000,
} as const

/** What became of a spooled job; `gone`: the spooler does not know it (any more). */
export type SpooledState = 'waiting' | 'passedOn' | 'broken' | 'gone'

const has = (word: number, flag: number): boolean => (word & flag) !== 0

/** How a printer is by its status word. Example: 0x10 -> noPaper; 0 -> ready. */
export function winspoolCondition(word: number): PrinterCondition {
  return worstCondition([
    [has(word, PRINTER.doorOpen), 'headOpen'],
    [has(word, PRINTER.paperJam), 'jam'],
    [has(word, PRINTER.paperOut), 'noPaper'],
    [has(word, PRINTER.noToner), 'noRibbon'],
    [has(word, PRINTER.outputBinFull), 'notTaken'],
    [has(word, PRINTER.error) || has(word, PRINTER.userIntervention), 'error'],
    [has(word, PRINTER.paused), 'paused'],
    [has(word, PRINTER.offline) || has(word, PRINTER.notAvailable), 'offline'],
  ])
}

/** What a job waits for by its status word. That it is in error ends nothing: Windows prints it once its
 *  printer is back. Example: 0x40 -> noPaper. */
export function jobCondition(word: number): PrinterCondition {
  return worstCondition([
    [has(word, JOB.paperOut), 'noPaper'],
    [has(word, JOB.error) || has(word, JOB.userIntervention), 'error'],
    [has(word, JOB.paused), 'paused'],
    [has(word, JOB.offline), 'offline'],
  ])
}

/** What became of a job by its status word; null = the spooler does not know it. That it was printed means
 *  that its bytes were passed on. */
export function spooledState(word: number | null): SpooledState {
  if (word === null) return 'gone'
  if ([JOB.deleting, JOB.deleted, JOB.blocked].some((flag) => has(word, flag))) return 'broken'
  return has(word, JOB.printed) || has(word, JOB.complete) ? 'passedOn' : 'waiting'
}
