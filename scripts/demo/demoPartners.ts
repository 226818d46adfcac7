import type { DemoRow, DemoTable } from './demoCsv.ts'
import type { Dice } from './demoDice.ts'
import type { DemoSku } from './demoWarehouse.ts'

const SUPPLIER_NAMES = ['纸船图书发行', '青禾文创用品', '云栖茶食', '半夏印务'] as const
const PURCHASE_ORDERS = 6
const POOL_PER_CARRIER = 90

/** The suppliers of the demo shop, invented. */
export function supplierTable(dice: Dice): DemoTable {
  const rows = SUPPLIER_NAMES.map((name, i) => ({
    名称: `${name}（示例）有限公司`,
    供应商编码: `G${i + 1}`,
    联系人: ['应青', '滕书言', '阮一苇', '边小满'][i] ?? '',
    电话: `1${dice.pick(['37', '56'])}${dice.digits(8)}`,
    地址: '浙江省绍兴市越城区府山街道听松路8号',
    到货周期天: 3 + i * 2,
    账期天: 30,
    检验水平: ['II', 'I', 'S-4', '免检'][i] ?? 'II',
    AQL: ['2.5', '1.5', '4.0', '2.5'][i] ?? '2.5',
    备注: i === 0 ? '送货单一式两份' : '',
  }))
  const headings = '名称,供应商编码,联系人,电话,地址,到货周期天,账期天,检验水平,AQL,备注'.split(',')
  return { headings, rows }
}

/** Purchase orders: cases of 10, one quantity that is no whole case. */
export function purchaseTable(
  dice: Dice,
  skus: readonly DemoSku[],
  suppliers: DemoTable,
): DemoTable {
  const rows = Array.from({ length: PURCHASE_ORDERS }, (_, i): DemoRow[] => {
    const lines = 3 + (i % 3)
    return Array.from({ length: lines }, (_unused, at): DemoRow => {
      const sku = skus[i * 7 + at]
      return {
        供应商: suppliers.rows[i % suppliers.rows.length]?.名称 ?? '',
        采购单号: `CG2611${String(i + 1).padStart(3, '0')}`,
        商家编码: sku?.code ?? '',
        采购数量: i === 1 && at === 0 ? 25 : 10 * dice.between(1, 4),
        箱规: 10,
        单价分: sku?.costFen ?? 0,
        预计到货: `2026-11-2${3 + (i % 4)}`,
      }
    })
  }).flat()
  const headings = '供应商,采购单号,商家编码,采购数量,箱规,单价分,预计到货'.split(',')
  return { headings, rows }
}

/** Two carriers of the demo shop. */
export function carrierTable(): DemoTable {
  const rows = [
    carrier('中通快递', 'ZTO', { 揽收截止: '17:00', 面单宽mm: 100, 面单高mm: 150, 默认: '是' }),
    carrier('圆通速递', 'YTO', {
      揽收截止: '18:30',
      面单宽mm: 76,
      面单高mm: 130,
      默认: '否',
      不到省份: '西藏自治区;新疆维吾尔自治区',
    }),
  ]
  const headings =
    '代码,快递公司,默认,揽收截止,不到省份,面单宽mm,面单高mm,面单费分,保价费率bp,保价最低分,月结账号,电话,备注'
  return { headings: headings.split(','), rows }
}

function carrier(name: string, code: string, more: DemoRow): DemoRow {
  const rest = {
    面单费分: 60,
    保价费率bp: 0,
    保价最低分: 0,
    月结账号: `DEMO-${code}`,
    电话: '0575-85000000',
  }
  return { 快递公司: name, 代码: code, ...rest, ...more }
}

/** Unused waybill numbers of both carriers. */
export function poolTable(dice: Dice): DemoTable {
  const numbers = (name: string, head: string, digits: number) =>
    Array.from({ length: POOL_PER_CARRIER }, () => ({
      运单号: `${head}${dice.digits(digits)}`,
      快递公司: name,
    }))
  return {
    headings: ['运单号', '快递公司'],
    rows: [...numbers('中通快递', '7', 13), ...numbers('圆通速递', 'YT', 13)],
  }
}

/** Bags, cartons and paper. */
export function supplyTable(): DemoTable {
  const headings = '耗材编码,名称,单位,自重g,最大装重g,长mm,宽mm,高mm,成本分,最低库存,订货电话'
  const row = (code: string, name: string, sizes: readonly number[]) => ({
    耗材编码: code,
    名称: name,
    单位: '个',
    自重g: sizes[3] ?? 0,
    最大装重g: 3000,
    长mm: sizes[0] ?? 0,
    宽mm: sizes[1] ?? 0,
    高mm: sizes[2] ?? 0,
    成本分: 45,
    最低库存: 80,
    订货电话: '0575-85000001',
  })
  const rows = [
    row('HC-D1', '气泡袋', [300, 220, 40, 16]),
    row('HC-X1', '书盒', [260, 190, 80, 120]),
  ]
  return { headings: headings.split(','), rows }
}
