import { describe, expect, it } from 'vitest'
import { dayFromCount, isRealDay } from './civilDay.ts'
import { cutRegion, findProvince, isMunicipality, provinceOfCity } from './regions.ts'
import { splitAddress } from './splitAddress.ts'

describe('provinces and cities', () => {
  it.each([
    ['浙江', '浙江省'],
    ['北京', '北京市'],
    ['内蒙古', '内蒙古自治区'],
    ['广西壮族自治区', '广西壮族自治区'],
    ['江浙沪', null],
    ['吉林市', null],
  ])('%s is %s', (word, full) => {
    expect(findProvince(word)).toBe(full)
  })

  it('a city knows its province; an unknown city is no fault', () => {
    expect(provinceOfCity('杭州市')).toBe('浙江省')
    expect(provinceOfCity('吉林市')).toBe('吉林省')
    expect(provinceOfCity('海南藏族自治州')).toBe('青海省')
    expect(provinceOfCity('省直辖县级行政区划')).toBeNull()
    expect(isMunicipality('重庆市')).toBe(true)
    expect(isMunicipality('浙江省')).toBe(false)
  })

  it('the region is cut off an address without blanks', () => {
    expect(cutRegion('上海徐汇区天平路1号')).toEqual({
      province: '上海市',
      city: '上海市',
      rest: '徐汇区天平路1号',
    })
    expect(cutRegion('火星一路')).toBeNull()
  })
})

describe('splitAddress', () => {
  it.each([
    [
      '浙江省 丽水市 遂昌县 柘岱口乡2幢(000000)',
      ['浙江省', '丽水市', '遂昌县', '柘岱口乡2幢', null],
    ],
    [
      '北京 北京市 海淀区 花园路 1号（100083）',
      ['北京市', '北京市', '海淀区', '花园路 1号', '100083'],
    ],
    ['天津 市辖区 和平区 南京路1号', ['天津市', '天津市', '和平区', '南京路1号', null]],
    ['浙江省 杭州市', ['浙江省', '杭州市', '', '', null]],
    ['', ['', '', '', '', null]],
    ['浙江省杭州市余杭区文一路1号', ['浙江省', '杭州市', '余杭区', '文一路1号', null]],
    ['没有省的地址1号', ['', '', '', '没有省的地址1号', null]],
  ])('%s', (text, parts) => {
    const { province, city, district, detail, postcode } = splitAddress(text)
    expect([province, city, district, detail, postcode]).toEqual(parts)
  })
})

describe('calendar days', () => {
  it('a day count is turned into a day across leap years', () => {
    expect(dayFromCount(0)).toBe('1970-01-01')
    expect(dayFromCount(11_016)).toBe('2000-02-29')
    expect(dayFromCount(20_760)).toBe('2026-11-03')
  })

  it('only real days are real', () => {
    expect(isRealDay(2026, 2, 29)).toBe(false)
    expect(isRealDay(2028, 2, 29)).toBe(true)
    expect(isRealDay(1900, 2, 29)).toBe(false)
    expect(isRealDay(2026, 13, 1)).toBe(false)
    expect(isRealDay(2026, 4, 31)).toBe(false)
  })
})
