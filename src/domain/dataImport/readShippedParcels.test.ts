import { describe, expect, it } from 'vitest'
import type { ShopZone } from './catalogue.ts'
import { createMemoryCatalogue } from './memoryCatalogue.ts'
import { readImport } from './readImport.ts'
import { shippedUse } from './shippedUse.ts'
import type { TableFile } from './tableFile.ts'

const zone: ShopZone = { toMs: ({ year, month, day }) => Date.UTC(year, month - 1, day) }
const catalogue = createMemoryCatalogue({
  carriers: [{ name: '中通快递', carrierCode: 'ZTO' }],
  skus: [{ skuCode: 'A1', styleNo: null, colour: null, size: null }],
  waybills: [
    shippedUse({ waybillNo: '7001', orderNos: ['1', '2'] }),
    ['7002', { orderNo: '3', region: '浙江省\n杭州市\n西湖区\n', detail: '' }],
  ],
})

function read(text: string) {
  const rows = text.split('\n').map((line, i) => ({ row: i + 1, cells: line.split('|') }))
  const table: TableFile = { name: 'a', sha256: 'a', encoding: 'UTF-8', delimiter: ',', rows }
  const [reading] = readImport([{ table }], { catalogue, zone })
  if (!reading) throw new Error('one file has one reading')
  const told = reading.findings.map(
    ({ row, column, level, code }) => `${row ?? '*'} ${column ?? '*'} ${level} ${code}`,
  )
  return { told, content: reading.content, drafts: reading.content?.drafts ?? [] }
}

const PARCELS = '运单号|快递公司|订单编号|省份|实重g|打包时间|状态'
const TARIFF = '快递公司|省份|首重kg|首重价分|续重单位kg|续重价分|偏远加价分|最低收费分|抛重系数'

describe('parcels shipped before', () => {
  it('keep every order that was merged into them', () => {
    const { content, told } = read(
      `${PARCELS}\n7009|中通快递|8;9|浙江|230|2026-10-01 16:41:00|退回`,
    )
    expect(told).toEqual([])
    expect(content).toMatchObject({
      kind: 'shippedParcels',
      drafts: [
        {
          waybillNo: '7009',
          carrierCode: 'ZTO',
          orderNos: ['8', '9'],
          province: '浙江省',
          weightG: 230,
          packedAtMs: Date.UTC(2026, 9, 1),
          state: 'sentBack',
        },
      ],
    })
  })

  it('the same file again is taken, a number of another order is refused', () => {
    const { told, drafts } = read(
      `${PARCELS}\n7001|中通快递|1;2|浙江省|1||已签收\n7002|中通快递|4|浙江省|1||已签收`,
    )
    expect(told).toEqual(['3 运单号 refuseRow duplicateWaybill'])
    expect(drafts).toHaveLength(1)
  })

  it('their numbers are refused by the pool', () => {
    const { told, drafts } = read('快递公司|运单号\n中通快递|7001\n中通快递|7003')
    expect(told).toEqual(['2 运单号 refuseRow duplicateWaybill'])
    expect(drafts).toMatchObject([{ waybillNo: '7003' }])
  })

  it('their numbers are taken from their own orders only, whatever the address', () => {
    const row = (orderNo: string) =>
      `${orderNo}|已发货，待签收|书|A1|1|2026-10-30 10:00:00|7001|中通快递|浙江省|杭州市|西湖区`
    const head =
      '订单号|订单状态|商品|商家编码-规格维度|商品数量(件)|支付时间|快递单号|快递公司|省|市|区'
    const { told } = read(`${head}\n${row('2')}\n${row('5')}`)
    expect(told).toEqual(['3 快递单号 refuseRow duplicateWaybill'])
  })
})

describe('a carrier tariff', () => {
  it('becomes grams and fen per carrier and province', () => {
    const { told, drafts } = read(`${TARIFF}\n中通快递|新疆|1|1200|0.5|600|500|1200|8000`)
    expect(told).toEqual([])
    expect(drafts).toMatchObject([
      {
        carrierCode: 'ZTO',
        province: '新疆维吾尔自治区',
        firstG: 1000,
        firstFen: 1200,
        stepG: 500,
        stepFen: 600,
        remoteFen: 500,
        minFen: 1200,
        volumeDivisor: 8000,
      },
    ])
  })

  it('asks about a carrier or province nobody knows; a step of nothing is refused', () => {
    const { told } = read(
      `${TARIFF}\n马车|火星|1|1|1|1|0|1|0\n中通快递|浙江|1|1|0|1|0|1|0\n中通快递|江苏|1|1|1|1|0|1|0\n中通快递|江苏省|1|2|1|1|0|1|0`,
    )
    expect(told).toEqual([
      '2 快递公司 ask unknownCarrier',
      '2 省份 ask unknownProvince',
      '3 续重单位kg refuseRow zero',
      '5 省份 ask duplicateKey',
    ])
  })
})

describe('a courier bill', () => {
  it.each([
    '运单号|业务时间|目的省份|计费重量|面单费用|运费|加收费用|合计费用|备注',
    '序号|日期|运单号|服务|计费重量|费用(元)|折扣(元)|应付金额|目的地(省名)|备注',
  ])('is known by its headings and kept for later: %s', (headings) => {
    const { told, content } = read(`${headings}\n1|2|3|4|5|6|7|8|9`)
    expect(told).toEqual(['* * refuseFile courierBill'])
    expect(content).toBeNull()
  })
})
