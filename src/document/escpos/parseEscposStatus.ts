import { byteText } from '../byteText.ts'
import { type PrinterCondition, worstCondition } from '../printerCondition.ts'

/** How many status bytes `10 04 1` to `10 04 4` bring. */
const STATUS_BYTES = 4
/** Unasked status comes as four bytes of its own shape. */
const UNASKED_BYTES = 4

/** The answers to our four questions: unasked status, also a part of one at the end, is taken out. */
function askedBytes(answer: Uint8Array): number[] {
  const asked: number[] = []
  for (let at = 0; at < answer.length; at += 1) {
    const byte = answer[at] ?? 0
    if ((byte & 0x93) === 0x10) at += UNASKED_BYTES - 1
    else if ((byte & 0x93) === 0x12) asked.push(byte)
  }
  return asked
}

export function isEscposStatus(answer: Uint8Array): boolean {
  return askedBytes(answer).length >= STATUS_BYTES
}

/** Reads the answers to `10 04 1`, `2`, `3`, `4`, one byte each, in that order.
 *  Example: 16 12 12 12 -> ready, 1E 32 12 72 -> noPaper. */
export function parseEscposStatus(answer: Uint8Array): PrinterCondition {
  const [printer = 0, offline = 0, error = 0, paper = 0] = askedBytes(answer)
  return worstCondition([
    [(printer & 0x08) !== 0, 'offline'],
    [(offline & 0x04) !== 0, 'headOpen'],
    [(offline & 0x20) !== 0 || (paper & 0x60) === 0x60, 'noPaper'],
    [(offline & 0x40) !== 0 || (error & 0x20) !== 0, 'error'],
    [(error & 0x08) !== 0, 'cutter'],
    [(error & 0x40) !== 0, 'headHot'],
  ])
}

/** Characters of a process id: each 20–7E. */
export const PROCESS_ID_CHARS = 4

// biome-ignore lint/suspicious/noControlCharactersInRegex: the printer ends its answer with a zero.
const PROCESS_ANSWER = /7"([ -~]{4})\0/g

function processIds(answer: Uint8Array): string[] {
  return Array.from(byteText(answer).matchAll(PROCESS_ANSWER), ([, id = '']) => id)
}

export function isEscposProcessId(answer: Uint8Array): boolean {
  return processIds(answer).length > 0
}

/** Reads `37 22 d1 d2 d3 d4 00`: the id of the label that has been printed, the newest where there
 *  are several. */
export function parseEscposProcessId(answer: Uint8Array): string | undefined {
  return processIds(answer).at(-1)
}
