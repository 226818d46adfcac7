import { expect, it } from 'vitest'
import { parcelIdOf } from '@/domain/record/place.ts'
import { readWaybillPrint } from '@/store/queries/packing/readPrints.ts'
import { packingJob } from '@/ui/screens/packing/packingJob.ts'
import { createOutboundWorld } from '../driver/outboundWorld.ts'
import { playStory } from '../driver/testWarehouse.ts'

const parcelId = parcelIdOf('shop1:1001#1')

const carton = {
  id: 'BC-ZX9',
  name: '纸箱9号',
  unit: '箱',
  lengthMm: 230,
  widthMm: 160,
  heightMm: 130,
  weightG: 130,
  loadLimitG: 6_000,
  costFen: 88,
  minStock: 100,
  orderPhone: '',
}

it('a parcel names the carton that suits its goods, and its weight counts', async () => {
  const world = await createOutboundWorld()
  await world.seed('supplies', [carton, { ...carton, id: 'BC-MD1', weightG: 0, loadLimitG: 0 }])
  await playStory(world.runner(packingJob), 'T-0001\n*2\nBK1\nBK2')
  const parcel = await world.ledger.reader.get('parcels', parcelId)
  expect(parcel).toMatchObject({
    cartonType: 'BC-ZX9',
    cartonWeightG: 130,
    expectedWeightG: 1_100 + 130,
  })
  expect(await readWaybillPrint(world.db, parcelId)).toMatchObject({
    cartonName: '纸箱9号',
    expectedWeightG: 1_230,
  })
})

it('without a known carton the goods alone are weighed', async () => {
  const world = await createOutboundWorld()
  await world.seed('supplies', [{ ...carton, loadLimitG: 1_000 }])
  await playStory(world.runner(packingJob), 'T-0001\n*2\nBK1\nBK2')
  const parcel = await world.ledger.reader.get('parcels', parcelId)
  expect(parcel?.expectedWeightG).toBe(1_100)
  expect(parcel).not.toHaveProperty('cartonType')
})
