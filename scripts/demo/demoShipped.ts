import type { DemoRow, DemoTable } from './demoCsv.ts'
import type { Dice } from './demoDice.ts'

const PROVINCES = ['浙江省', '江苏省', '上海市', '四川省', '新疆维吾尔自治区'] as const
const PLACES = [
  ['浙江省', '杭州市', '西湖区'],
  ['江苏省', '苏州市', '姑苏区'],
  ['四川省', '成都市', '武侯区'],
] as const
const PARCELS = 24
const MERGED_EACH = 8

/** What both carriers of the demo shop ask, per province; the far one costs more. */
export function tariffTable(): DemoTable {
  const rows = ['中通快递', '圆通速递'].flatMap((carrier, i) =>
    PROVINCES.map(
      (province, at): DemoRow => ({
        省份: province,
        快递公司: carrier,
        首重kg: 1,
        首重价分: 300 + at * 90 + i * 20,
        续重单位kg: at < 3 ? 1 : 0.5,
        续重价分: 100 + at * 60,
        偏远加价分: province === '新疆维吾尔自治区' ? 500 : 0,
        最低收费分: 300 + i * 20,
        抛重系数: 8000 - i * 2000,
      }),
    ),
  )
  const headings =
    '省份,快递公司,首重kg,首重价分,续重单位kg,续重价分,偏远加价分,最低收费分,抛重系数'
  return { headings: headings.split(','), rows }
}

/** Parcels that went out before; some hold several orders. */
export function shippedTable(dice: Dice): DemoTable {
  const rows = Array.from({ length: PARCELS }, (_, i): DemoRow => {
    const [province, city, district] = PLACES[i % PLACES.length] ?? PLACES[0]
    const orderNos = Array.from({ length: i % MERGED_EACH === 0 ? 2 : 1 }, () => dice.digits(19))
    const day = `2026-11-${String(1 + (i % 18)).padStart(2, '0')}`
    return {
      运单号: i % 2 === 0 ? `7${dice.digits(13)}` : `YT${dice.digits(13)}`,
      快递公司: i % 2 === 0 ? '中通快递' : '圆通速递',
      平台: '淘宝',
      订单编号: orderNos.join(';'),
      状态: i === 5 ? '退回' : i < 16 ? '已签收' : '运输中',
      省份: province,
      城市: city,
      区县: district,
      包材: i % 3 === 0 ? 'HC-X1' : 'HC-D1',
      实重g: dice.between(180, 1900),
      长mm: 300,
      宽mm: 220,
      高mm: 40,
      声明价值分: 0,
      打包员: '应青',
      打包时间: `${day} 15:${String(10 + i)}:00`,
      交接时间: `${day} 17:30:00`,
    }
  })
  const headings =
    '运单号,快递公司,平台,订单编号,状态,省份,城市,区县,包材,实重g,长mm,宽mm,高mm,声明价值分,打包员,打包时间,交接时间'
  return { headings: headings.split(','), rows }
}
