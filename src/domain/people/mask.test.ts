import { describe, expect, test } from 'vitest'
import { createSeededRandom } from '@/kernel/random.ts'
import { checkMasked, hasOpenPhone } from './checkMasked.ts'
import { maskAddress } from './maskAddress.ts'
import { maskFreeText } from './maskFreeText.ts'
import { maskName } from './maskName.ts'
import { maskPhone } from './maskPhone.ts'

/** `in -> out` lines as a table. */
function vectors(table: string): [string, string][] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [from = '', to = ''] = line.split('->').map((part) => part.trim())
      return [from, to]
    })
}

describe('maskName', () => {
  test.each(
    vectors(`
      王小明 -> 王**
      王明 -> 王*
      欧阳娜娜 -> 欧***
      欧阳修 -> 欧**
      王 -> *
      张伟 -> 张*
      张小伟 -> 张**
      John Smith -> J***
      阿卜杜拉·买买提 -> 阿***
      㐂𠮷 -> 㐂*
      𠮷野家 -> 𠮷**`),
  )('%s is printed as %s', (name, masked) => {
    expect(maskName(name)).toBe(masked)
    expect(maskName(`  ${name} `)).toBe(masked)
    expect(checkMasked('name', masked)).toBe(true)
    expect(checkMasked('name', name)).toBe(false)
  })

  test('an empty name stays empty', () => {
    expect(maskName('  ')).toBe('')
  })
})

describe('maskPhone', () => {
  test.each(
    vectors(`
      13812341234 -> 138******34
      +86 138-1234-1234 -> 138******34
      0086 13812341234 -> 138******34
      １３８１２３４１２３４ -> 138******34
      13812345678 -> 138******78
      +86 138-1234-5678 -> 138******78
      18400001234转5678 -> 184******34转5678
      18400001234-5678 -> 184******34-5678
      18412345678转1234 -> 184******78转1234
      010-87654321-802 -> 010******21-802
      010-87654321 -> 010******21
      0571-88881234 -> 057*******34
      0571-87654321 -> 057*******21
      0573-8765432 -> 057******32
      4008100888 -> 40******88
      87654321 -> ******21
      8765432 -> ******2
      95338 -> *****
      12345 -> *****
      +44 7911 123456 -> 447*******56`),
  )('%s is printed as %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked)
    expect(checkMasked('phone', masked)).toBe(true)
    expect(checkMasked('phone', phone.normalize('NFKC'))).toBe(false)
  })

  test('the common mask that hides four digits is not enough', () => {
    expect(checkMasked('phone', '138****1234')).toBe(false)
  })
})

describe('maskAddress', () => {
  test.each(
    vectors(`
      杭州市文一西路969号3幢2单元501室 -> 杭州市文一西路969号3幢***
      文三路100号阳光小区3幢2单元501室 -> 文三路100号阳光小区3幢***
      深圳市科兴大厦B座1501 -> 深圳市科兴大厦B座***
      金茂大厦A座1805室 -> 金茂大厦A座***
      北京市中关村大街1号院8号楼2单元1203 -> 北京市中关村大街1号院8号楼***
      北京市某街12号院3#1单元202 -> 北京市某街12号院3#***
      幸福里一号楼2单元 -> 幸福里一号楼***
      幸福里一号楼501 -> 幸福里一号楼***
      阳光小区2单元501 -> 阳光小区***
      文三路88号1204室 -> 文三路88号***
      广州市体育西路５号５楼 -> 广州市体育西路5号***
      某路5号三楼 -> 某路5号***
      5号三楼 -> 5号***
      阳光小区12-3-501 -> 阳光小区12***
      阳光花园12-3-501 -> 阳光花园12***
      滨江花园501 -> 滨江花园***
      阳光花园501 -> 阳光花园***
      示例路5号501 -> 示例路5号***
      示例小区6栋（放快递柜） -> 示例小区6栋***
      长安镇兴福村3组18号 -> 长安镇兴福村3组18号
      三座店镇河东村8号 -> 三座店镇河东村8号
      文三路100号 -> 文三路100号
      某某村三组 -> 某某村三组
      北京市朝阳区现代城A座 -> 北京市朝阳区现代城A座
      阳光小区2单元3幢501 -> 阳光小区***
      滨江花园501（放门口） -> 滨江花园***`),
  )('%s is printed as %s', (address, masked) => {
    expect(maskAddress(address)).toBe(masked)
    expect(checkMasked('address', masked)).toBe(true)
  })
})

describe('maskFreeText', () => {
  test('hides telephones in notes and leaves document numbers alone', () => {
    expect(maskFreeText('到了打13812341234或０１０-87654321')).toBe(
      '到了打138******34或010******21',
    )
    expect(maskFreeText('单 4757550309061180621 EMS 1169199035675')).toBe(
      '单 4757550309061180621 EMS 1169199035675',
    )
    expect(hasOpenPhone('1169199035675 YT8611234567890')).toBe(false)
    expect(hasOpenPhone('tel:138 1234 1234')).toBe(true)
    expect(hasOpenPhone('8613812341234')).toBe(true)
  })
})

describe('ten thousand made-up people', () => {
  const seed = 41833
  const random = createSeededRandom(seed)
  const pick = <T>(items: readonly T[]): T => items[random.int(items.length)] as T
  const digits = (count: number) => Array.from({ length: count }, () => random.int(10)).join('')
  const han = Array.from('王李张刘陈杨赵黄周吴徐孙㐂𠮷䶮欧阳阿卜买提一三十百')
  const road = [
    '文三路',
    '人民东路',
    '三座店镇河东村',
    '十里铺',
    '中关村大街',
    '阳光小区',
    '一号院',
  ]
  const numerals = ['一', '三', '十二', '两']
  const number = () => (random.int(4) === 0 ? pick(numerals) : String(1 + random.int(2999)))

  const phone = () =>
    pick([
      () => `1${3 + random.int(7)}${digits(9)}`,
      () => `+86 1${3 + random.int(7)}${digits(1)}-${digits(4)}-${digits(4)}`,
      () => `18${digits(9)}转${digits(4)}`,
      () => `0${digits(2)}-${digits(8)}-${digits(3)}`,
      () => `0${digits(3)}-${digits(7)}`,
      () => digits(1 + random.int(14)),
    ])()
  const address = () =>
    Array.from({ length: 1 + random.int(4) }, () =>
      pick([
        () => pick(road),
        () => `${1 + random.int(999)}号`,
        () => `${number()}${pick(['号楼', '栋', '幢', '座', '#'])}`,
        () => `${number()}${pick(['单元', '层', '楼', '室', '房', '户'])}`,
        () => String(100 + random.int(2900)),
        () => `${number()}-${1 + random.int(9)}-${100 + random.int(900)}`,
      ])(),
    ).join('')

  test(`pass the independent check of what they show (seed ${seed})`, () => {
    for (let i = 0; i < 10_000; i += 1) {
      const name = Array.from({ length: 1 + random.int(6) }, () => pick(han)).join('')
      const tel = phone()
      const home = address()
      expect(checkMasked('name', maskName(name)), name).toBe(true)
      expect(Array.from(maskName(name)).filter((c) => c !== '*').length, name).toBeLessThan(
        Array.from(name).length,
      )
      expect(checkMasked('phone', maskPhone(tel)), `${tel} ${maskPhone(tel)}`).toBe(true)
      expect(checkMasked('address', maskAddress(home)), `${home} ${maskAddress(home)}`).toBe(true)
    }
  })
})
