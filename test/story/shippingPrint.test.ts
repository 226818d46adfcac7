import { expect, it } from 'vitest'
import { packingJob } from '@/ui/screens/packing/packingJob.ts'
import { shippingJob } from '@/ui/screens/shipping/shippingJob.ts'
import { createOutboundWorld, seedPicked, testLine, testOrder } from '../driver/outboundWorld.ts'
import { playStory, storyText } from '../driver/testWarehouse.ts'

it('prints label and paper of what was handed over last, as often as it is asked', async () => {
  const world = await createOutboundWorld()
  await seedPicked(world, testOrder('1002', [testLine(1, 'BK3', 1)]), 'T-1002')
  await playStory(world.runner(packingJob), 'T-0001\n*2\nBK1\nBK2\n7700001\nT-1002\nBK3\n7700002')
  const story = `
    :PRINT        | scanParcel   | PRN-112
    7700001       | scanParcel   | SHIP-001
    :PRINT        | scanParcel   | PRN-112
    ZQBSTOCOURIER | confirmClose | SHIP-009
    :PRINT        | confirmClose | SCAN-004
    ZQBSTOCOURIER | scanParcel   | SHIP-010
    :PRINT        | scanParcel   | PRN-111
    7700002       | scanParcel   | SHIP-001
    :PRINT        | scanParcel   | PRN-111`
  expect(await playStory(world.runner(shippingJob), story)).toBe(storyText(story))
  const asked = await world.ledger.reader.list('printIntents', {
    index: 'no',
    equals: 'STO-20261102-1',
    limit: 10,
  })
  const papers = ['manifest', 'handoverManifest']
  expect(asked.map(({ kind }) => kind)).toEqual([...papers, ...papers])
})
