import { describe, expect, test } from 'vitest'
import { sendJob } from '../sendJob.ts'
import type { ProofWatch } from './transport.ts'
import { winspoolCondition } from './winspoolStatus.ts'
import { createWinspoolTransport, type SpoolerTable } from './winspoolTransport.ts'

const LABEL = Uint8Array.from({ length: 100_000 }, (_, at) => at % 251)

/** A spooler whose job passes through these status words; null = forgotten. */
function fakeSpooler(words: readonly (number | null)[], printerWord = 0) {
  const taken: Uint8Array[] = []
  const acts: string[] = []
  let asked = 0
  const table: SpoolerTable = {
    async open(name) {
      acts.push(`open ${name}`)
      return 1
    },
    printerStatus: async () => printerWord,
    async startJob(_handle, title) {
      acts.push(`start ${title}`)
      return 7
    },
    async write(_handle, bytes) {
      taken.push(bytes)
    },
    async endJob() {
      acts.push('end')
    },
    jobStatus: async () => words[Math.min(asked++, words.length - 1)] ?? null,
    async close() {
      acts.push('close')
    },
  }
  return { table, acts, taken }
}

async function send(
  spooler: ReturnType<typeof fakeSpooler>,
  hasStood = false,
  stands: ProofWatch['stands'] = async () => undefined,
) {
  const transport = createWinspoolTransport({
    spooler: async () => spooler.table,
    printerName: 'TSC',
    title: 'job-1',
  })
  return sendJob({
    transport,
    bytes: LABEL,
    asksIn: undefined,
    proof: transport.proof,
    needsQuiet: false,
    watch: {
      stands,
      hasStood: () => hasStood,
      isOver: () => false,
      monoMs: () => 0,
    },
    isStopping: () => false,
    writeAhead: async () => undefined,
  })
}

describe('a printer of Windows', () => {
  test('takes one label as one raw job, whole, and is closed', async () => {
    const spooler = fakeSpooler([0x10, 0x80])
    expect(await send(spooler)).toEqual({ kind: 'proved', verdict: 'sent' })
    expect(Buffer.concat(spooler.taken).equals(LABEL)).toBe(true)
    expect(spooler.acts).toEqual(['open TSC', 'start job-1', 'end', 'close'])
  })

  test.each([
    ['forgets it', [null], false, 'sent'],
    ['completes it', [0x1000], false, 'sent'],
    ['blocks it', [0x10, 0x200], false, 'unknown'],
    ['has it deleted', [0x104], false, 'unknown'],
    ['stood meanwhile', [null], true, 'unknown'],
  ] as const)('that %s', async (_what, words, hasStood, verdict) => {
    expect(await send(fakeSpooler(words), hasStood)).toEqual({ kind: 'proved', verdict })
  })

  test('whose job is in error waits with words, for Windows may print it yet', async () => {
    const codes: (string | undefined)[] = []
    const stands: ProofWatch['stands'] = async (notice) => void codes.push(notice?.code)
    await send(fakeSpooler([0x2, 0x40, 0x1, 0x10, 0x80]), false, stands)
    expect(codes).toEqual(['PRN-015', 'PRN-012', 'PRN-014', undefined])
  })

  test('that waits for a person is sent nothing', async () => {
    const spooler = fakeSpooler([0], 0x10)
    expect(await send(spooler)).toMatchObject({ kind: 'waits', notice: { code: 'PRN-012' } })
    expect(spooler.taken).toEqual([])
  })

  test.each([
    [0, 'ready'],
    [0x10, 'noPaper'],
    [0x80, 'offline'],
    [0x40_0010, 'headOpen'],
    [0x10_0000, 'error'],
    [0x1, 'paused'],
    [0x8, 'jam'],
    [0x4_0000, 'noRibbon'],
  ])('with status word %i is %s', (word, condition) => {
    expect(winspoolCondition(word)).toBe(condition)
  })
})
