import { describe, expect, test } from 'vitest'
import type { PrintIntent } from '@/domain/record/outbound.ts'
import { type HostJob, matchPrints, toldByJob, toldToHost } from './matchPrints.ts'

const intent = (state: PrintIntent['state'], more: Partial<PrintIntent> = {}): PrintIntent => ({
  id: 'waybill:77:1',
  kind: 'waybill',
  no: '77',
  revision: 1,
  reason: '',
  state,
  docRef: 'parcel:1',
  atMs: 0,
  ...more,
})
const job = (state: HostJob['state'], code?: string): HostJob => ({
  jobId: 'waybill:77:1',
  printerId: 'p1',
  state,
  notices: code === undefined ? [] : [{ code, params: { no: '77 long name' } }],
})
const why = (code: string) => ({ code, params: { no: '77' } })

describe('what a job tells its intent', () => {
  test.each([
    [
      'a label in doubt is asked about',
      job('unknown', 'PRN-040'),
      'accepted',
      { state: 'unknown', why: why('PRN-040') },
    ],
    ['a proof of the printer counts', job('printed'), 'unknown', { state: 'proved' }],
    [
      'a label that fails later is set aside',
      job('failed', 'PRN-031'),
      'accepted',
      { state: 'refused', why: why('PRN-031') },
    ],
    ['a missing label is no news', job('failed', 'PRN-042'), 'missing', null],
    ['a cancelled label is no news', job('failed', 'PRN-043'), 'accepted', null],
    ['a doubt comes too late after the scan-back', job('unknown', 'PRN-040'), 'proved', null],
    ['a doubt of a void label asks nobody', job('unknown', 'PRN-040'), 'voided', null],
    ['a sent label says nothing yet', job('sent'), 'accepted', null],
  ] as const)('%s', (_name, of, state, expected) => {
    const args = expected && { intentId: 'waybill:77:1', ...expected }
    expect(toldByJob(of, intent(state))).toEqual(args)
  })
})

test.each([
  ['PRN-040', 'PRN-064'],
  ['PRN-041', 'PRN-065'],
  ['PRN-037', 'PRN-066'],
])('a doubt %s about a thing is answered by YES or NO, not by a scan', (code, told) => {
  const args = toldByJob(job('unknown', code), intent('accepted', { kind: 'bin' }))
  expect(args?.why?.code).toBe(told)
})

describe('what an intent tells the host', () => {
  test.each([
    ['proved', { kind: 'proved', no: '77' }],
    ['missing', { kind: 'missing', jobId: 'waybill:77:1' }],
    ['cancelled', { kind: 'cancelled', jobId: 'waybill:77:1', isWanted: true }],
    ['voided', { kind: 'cancelled', jobId: 'waybill:77:1', isWanted: false }],
    ['queued', null],
    ['accepted', null],
    ['unknown', null],
    ['refused', null],
    ['stray', null],
  ] as const)('%s', (state, expected) => {
    expect(toldToHost(intent(state))).toEqual(expected)
  })

  test('names one of many labels of a thing as the host does', () => {
    const tote = intent('proved', { id: '0123456789abcdefgh#00', kind: 'tote', no: 'T-0001' })
    expect(toldToHost(tote)).toEqual({ kind: 'proved', no: 'T-0001 6789abcdefgh#00' })
  })
})

describe('after a break of the connection', () => {
  const match = (of: HostJob, row?: PrintIntent) =>
    matchPrints([of], new Map(row && [[row.id, row]]))

  test('the host hears what was settled meanwhile', () => {
    expect(match(job('sent'), intent('proved')).tell).toEqual([{ kind: 'proved', no: '77' }])
    expect(match(job('queued'), intent('voided')).tell).toHaveLength(1)
  })

  test('the page hears of a label that is in doubt', () => {
    expect(match(job('unknown', 'PRN-040'), intent('accepted')).record).toHaveLength(1)
  })

  test('settled jobs and jobs of nobody are left alone', () => {
    expect(match(job('printed'), intent('proved'))).toEqual({ record: [], tell: [] })
    expect(match(job('failed', 'PRN-042'), intent('missing'))).toEqual({ record: [], tell: [] })
    expect(match(job('unknown', 'PRN-040'))).toEqual({ record: [], tell: [] })
  })
})
