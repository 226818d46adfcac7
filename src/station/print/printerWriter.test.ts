import { describe, expect, test } from 'vitest'
import { defaultProfile } from '@/document/printerProfile.ts'
import { systemClock } from '@/kernel/clock.ts'
import { type PrinterWriter, startPrinterWriter } from './printerWriter.ts'
import type { PrintJob } from './printJob.ts'
import type { PrintStore } from './printStore.ts'
import type { Transport } from './transport/transport.ts'

const job: PrintJob = {
  jobId: 'job-1',
  printerId: 'p1',
  document: { kind: 'tote', no: 'T-0001', revision: 0 },
  operatorId: 'op-1',
  state: 'queued',
  notices: [],
  createdAtMs: 0,
  changedAtMs: 0,
}

/** A store that holds one queued job; how it takes changes is given. */
function storeOf(
  change: (state: string, why?: string) => Promise<PrintJob | undefined>,
): PrintStore {
  const refuse = () => Promise.reject(new Error('not part of this test'))
  return {
    all: () => [job],
    find: () => job,
    findSame: () => job,
    nextFor: () => job,
    sendingTo: () => undefined,
    add: refuse,
    begin: () => change('sending'),
    move: (_jobId, state, notices = []) => change(state, notices[0]?.code),
    reassign: refuse,
    label: refuse,
  }
}

/** Runs the writer until it first says something other than "printing". */
async function firstWord(store: PrintStore, encode: () => Promise<Uint8Array>) {
  let sentBytes = 0
  const transport: Transport = {
    open: async () => undefined,
    send: async (bytes) => {
      sentBytes += bytes.length
    },
    ask: async () => 'silent',
    close: async () => undefined,
  }
  let writer: PrinterWriter | undefined
  const code = await new Promise<string | undefined>((resolve) => {
    writer = startPrinterWriter({
      setup: { name: '打包台', profile: defaultProfile('p1'), transport: { kind: 'virtual' } },
      store,
      clock: systemClock,
      openTransport: () => transport,
      encode,
      isHeld: () => false,
      onState: (state, notice) => state !== 'printing' && resolve(notice?.code),
    })
  })
  await writer?.stop()
  return { code, sentBytes }
}

describe('the writer of a printer', () => {
  test('sends nothing while the disk takes no record of it', async () => {
    const full = storeOf(() => Promise.reject(new Error('ENOSPC')))
    const heard = await firstWord(full, async () => Uint8Array.of(1))
    expect(heard).toEqual({ code: 'PRN-016', sentBytes: 0 })
  })

  test('sends nothing for a job that was settled elsewhere meanwhile', async () => {
    const settled = storeOf(async () => undefined)
    const heard = await firstWord(settled, async () => Uint8Array.of(1))
    expect(heard.sentBytes).toBe(0)
  })

  test('leaves a label alone that another printer took while it connected', async () => {
    const moves: string[] = []
    const elsewhere = { ...job, printerId: 'p2', state: 'sending' } as const
    let asked = 0
    const store: PrintStore = {
      ...storeOf(async (state) => {
        moves.push(state)
        return undefined
      }),
      find: () => elsewhere,
      nextFor: () => (++asked === 1 ? job : undefined),
    }
    await firstWord(store, async () => Uint8Array.of(1))
    expect(new Set(moves)).toEqual(new Set(['sending']))
  })

  test('fails a label that cannot be drawn instead of holding up the line', async () => {
    const moves: string[] = []
    const store = storeOf(async (state, why) => {
      moves.push(`${state} ${why}`)
      throw new Error('stop here')
    })
    await firstWord(store, () => Promise.reject(new Error('no font')))
    expect(moves[0]).toBe('failed PRN-031')
  })
})
