import { expect, it } from 'vitest'
import { loadAsideBin } from '@/app/loadAside.ts'
import { createTestWarehouse, testBin } from '../driver/testWarehouse.ts'

it('goods of a stopped order go to the staging bin, however many bins the packing zone has', async () => {
  const warehouse = await createTestWarehouse()
  const { reader } = warehouse.ledger
  expect(await loadAsideBin(reader)).toBe('')
  const sorting = { ...testBin('S-01-1-01'), zone: 'sort' as const, role: 'staging' as const }
  await warehouse.seed('bins', [sorting])
  expect(await loadAsideBin(reader), 'no packing zone').toBe('S-01-1-01')
  const packing = Array.from({ length: 230 }, (_, i) => ({
    ...testBin(`P-01-1-${String(i + 1).padStart(3, '0')}`),
    zone: 'pack' as const,
  }))
  await warehouse.seed('bins', packing)
  expect(await loadAsideBin(reader), 'none is for staging').toBe('P-01-1-001')
  await warehouse.seed('bins', [
    { ...testBin('P-09-1-01'), zone: 'pack' as const, role: 'staging' as const },
  ])
  expect(await loadAsideBin(reader)).toBe('P-09-1-01')
})
