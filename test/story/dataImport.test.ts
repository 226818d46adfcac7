import { beforeEach, describe, expect, it } from 'vitest'
import { binIdOf, skuIdOf } from '@/domain/record/place.ts'
import type { CarrierDraft, ShippedParcelDraft, TariffDraft } from '@/domain/dataImport/drafts.ts'
import type { OpeningRow } from '@/domain/dataImport/importOpeningStock.ts'
import { createSeededRandom } from '@/kernel/random.ts'
import { carrierRows } from '@/app/dataImport/draftRecords.ts'
import { shippedParcelRows, tariffRows } from '@/app/dataImport/carrierRecords.ts'
import { runCommand } from '@/app/runCommand.ts'
import {
  type TestWarehouse,
  createTestWarehouse,
  testBin,
  testSku,
} from '../driver/testWarehouse.ts'

let warehouse: TestWarehouse

beforeEach(async () => {
  warehouse = await createTestWarehouse()
})

const importRows = (rows: Parameters<typeof runCommand<'dataImport.importRows'>>[3]['rows']) =>
  runCommand(warehouse, warehouse.newId(), 'dataImport.importRows', { rows })

const opening = (qty: number): OpeningRow => ({
  binId: binIdOf('A-01-1-01'),
  skuId: skuIdOf('BK1'),
  lot: 'L1',
  producedOn: '2026-01-01',
  expiresOn: '2027-01-01',
  state: 'available',
  qty,
})

const openStock = (rows: OpeningRow[]) =>
  runCommand(warehouse, warehouse.newId(), 'dataImport.importOpeningStock', { rows, docRef: 'f1' })

const shippedDraft: ShippedParcelDraft = {
  row: 2,
  waybillNo: '78',
  carrierName: '申通快递',
  carrierCode: 'STO',
  platform: '淘宝',
  orderNos: ['1', '2'],
  province: '浙江省',
  city: '杭州市',
  district: '西湖区',
  supplyCode: '',
  weightG: null,
  lengthMm: null,
  widthMm: null,
  heightMm: null,
  declaredFen: 0,
  packer: '',
  packedAtMs: null,
  handedOverAtMs: null,
  state: 'delivered',
}

const carrierDraft: CarrierDraft = {
  row: 2,
  carrierCode: 'STO',
  name: '申通快递',
  cutoff: '18:00',
  paperWidthMm: 100,
  paperHeightMm: 150,
  waybillFeeFen: null,
  notServed: [],
  insuranceRateBp: 0,
  insuranceMinFen: 0,
  accountNo: '',
  phone: '',
  courierName: '',
  isUsual: true,
  note: '',
}

const tariffDraft: TariffDraft = {
  row: 2,
  carrierName: '申通快递',
  carrierCode: 'STO',
  province: '浙江省',
  firstG: 1000,
  firstFen: 320,
  stepG: 1000,
  stepFen: 100,
  remoteFen: 0,
  minFen: 320,
  volumeDivisor: 8000,
}

describe('taking a file over', () => {
  it('adds new rows, replaces changed ones, and leaves equal ones alone', async () => {
    const sku = testSku('BK1')
    const bin = testBin('A-01-1-01')
    const both = [
      { table: 'skus', row: sku },
      { table: 'bins', row: bin },
    ] as const
    expect(await importRows(both)).toMatchObject({ result: { written: 2, kept: 0 } })
    expect(await importRows(both)).toMatchObject({ result: { written: 0, kept: 2 } })
    const renamed = { table: 'skus', row: { ...sku, name: '新名' } } as const
    expect(await importRows([renamed])).toMatchObject({ result: { written: 1 } })
    expect(await warehouse.ledger.reader.get('skus', 'BK1')).toMatchObject({ name: '新名' })
  })

  it('keeps a waybill number that is in use', async () => {
    const row = { id: '77', carrierId: 'STO', state: 'pooled', parcelId: null } as const
    await warehouse.seed('waybills', [{ ...row, state: 'printed' }])
    expect(await importRows([{ table: 'waybills', row }])).toMatchObject({ result: { kept: 1 } })
    expect(await warehouse.ledger.reader.get('waybills', '77')).toMatchObject({ state: 'printed' })
  })

  it('a number of a parcel shipped before leaves the pool and never comes back', async () => {
    const pooled = { id: '78', carrierId: 'STO', state: 'pooled', parcelId: null } as const
    await importRows([{ table: 'waybills', row: pooled }])
    const shipped = shippedParcelRows({ ...shippedDraft, waybillNo: '78' })
    expect(await importRows(shipped)).toMatchObject({ result: { written: 2 } })
    expect(await importRows(shipped)).toMatchObject({ result: { written: 0 } })
    expect(await importRows([{ table: 'waybills', row: pooled }])).toMatchObject({
      result: { kept: 1 },
    })
    const free = { index: 'carrierId+state', equals: ['STO', 'pooled'], limit: 9 } as const
    expect(await warehouse.ledger.reader.list('waybills', free)).toEqual([])
    expect(await warehouse.ledger.reader.get('shippedParcels', '78')).toMatchObject({
      carrierId: 'STO',
      orderNos: ['1', '2'],
      weightG: 0,
    })
  })

  it('a carrier of a newer file gets its courier, and keeps the badge that is printed', async () => {
    const random = createSeededRandom(7)
    const carrier = async (told: Partial<CarrierDraft>) => {
      await importRows(carrierRows({ ...carrierDraft, ...told }, random))
      return warehouse.ledger.reader.get('carriers', 'STO')
    }
    const first = await carrier({})
    expect(first).toMatchObject({ cutoff: '18:00' })
    expect(first).not.toHaveProperty('courierName')
    const { badge } = first ?? { badge: '' }
    expect(await carrier({ courierName: '方远', cutoff: '19:00' })).toMatchObject({
      badge,
      courierName: '方远',
      cutoff: '19:00',
    })
    expect(await carrier({ cutoff: '19:00' }), 'a file that does not say').toMatchObject({
      badge,
      courierName: '方远',
    })
    const again = carrierRows({ ...carrierDraft, cutoff: '19:00' }, random)
    expect(await importRows(again)).toMatchObject({ result: { written: 0, kept: 1 } })
  })

  it('a newer tariff replaces the price of its province', async () => {
    await importRows(tariffRows(tariffDraft))
    await importRows(tariffRows({ ...tariffDraft, firstFen: 350 }))
    expect(
      await warehouse.ledger.reader.list('tariffs', {
        index: 'carrierId',
        equals: 'STO',
        limit: 9,
      }),
    ).toMatchObject([{ id: 'STO|浙江省', firstFen: 350 }])
  })

  it('opens a bin once, whatever a second file says', async () => {
    expect(await openStock([opening(5), opening(5)])).toMatchObject({ result: { written: 1 } })
    expect(await openStock([opening(9)])).toMatchObject({ result: { written: 0, kept: 1 } })
    expect(await warehouse.qtyAt('bin:A-01-1-01', 'BK1')).toBe(5)
    expect(await warehouse.ledger.reader.get('lots', 'BK1|L1')).toMatchObject({
      expiresOn: '2027-01-01',
    })
  })
})
