import { describe, expect, test } from 'vitest'
import { defaultProfile, type PrinterProfile } from '@/document/printerProfile.ts'
import { systemClock } from '@/kernel/clock.ts'
import type { PrintMark, PrintNotice } from '../printJob.ts'
import type { ProofWatch, Transport } from '../transport/transport.ts'
import { labelProof } from './labelProof.ts'

const ascii = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
const profile = (parts: Partial<PrinterProfile>): PrinterProfile => ({
  ...defaultProfile('p1'),
  ...parts,
})

/** A printer that gives so many answers to each question in turn, the last of them for ever. */
function scripted(answers: Readonly<Record<string, readonly string[]>>): Transport {
  const asked = new Map<string, number>()
  return {
    open: async () => undefined,
    send: async () => undefined,
    async ask(query) {
      const name = Buffer.from(query).toString('latin1')
      const at = asked.get(name) ?? 0
      asked.set(name, at + 1)
      const said = answers[name]?.at(Math.min(at, (answers[name]?.length ?? 0) - 1))
      return said === undefined || said === 'silent' ? 'silent' : ascii(said)
    },
    listen: async () => 'silent',
    close: async () => undefined,
  }
}

function watchOf(told: (PrintNotice | undefined)[] = []): ProofWatch {
  return {
    stands: async (notice) => void told.push(notice),
    hasStood: () => told.some((notice) => notice !== undefined),
    isOver: () => false,
    monoMs: () => systemClock.monoMs(),
  }
}

const STATUS = '\x1b!?'
const COUNTER = '~!@'
const READY = '\x00'
const PRINTING = '\x20'
const NO_PAPER = '\x04'
const counted: PrintMark = { kind: 'counter', before: 41 }
const byCounter = labelProof(profile({ proof: 'counter' }), () => 'AAAA')

describe('the proof by counter', () => {
  test.each([
    ['one more: it is on paper', [READY], ['42\r'], 'printed'],
    ['one more after a while', [PRINTING], ['41\r', '41\r', '42\r'], 'printed'],
    ['the same, idle for half a second: it is not', [READY], ['41\r'], 'notPrinted'],
    ['two more: somebody else prints there', [READY], ['43\r'], 'unknown'],
    ['less: the counter was set back', [READY], ['3\r'], 'unknown'],
    ['more after new paper: it came out by itself', [NO_PAPER, READY], ['41\r', '42\r'], 'printed'],
  ] as const)('%s', async (_name, status, count, verdict) => {
    const printer = scripted({ [STATUS]: status, [COUNTER]: count })
    expect(await byCounter?.prove(printer, counted, watchOf())).toBe(verdict)
  })

  test('never says that a label is missing that the paper ran out under', async () => {
    const told: (PrintNotice | undefined)[] = []
    const printer = scripted({ [STATUS]: [NO_PAPER, NO_PAPER, READY], [COUNTER]: ['41\r'] })
    expect(await byCounter?.prove(printer, counted, watchOf(told))).toBe('unknown')
    expect(told[0]?.code).toBe('PRN-012')
  }, 10_000)

  test('gives the connection up where nothing is answered', async () => {
    const printer = scripted({ [STATUS]: ['silent'] })
    await expect(byCounter?.prove(printer, counted, watchOf())).rejects.toThrow('does not answer')
    expect(await byCounter?.mark(printer)).toBe('silent')
  })
})

describe('the proof by process id', () => {
  const byId = labelProof(profile({ language: 'escpos', proof: 'processId' }), () => 'Q7X2')

  test('is the id that followed the label, not one from before', async () => {
    const mark = await byId?.mark(scripted({}))
    expect(mark).toEqual({ kind: 'processId', id: 'Q7X2' })
    expect(Buffer.from(byId?.tail({ kind: 'processId', id: 'Q7X2' }) ?? []).toString('hex')).toBe(
      '1d28480600303051375832',
    )
    let said = ascii('7"Q7X1\0')
    const printer: Transport = {
      ...scripted({}),
      async listen(isComplete) {
        if (isComplete(said)) return said
        said = ascii('7"Q7X1\x007"Q7X2\0')
        return 'silent'
      },
    }
    expect(await byId?.prove(printer, { kind: 'processId', id: 'Q7X2' }, watchOf())).toBe('printed')
  })

  test('cannot be had on another connection', () => {
    expect([byId?.isLasting, byCounter?.isLasting]).toEqual([false, true])
  })
})

test('an answer to the status question proves a CPCL label, unless paper ran out under it', async () => {
  const proof = labelProof(profile({ language: 'cpcl', proof: 'status' }), () => 'AAAA')
  const ready = scripted({ '\x1bh': ['silent', '\x01', '\x00'], '\x1bi': ['\x00'] })
  expect(await proof?.prove(ready, { kind: 'status' }, watchOf())).toBe('printed')
  const stood = scripted({ '\x1bh': ['\x02', '\x00'] })
  expect(await proof?.prove(stood, { kind: 'status' }, watchOf())).toBe('unknown')
})

test('a proof that the language cannot give is none', () => {
  expect(labelProof(profile({ language: 'cpcl', proof: 'counter' }), () => 'AAAA')).toBeUndefined()
  expect(labelProof(profile({ proof: 'processId' }), () => 'AAAA')).toBeUndefined()
  expect(labelProof(profile({ language: 'pdf', proof: 'counter' }), () => 'AAAA')).toBeUndefined()
})
