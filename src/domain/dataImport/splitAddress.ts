import { cutRegion, findProvince, isMunicipality } from './regions.ts'

/** An address in one text, cut into its parts; empty where the text does not go so far. */
export interface AddressParts {
  readonly province: string
  readonly city: string
  readonly district: string
  readonly detail: string
  readonly postcode: string | null
}

const POSTCODE = /[(（](\d{6})[)）]\s*$/
const NO_POSTCODE = '000000'
const DISTRICT = /^(.{1,14}?(?:自治县|自治旗|特区|林区|新区|区|县|市|旗))(.*)$/s

/** Cuts "province city district street+detail(postcode)". Provinces get their full official names;
 *  municipalities may be written `北京 北京市`. Example: `浙江省 杭州市 余杭区 文一路1号(000000)`. */
export function splitAddress(text: string): AddressParts {
  const found = POSTCODE.exec(text)
  const code = found?.[1] ?? NO_POSTCODE
  const postcode = code === NO_POSTCODE ? null : code
  const body = (found ? text.slice(0, found.index) : text).trim()
  const tokens = body.split(/\s+/)
  const province = findProvince(tokens[0] ?? '')
  if (province === null) return { ...withoutBlanks(body), postcode }
  const [, city = '', district = '', ...rest] = tokens
  return { province, city: fullCity(province, city), district, detail: rest.join(' '), postcode }
}

function fullCity(province: string, city: string): string {
  return isMunicipality(province) && (city === '' || city === '市辖区') ? province : city
}

function withoutBlanks(body: string): Omit<AddressParts, 'postcode'> {
  const region = cutRegion(body.replace(/\s+/g, ''))
  if (!region) return { province: '', city: '', district: '', detail: body }
  const [, district = '', detail = region.rest] = DISTRICT.exec(region.rest) ?? []
  return { province: region.province, city: region.city, district, detail }
}
