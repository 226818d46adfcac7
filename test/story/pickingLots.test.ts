import { beforeEach, describe, expect, it } from 'vitest'
import { resolveScan } from '@/app/resolveScan.ts'
import { toteIdOf } from '@/domain/record/place.ts'
import type { TestWarehouse } from '../driver/testWarehouse.ts'
import {
  LOT_STORY,
  createPickingWorld,
  playPicking,
  stockLots,
  stockSum,
} from '../driver/pickingWorld.ts'
import { intake, testDraft } from '../driver/testOrder.ts'

let warehouse: TestWarehouse

beforeEach(async () => {
  warehouse = await createPickingWorld()
})

const play = (story: string) => playPicking(warehouse, story)

/** What a GS1 code on the goods says: the item, its expiry and its lot. */
const gs1 = (lot: string) => `010694005533113817261201` + `10${lot}`

async function lotInTote(): Promise<string[]> {
  const rows = await warehouse.ledger.reader.balances({ placeId: toteIdOf('T-0001') })
  return rows.map((row) => row.lot)
}

describe('picking goods that are kept by lots', () => {
  it('takes the lot a GS1 code names, and refuses another one with the way forward', async () => {
    await stockLots(warehouse, { 'A-02-1-01': ['L1', 'L2'] })
    await intake(warehouse, testDraft('100', { BK9: 1 }))
    await play(`
      T-0001          | scanItem      | PICK-011
      ${gs1('L2')}    | scanItem      | PICK-047
      L2              | scanItem      | PICK-047
      L9              | scanItem      | SCAN-001
      ${gs1('L1')}    | scanTote      | PICK-026
      ${gs1('L2')}    | scanTote      | PICK-047
      L2              | scanTote      | PICK-047
      L1              | scanTote      | PICK-050
      T-0001          | scanToteFirst | PICK-010`)
    expect(await lotInTote()).toEqual(['L1'])
    expect(await stockSum(warehouse)).toBe(0)
  })

  it('goes on to the other lot once the expected one is said to be short', async () => {
    await stockLots(warehouse, { 'A-02-1-01': ['L1', 'L2'] })
    await intake(warehouse, testDraft('100', { BK9: 1 }))
    await play(`
      T-0001       | scanItem      | PICK-011
      ${gs1('L2')} | scanItem      | PICK-047
      :SHORT       | scanItem      | PICK-033
      :SHORT       | scanItem      | PICK-017
      ${gs1('L2')} | scanTote      | PICK-026
      T-0001       | scanToteFirst | PICK-010`)
    expect(await lotInTote()).toEqual(['L2'])
  })

  it('asks for the lot where the bin holds two and the code names none', async () => {
    await stockLots(warehouse, { 'A-02-1-01': ['L1', 'L2'] })
    await intake(warehouse, testDraft('100', { BK9: 1 }))
    await play(LOT_STORY)
    await play(`
      UNDO         | scanTote      | UNDO-001
      UNDO         | scanLot       | UNDO-001
      6940055331138 | scanLot      | PICK-048
      BK1          | scanLot       | PICK-003
      ${gs1('L2')} | scanLot       | PICK-047
      #77          | scanLot       | PICK-047
      ${gs1('L1')} | scanTote      | PICK-050
      UNDO         | scanLot       | UNDO-001
      :OK          | scanTote      | PICK-050
      T-0014       | scanToteFirst | PICK-010`)
  })

  it('knows the lot from its label scanned before the item', async () => {
    await stockLots(warehouse, { 'A-02-1-01': ['L1', 'L2'] })
    await intake(warehouse, testDraft('100', { BK9: 1 }))
    await play(`
      T-0001        | scanItem      | PICK-011
      L1            | scanItem      | PICK-049
      6940055331138 | scanTote      | PICK-026
      T-0001        | scanToteFirst | PICK-010`)
  })

  it('asks for no lot where the bin holds only one: two scans a line', async () => {
    await stockLots(warehouse, { 'A-02-1-01': ['L1'], 'B-01-1-01': ['L2'] })
    await intake(warehouse, testDraft('100', { BK9: 1 }))
    await play(`
      T-0001        | scanItem  | PICK-011
      6940055331138 | scanTote  | PICK-026
      T-0001        | zeroCheck | PICK-018`)
  })

  it('takes whatever lot the maker printed on goods that are kept without lots', async () => {
    await intake(warehouse, testDraft('100', { BK1: 1 }))
    await play(`
      T-0001                      | scanItem | PICK-011
      010690123456789210ANY       | scanTote | PICK-026`)
  })
})

describe('a GS1 code with a wrong check digit', () => {
  it('stands for nothing', async () => {
    await stockLots(warehouse, {})
    const { reader } = warehouse.ledger
    expect(await resolveScan('010694005533113917261201', ['sku'], reader, 2026)).toMatchObject({
      kind: 'none',
    })
    expect(await resolveScan(gs1('L1'), ['sku'], reader, 2026)).toMatchObject({
      kind: 'one',
      record: { unitQty: 1, element: { lot: 'L1', expiresOn: '2026-12-01' } },
    })
  })
})
