import { describe, expect, test } from 'vitest'
import type { PrintIntent } from '@/domain/record/outbound.ts'
import { labelTrouble } from './labelTrouble.ts'
import type { HostJob } from './matchPrints.ts'
import type { PrintersView, StationPrinter } from './stationPrinters.ts'

const print = (state: PrintIntent['state'], more: Partial<PrintIntent> = {}): PrintIntent => ({
  id: 'waybill:77:1',
  kind: 'waybill',
  no: '77',
  revision: 1,
  reason: '',
  state,
  docRef: '',
  atMs: 0,
  ...more,
})
const waits: HostJob = { jobId: 'waybill:77:1', printerId: 'a', state: 'queued', notices: [] }
const jobs = new Map([[waits.jobId, waits]])
const view = (more: Partial<StationPrinter> = {}): PrintersView => ({
  printers: [
    { printerId: 'a', name: 'A', dotsPerMm: 8, state: 'ready', waiting: 1, ...more },
    { printerId: 'b', name: 'B', dotsPerMm: 8, state: 'offline', waiting: 0 },
  ],
  fault: null,
})
const noPaper = { code: 'PRN-012', params: { printer: 'A' } }

describe('a label that a person waits for', () => {
  test('is held up by its printer, which is named with what to do', () => {
    const paused = view({ state: 'paused', notice: noPaper })
    expect(labelTrouble([print('accepted')], jobs, paused)).toEqual(noPaper)
    expect(labelTrouble([print('accepted')], jobs, view({ state: 'offline' }))).toEqual({
      code: 'PRN-001',
      params: { printer: 'A' },
    })
  })

  test('comes out again once its printer works, whatever another printer does', () => {
    expect(labelTrouble([print('accepted')], jobs, view())).toBeNull()
  })

  test('that was sent lies on the printer: paper that ran out afterwards is not its trouble', () => {
    const paused = view({ state: 'paused', notice: noPaper })
    expect(labelTrouble([print('accepted')], new Map(), paused)).toBeNull()
  })

  test('that did not reach the host says why', () => {
    const fault = { code: 'PRN-060', params: {} }
    expect(labelTrouble([print('queued')], jobs, { ...view(), fault })).toEqual(fault)
    expect(labelTrouble([print('refused', { why: noPaper })], jobs, view())).toEqual(noPaper)
  })

  test('is the newest of its number', () => {
    const again = print('proved', { id: 'waybill:77:2', revision: 2 })
    expect(labelTrouble([print('refused', { why: noPaper }), again], jobs, view())).toBeNull()
  })
})
