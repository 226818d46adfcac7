import type { Dice } from './demoDice.ts'

/** An invented receiver at an invented house of a real district. */
export interface DemoPerson {
  readonly name: string
  readonly mobile: string
  readonly province: string
  readonly city: string
  readonly district: string
  readonly town: string
  readonly street: string
}

const SURNAMES = ['沈', '顾', '薄', '边', '单', '应', '滕', '欧阳', '纪', '盛', '乔', '阮']
const GIVEN = [
  '知微',
  '雨棠',
  '小满',
  '䶮',
  '㐂',
  '𠮷',
  '向晚',
  '青禾',
  '一苇',
  '书言',
  '牧之',
  '阿木尔',
]
const PLACES: readonly (readonly [string, string, string, string])[] = [
  ['浙江省', '绍兴市', '越城区', '府山街道'],
  ['江苏省', '无锡市', '梁溪区', '金星街道'],
  ['上海市', '上海市', '徐汇区', '天平路街道'],
  ['北京市', '北京市', '东城区', '交道口街道'],
  ['广东省', '佛山市', '顺德区', '大良街道'],
  ['四川省', '成都市', '武侯区', '浆洗街街道'],
  ['湖北省', '武汉市', '武昌区', '粮道街街道'],
  ['陕西省', '西安市', '碑林区', '文艺路街道'],
  ['辽宁省', '大连市', '西岗区', '八一路街道'],
  ['云南省', '大理白族自治州', '大理市', '下关街道'],
  ['内蒙古自治区', '包头市', '昆都仑区', '林荫路街道'],
  ['海南省', '省直辖县级行政区划', '琼海市', '嘉积镇'],
]
const STREETS = ['听松路', '拾麦巷', '半夏街', '望潮路', '小石桥弄', '晴川里']

/** A new receiver. */
export function makePerson(dice: Dice): DemoPerson {
  const [province, city, district, town] = dice.pick(PLACES)
  return {
    name: `${dice.pick(SURNAMES)}${dice.pick(GIVEN)}`,
    mobile: `1${dice.pick(['37', '56', '79', '88'])}${dice.digits(8)}`,
    province,
    city,
    district,
    town,
    street: `${dice.pick(STREETS)}${dice.between(1, 399)}号${dice.between(1, 20)}幢${dice.between(1, 28)}0${dice.between(1, 4)}室`,
  }
}
