import { expect, it } from 'vitest'
import { readStaged } from '@/store/queries/putaway/readStaged.ts'
import {
  readLastSlip,
  readReceiving,
  readWaitingOrders,
} from '@/store/queries/receiving/readReceiving.ts'
import { putawayJob } from '@/ui/screens/putaway/putawayJob.ts'
import { receivingJob } from '@/ui/screens/receiving/receivingJob.ts'
import { createInboundWorld } from '../driver/inboundWorld.ts'
import { playStory } from '../driver/testWarehouse.ts'

const BK1 = '9787442974540'
const BK2 = '9787472591762'

it('the screens show what was received, what waits, and the slip of the receipt', async () => {
  const world = await createInboundWorld()
  expect((await readWaitingOrders(world.db)).rows.map((row) => row.no)).toEqual(['PO1', 'PO2'])
  expect(await readLastSlip(world.db)).toBeNull()
  await playStory(world.runner(receivingJob), `PO1\n${BK2}\n#3\n:DAMAG\n${BK1}\n${BK1}\n:OK`)
  const view = await readReceiving(world.db, 'PO1', 'BK1')
  expect(view).toMatchObject({ doneQty: 5, totalQty: 33, moreRows: 0 })
  expect(view.rows.map((row) => [row.skuId, row.receivedQty, row.openQty])).toEqual([
    ['BK1', 2, 18],
    ['XP1', 0, 10],
    ['BK2', 3, 0],
  ])
  expect(await readLastSlip(world.db)).toMatchObject({
    no: 'PO1-1',
    goodQty: 4,
    damagedQty: 1,
    totalFen: 6000,
  })
})

it('put-away shows what waits in staging, and how many of the day are done', async () => {
  const world = await createInboundWorld()
  await playStory(world.runner(receivingJob), `PO1\n${BK1}\n#20\n${BK2}\n:OK`)
  expect(await readStaged(world.db)).toMatchObject({ done: 0, total: 2 })
  await playStory(world.runner(putawayJob), `${BK1}\nA-01-2-01`)
  const staged = await readStaged(world.db)
  expect(staged).toMatchObject({ done: 1, total: 2 })
  expect(staged.rows.map((row) => [row.skuId, row.qty, row.place])).toEqual([['BK2', 1, 'RECV-01']])
})
