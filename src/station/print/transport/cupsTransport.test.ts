import { describe, expect, test } from 'vitest'
import { systemClock } from '@/kernel/clock.ts'
import {
  type CupsJobState,
  type CupsQueue,
  createCupsTransport,
  cupsCondition,
} from './cupsTransport.ts'
import type { ProofWatch } from './transport.ts'

const fine = { isStopped: false, reasons: ['none'], errorPolicy: 'stop-printer' }

function queueOf(parts: Partial<CupsQueue>, states: readonly CupsJobState[] = []): CupsQueue {
  let at = 0
  return {
    submit: async () => undefined,
    jobState: async () => states[at++] ?? 'gone',
    cancel: async () => undefined,
    state: async () => fine,
    ...parts,
  }
}

const transportOf = (queue: CupsQueue) =>
  createCupsTransport({ queue, title: 'job-1', format: 'application/vnd.cups-raw' })

async function verdictOf(states: readonly CupsJobState[], told: string[] = []) {
  const watch: ProofWatch = {
    stands: async (notice) => void (notice && told.push(notice.code)),
    hasStood: () => told.length > 0,
    isOver: () => false,
    monoMs: () => systemClock.monoMs(),
  }
  const state = async () => ({ ...fine, isStopped: true, reasons: ['media-empty-error'] })
  const transport = transportOf(queueOf({ state }, states))
  return transport.proof?.prove(transport, { kind: 'spooled' }, watch)
}

describe('a printer behind CUPS', () => {
  test.each([
    ['completed', 'sent'],
    ['aborted', 'unknown'],
    ['gone', 'unknown'],
  ] as const)('a job that is %s is %s, never printed', async (state, verdict) => {
    expect(await verdictOf([state])).toBe(verdict)
  })

  test('a job that waits for paper is waited for, and the paper is asked for', async () => {
    const told: string[] = []
    expect(await verdictOf(['waiting', 'waiting', 'completed'], told)).toBe('sent')
    expect(told).toEqual(['PRN-012', 'PRN-012'])
  })

  test('a job that broke off is taken out of the queue, which would print it again', async () => {
    const cancelled: string[] = []
    const cancel: CupsQueue['cancel'] = async (title) => void cancelled.push(title)
    const transport = transportOf(queueOf({ cancel }, ['waiting', 'broken']))
    const watch: ProofWatch = {
      stands: async () => undefined,
      hasStood: () => false,
      isOver: () => false,
      monoMs: () => systemClock.monoMs(),
    }
    expect(await transport.proof?.prove(transport, { kind: 'spooled' }, watch)).toBe('unknown')
    expect(cancelled).toEqual(['job-1'])
  })

  test('one label is one job with our id as its title', async () => {
    const sent: unknown[] = []
    const submit: CupsQueue['submit'] = async (...args) => void sent.push(args)
    await transportOf(queueOf({ submit })).send(Uint8Array.of(7), () => undefined)
    expect(sent).toEqual([['job-1', 'application/vnd.cups-raw', Uint8Array.of(7)]])
  })

  test('a queue that would print a broken label again is not used', async () => {
    const state = async () => ({ ...fine, errorPolicy: 'retry-current-job' })
    await expect(transportOf(queueOf({ state })).open(1)).rejects.toThrow('stop-printer')
  })

  test.each([
    [['cover-open-warning'], false, 'headOpen'],
    [['media-jam'], true, 'jam'],
    [['none'], true, 'paused'],
    [['none'], false, 'ready'],
  ] as const)('%s, stopped %s, is %s', (reasons, isStopped, condition) => {
    expect(cupsCondition({ ...fine, reasons, isStopped })).toBe(condition)
  })
})
