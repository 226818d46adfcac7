import { expect, it } from 'vitest'
import { createPickingWorld, orderState, playPicking } from '../driver/pickingWorld.ts'
import { intake, testDraft } from '../driver/testOrder.ts'

it('an order whose buyer wants the money back meanwhile is stopped and waits in review', async () => {
  const warehouse = await createPickingWorld()
  await intake(warehouse, testDraft('100', { BK1: 1 }))
  await playPicking(warehouse, 'T-0001 | scanItem | PICK-011')
  await intake(warehouse, testDraft('100', { BK1: 1 }, { holds: ['refund'] }))
  const story = `
    BK1    | intercepted   | PICK-015
    T-0001 | scanToteFirst | PICK-027`
  await playPicking(warehouse, story)
  expect(await orderState(warehouse, '100')).toEqual({ state: 'held', holds: ['refund'] })
})
