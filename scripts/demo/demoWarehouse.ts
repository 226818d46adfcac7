import { gs1CheckDigit } from '../../src/domain/barcode/checkDigit.ts'
import type { DemoRow, DemoTable } from './demoCsv.ts'
import type { Dice } from './demoDice.ts'

/** One SKU of the demo shop, as far as orders and stock need it. */
export interface DemoSku {
  readonly code: string
  readonly styleNo: string
  readonly name: string
  readonly spec: string
  readonly colour: string
  readonly size: string
  readonly barcode: string
  readonly category: string
  readonly weightG: number
  readonly sizeMm: readonly [number, number, number]
  readonly costFen: number
  readonly priceFen: number
  readonly lots: boolean
}

const BOOKS = 150
const SMALL = 38
const TOPICS = [
  '河湾',
  '旧信',
  '雨巷',
  '星轨',
  '纸船',
  '山音',
  '海灯',
  '窗台',
  '云图',
  '茶路',
  '木刻',
  '夜航',
]
const FORMS = [
  '随笔',
  '手记',
  '小史',
  '图鉴',
  '故事集',
  '读本',
  '入门',
  '练习',
  '地图',
  '词典',
  '十讲',
]
const AUTHORS = ['闻笛', '柏舟', '林小满', '陶然', '叶知秋', '杜若', '安辰', '施予']
const SMALL_NAMES: readonly (readonly [string, string, number])[] = [
  ['棉线书签', '文创/书签', 18],
  ['牛皮笔记本', '文创/本册', 260],
  ['针管笔', '文创/笔', 15],
  ['火漆印章', '文创/印章', 120],
  ['帆布书袋', '文创/书袋', 210],
  ['桂花红茶', '茶饮/红茶', 150],
  ['陈皮饼干', '食品/饼干', 240],
]
const COLOURS = [
  ['藏青', 'NV'],
  ['米色', 'BG'],
] as const
const SIZES = ['S', 'M', 'L'] as const

/** The goods: 150 books, 38 small things (some with lots) and two shirts in two colours and three sizes. */
export function makeSkus(dice: Dice): DemoSku[] {
  const books = Array.from({ length: BOOKS }, (_, i) => makeBook(dice, i))
  const small = Array.from({ length: SMALL }, (_, i) => makeSmall(dice, i))
  const shirts = ['SD2601', 'SD2602'].flatMap((styleNo) =>
    COLOURS.flatMap(([colour, mark]) =>
      SIZES.map((size) => makeShirt(dice, { styleNo, colour, mark, size })),
    ),
  )
  return [...books, ...small, ...shirts]
}

function makeBook(dice: Dice, i: number): DemoSku {
  const priceFen = dice.between(18, 88) * 100 - 20
  const pages = dice.between(8, 36) * 16
  const topic = TOPICS[i % TOPICS.length]
  const form = FORMS[Math.floor(i / TOPICS.length) % FORMS.length]
  return {
    code: `DB${String(i + 1).padStart(5, '0')}`,
    styleNo: '',
    name: `${topic}${form} ${dice.pick(AUTHORS)}著`,
    spec: `32开 ${pages}页`,
    colour: '',
    size: '',
    barcode: ean(`9787${dice.digits(8)}`),
    category: '图书/综合',
    weightG: 60 + pages,
    sizeMm: [210, 145, Math.max(6, Math.round(pages / 18))],
    costFen: Math.round(priceFen * 0.55),
    priceFen,
    lots: false,
  }
}

function makeSmall(dice: Dice, i: number): DemoSku {
  const [name, category, weightG] = SMALL_NAMES[i % SMALL_NAMES.length] ?? ['', '', 0]
  const priceFen = dice.between(9, 59) * 100 - 10
  const lots = /茶|饼/.test(name)
  return {
    code: `DS${String(i + 1).padStart(4, '0')}`,
    styleNo: '',
    name,
    spec: `${dice.pick(['经典', '限定', '加厚', '轻便'])}款 ${i + 1}号`,
    colour: '',
    size: '',
    barcode: i < 3 ? '' : ean(`69${dice.digits(10)}`),
    category,
    weightG,
    sizeMm: [160, 90, 40],
    costFen: Math.round(priceFen * 0.4),
    priceFen,
    lots,
  }
}

function makeShirt(
  dice: Dice,
  form: { styleNo: string; colour: string; mark: string; size: string },
): DemoSku {
  const { styleNo, colour, mark, size } = form
  return {
    code: `${styleNo}-${mark}-${size}`,
    styleNo,
    name: '书店文化衫',
    spec: `${colour};${size}`,
    colour,
    size,
    barcode: ean(`69${dice.digits(10)}`),
    category: '文创/衣',
    weightG: 190,
    sizeMm: [300, 220, 18],
    costFen: 2600,
    priceFen: 6900,
    lots: false,
  }
}

function ean(head: string): string {
  return `${head}${gs1CheckDigit(head)}`
}

/** The table of goods, columns in an order of its own. */
export function skuTable(skus: readonly DemoSku[]): DemoTable {
  const headings =
    '条码,商家编码,名称,类目,规格,颜色,尺码,货号,售价分,成本分,长mm,宽mm,高mm,重量g,保质期天,是否批次管理'
  return { headings: headings.split(','), rows: skus.map(skuRow) }
}

/** One row of the table of goods. */
export function skuRow(sku: DemoSku): DemoRow {
  return {
    商家编码: sku.code,
    货号: sku.styleNo,
    名称: sku.name,
    规格: sku.spec,
    颜色: sku.colour,
    尺码: sku.size,
    条码: sku.barcode,
    类目: sku.category,
    重量g: sku.weightG,
    长mm: sku.sizeMm[0],
    宽mm: sku.sizeMm[1],
    高mm: sku.sizeMm[2],
    成本分: sku.costFen,
    售价分: sku.priceFen,
    是否批次管理: sku.lots ? '是' : '否',
    保质期天: sku.lots ? 540 : '',
  }
}

/** Sixty bins in six zones: two storage corridors of 22 and the working zones. */
export function binTable(): DemoTable {
  const storage = ['A', 'B'].flatMap((corridor) =>
    Array.from({ length: 22 }, (_, i) => {
      const rack = Math.floor(i / 6) + 1
      const level = (Math.floor(i / 2) % 3) + 1
      return binRow('存储区', { corridor, rack, level, position: (i % 2) + 1 })
    }),
  )
  const working = (
    [
      ['分拣区', 'S', 4],
      ['打包区', 'P', 4],
      ['发货区', 'F', 3],
      ['退货区', 'T', 3],
      ['残次品区', 'C', 2],
    ] as const
  ).flatMap(([zone, corridor, count]) =>
    Array.from({ length: count }, (_, i) =>
      binRow(zone, { corridor, rack: 1, level: 1, position: i + 1 }),
    ),
  )
  const headings = '库位,库区,巷道,排,层,位,限重kg,长mm,宽mm,高mm'.split(',')
  return { headings, rows: [...storage, ...working] }
}

function binRow(
  zone: string,
  place: { corridor: string; rack: number; level: number; position: number },
): DemoRow {
  const { corridor, rack, level, position } = place
  const two = (number: number) => String(number).padStart(2, '0')
  return {
    库位: `${corridor}-${two(rack)}-${level}-${two(position)}`,
    库区: zone,
    巷道: corridor,
    排: rack,
    层: level,
    位: position,
    限重kg: 150,
    长mm: 1200,
    宽mm: 600,
    高mm: 450,
  }
}

/** Stock on the first day: every SKU in one or two storage bins, enough for all demo orders. */
export function stockTable(dice: Dice, skus: readonly DemoSku[], bins: DemoTable): DemoTable {
  const codes = bins.rows.filter((row) => row.库区 === '存储区').map((row) => String(row.库位))
  const rows = skus.flatMap((sku, i): DemoRow[] => {
    const first = stockRow(sku, codes[i % codes.length] ?? '', dice.between(20, 28), 1)
    if (i % 3 !== 0) return [first]
    return [first, stockRow(sku, codes[(i + 17) % codes.length] ?? '', dice.between(6, 12), 2)]
  })
  const [damaged] = skus
  if (damaged) {
    const bin = bins.rows.find((row) => row.库区 === '残次品区')?.库位 ?? ''
    rows.push({ ...stockRow(damaged, String(bin), 1, 1), 库存状态: '残次' })
  }
  const headings = '商家编码,库位,数量,库存状态,批次,生产日期,有效期至'.split(',')
  return { headings, rows }
}

function stockRow(sku: DemoSku, bin: string, qty: number, lot: 1 | 2): DemoRow {
  const lots = sku.lots
    ? { 批次: `L26090${lot}`, 生产日期: `2026-09-0${lot}`, 有效期至: `2028-02-2${lot}` }
    : {}
  return { 商家编码: sku.code, 库位: bin, 数量: qty, 库存状态: '可用', ...lots }
}
