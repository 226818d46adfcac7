import { assert } from '@/kernel/assert.ts'
import { asciiBytes, joinBytes } from './byteText.ts'
import { parseCpclDetail, parseCpclStatus } from './cpcl/parseCpclStatus.ts'
import {
  isEscposProcessId,
  isEscposStatus,
  PROCESS_ID_CHARS,
  parseEscposProcessId,
  parseEscposStatus,
} from './escpos/parseEscposStatus.ts'
import type { PrinterCondition } from './printerCondition.ts'
import type { RasterLanguage } from './printerProfile.ts'
import {
  isTsplLongStatus,
  isTsplMileage,
  parseTsplLongStatus,
  parseTsplMileage,
  parseTsplStatus,
} from './tspl/parseTsplStatus.ts'
import { isZplCounter, isZplStatus, parseZplCounter, parseZplStatus } from './zpl/parseZplStatus.ts'

/** A question and how its answer is read; `parse` is for answers that `isComplete` let through. */
export interface PrinterQuestion<Answer> {
  readonly query: Uint8Array
  /** True once the bytes so far hold a whole answer, whatever the printer said before it. */
  isComplete(sofar: Uint8Array): boolean
  parse(answer: Uint8Array): Answer
}

/** Asked where the short answer leaves open what is wrong. */
export interface PrinterDetail extends PrinterQuestion<PrinterCondition> {
  readonly after: readonly PrinterCondition[]
}

/** Sent after a label; the printer gives the id back once that label is printed. */
export interface PrinterReceipt {
  tail(id: string): Uint8Array
  isComplete(sofar: Uint8Array): boolean
  parse(answer: Uint8Array): string | undefined
}

/** How one language is spoken between labels. */
export interface PrinterTalk {
  readonly status: PrinterQuestion<PrinterCondition>
  readonly detail?: PrinterDetail
  /** Labels printed in the printer's life; undefined where it does not count. */
  readonly counter?: PrinterQuestion<number | undefined>
  readonly receipt?: PrinterReceipt
  /** A printer that has answered before and is silent now waits for a person. */
  readonly silenceIsStatus: boolean
  /** The answer to the status question comes only once the label before it is done. */
  readonly statusProves: boolean
}

const isAnswered = (sofar: Uint8Array) => sofar.length > 0

/** What can be asked in each language, and how the answers are read. */
export const printerTalk: Readonly<Record<RasterLanguage, PrinterTalk>> = {
  tspl: {
    status: {
      query: Uint8Array.of(0x1b, 0x21, 0x3f),
      isComplete: isAnswered,
      parse: parseTsplStatus,
    },
    detail: {
      query: Uint8Array.of(0x1b, 0x21, 0x53),
      isComplete: isTsplLongStatus,
      parse: parseTsplLongStatus,
      after: ['error'],
    },
    counter: { query: asciiBytes('~!@'), isComplete: isTsplMileage, parse: parseTsplMileage },
    silenceIsStatus: false,
    statusProves: false,
  },
  zpl: {
    status: { query: asciiBytes('~HS\r\n'), isComplete: isZplStatus, parse: parseZplStatus },
    counter: {
      query: asciiBytes('! U1 getvar "odometer.total_label_count"\r\n'),
      isComplete: isZplCounter,
      parse: parseZplCounter,
    },
    // Newer firmware answers nothing at all without paper, with an open or a hot head.
    silenceIsStatus: true,
    statusProves: false,
  },
  escpos: {
    status: {
      query: joinBytes([1, 2, 3, 4].map((n) => Uint8Array.of(0x10, 0x04, n))),
      isComplete: isEscposStatus,
      parse: parseEscposStatus,
    },
    receipt: {
      tail(id) {
        assert(/^[ -~]{4}$/.test(id), `a process id has ${PROCESS_ID_CHARS} ASCII characters`)
        return joinBytes([Uint8Array.of(0x1d, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30), asciiBytes(id)])
      },
      isComplete: isEscposProcessId,
      parse: parseEscposProcessId,
    },
    silenceIsStatus: false,
    statusProves: false,
  },
  cpcl: {
    status: { query: Uint8Array.of(0x1b, 0x68), isComplete: isAnswered, parse: parseCpclStatus },
    detail: {
      query: Uint8Array.of(0x1b, 0x69),
      isComplete: isAnswered,
      parse: parseCpclDetail,
      after: ['busy'],
    },
    silenceIsStatus: false,
    statusProves: true,
  },
}
