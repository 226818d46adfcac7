import type { FieldSpec, FieldType, Profile } from './profile.ts'

type Extra = Omit<FieldSpec, 'field' | 'type' | 'aliases'>

function column(field: string, type: FieldType, aliases: string, extra: Extra = {}): FieldSpec {
  return { field, type, aliases: aliases.split('|'), ...extra }
}

const key: Extra = { needed: true, required: 'refuseRow' }
const YES_NO = {
  是: 'yes',
  否: 'no',
  yes: 'yes',
  no: 'no',
  1: 'yes',
  0: 'no',
  true: 'yes',
  false: 'no',
}
const NOTE_CHARACTERS_MAX = 1_000

const ZONE_WORDS = {
  存储区: 'storage',
  分拣区: 'sort',
  打包区: 'pack',
  发货区: 'ship',
  退货区: 'returns',
  残次品区: 'defective',
  待检隔离区: 'quarantine',
  耗材区: 'supplies',
}

const PLATFORM_WORDS = {
  菜鸟: 'cainiao',
  淘宝: 'cainiao',
  抖音: 'douyin',
  拼多多: 'pdd',
  快手: 'kuaishou',
  京东: 'jd',
  cainiao: 'cainiao',
  douyin: 'douyin',
  pdd: 'pdd',
  kuaishou: 'kuaishou',
  jd: 'jd',
}

const STOCK_WORDS = { 可用: 'available', 残次: 'defective', 冻结: 'hold' }

/** The shop's goods: one row per SKU. */
const skus: Profile = {
  id: 'skus',
  kind: 'skus',
  fields: [
    column('skuCode', 'code', '商家编码|SKU编码|SKU|商品编码|sku code', key),
    column('name', 'text', '名称|商品名称|品名|name', key),
    column('styleNo', 'code', '货号|款号|style no'),
    column('spec', 'text', '规格|商品规格|spec'),
    column('colour', 'text', '颜色|colour|color'),
    column('size', 'text', '尺码|尺寸|size'),
    column('barcode', 'barcode', '条码|商品条码|69码|国际条码|barcode'),
    column('category', 'text', '类目|分类|category'),
    column('weightG', 'weightG', '重量g|重量(g)|重量(克)|weight g'),
    column('lengthMm', 'lengthMm', '长mm|长(mm)|length mm'),
    column('widthMm', 'lengthMm', '宽mm|宽(mm)|width mm'),
    column('heightMm', 'lengthMm', '高mm|高(mm)|height mm'),
    column('costFen', 'fen', '成本分|成本(分)|cost fen'),
    column('priceFen', 'fen', '售价分|售价(分)|price fen'),
    column('lotTracked', 'word', '是否批次管理|批次管理|lot tracked', { words: YES_NO }),
    column('fragile', 'word', '易碎|fragile', { words: YES_NO }),
    column('upside', 'word', '向上|this side up', { words: YES_NO }),
    column('keepDry', 'word', '防潮|keep dry', { words: YES_NO }),
    column('shelfLifeDays', 'whole', '保质期天|保质期(天)|shelf life days', { zero: 'ask' }),
  ],
}

const suppliers: Profile = {
  id: 'suppliers',
  kind: 'suppliers',
  fields: [
    column('supplierCode', 'code', '供应商编码|供应商代码|supplier code', key),
    column('name', 'text', '名称|供应商名称|供应商|name', key),
    column('contact', 'text', '联系人|contact'),
    column('phone', 'word', '电话|联系电话|phone'),
    column('address', 'text', '地址|address'),
    column('creditDays', 'whole', '账期天|账期(天)|credit days'),
    column('leadDays', 'whole', '到货周期天|到货周期(天)|lead days'),
    column('inspectionLevel', 'word', '检验水平|inspection level'),
    column('aql', 'decimal', 'AQL'),
    column('note', 'text', '备注|note', { max: NOTE_CHARACTERS_MAX }),
  ],
}

const bins: Profile = {
  id: 'bins',
  kind: 'bins',
  fields: [
    column('zone', 'word', '库区|zone', { ...key, words: ZONE_WORDS }),
    column('binCode', 'code', '库位|库位编码|货位|bin', key),
    column('corridor', 'code', '巷道|corridor'),
    column('rack', 'code', '排|货架|rack'),
    column('level', 'whole', '层|level'),
    column('position', 'whole', '位|position'),
    column('lengthMm', 'lengthMm', '长mm|长(mm)|length mm'),
    column('widthMm', 'lengthMm', '宽mm|宽(mm)|width mm'),
    column('heightMm', 'lengthMm', '高mm|高(mm)|height mm'),
    column('weightLimitG', 'weightKg', '限重kg|限重(kg)|weight limit kg'),
  ],
}

const openingStock: Profile = {
  id: 'openingStock',
  kind: 'openingStock',
  fields: [
    column('binCode', 'code', '库位|库位编码|货位|bin', key),
    column('skuCode', 'code', '商家编码|SKU编码|SKU|商品编码|sku code', key),
    column('lotNo', 'code', '批次|批号|lot'),
    column('producedOn', 'day', '生产日期|produced on'),
    column('expiresOn', 'day', '有效期至|到期日|expires on'),
    column('stockState', 'word', '库存状态|状态|stock state', { words: STOCK_WORDS }),
    column('qty', 'whole', '数量|库存数量|qty', { ...key, zero: 'refuseRow', max: 1_000_000 }),
  ],
}

const purchaseOrders: Profile = {
  id: 'purchaseOrders',
  kind: 'purchaseOrders',
  fields: [
    column('purchaseOrderNo', 'id', '采购单号|采购单|purchase order', key),
    column('supplierName', 'text', '供应商|供应商名称|supplier', key),
    column('expectedOn', 'day', '预计到货|预计到货日期|expected on'),
    column('skuCode', 'code', '商家编码|SKU编码|SKU|商品编码|sku code', key),
    column('qty', 'whole', '采购数量|数量|qty', { ...key, zero: 'refuseRow' }),
    column('priceFen', 'fen', '单价分|单价(分)|采购单价分|price fen'),
    column('casePack', 'whole', '箱规|每箱数量|case pack', { zero: 'ask' }),
    column('freightFen', 'fen', '进货运费分|进货运费(分)|运费分|运费(分)|freight fen'),
    column('paidFen', 'fen', '已付分|已付(分)|已付款分|paid fen'),
  ],
}

const carriers: Profile = {
  id: 'carriers',
  kind: 'carriers',
  fields: [
    column('name', 'text', '快递公司|carrier', key),
    column('carrierCode', 'code', '代码|快递代码|carrier code', key),
    column('cutoff', 'word', '揽收截止|截单时间|cutoff'),
    column('paperWidthMm', 'lengthMm', '面单宽mm|paper width mm'),
    column('paperHeightMm', 'lengthMm', '面单高mm|paper height mm'),
    column('waybillFeeFen', 'fen', '面单费分|waybill fee fen'),
    column('notServed', 'text', '不到省份|not served'),
    column('insuranceRateBp', 'whole', '保价费率bp|insurance rate bp'),
    column('insuranceMinFen', 'fen', '保价最低分|insurance min fen'),
    column('accountNo', 'code', '月结账号|account no'),
    column('phone', 'word', '电话|phone'),
    column('courierName', 'text', '快递员|揽件员|courier'),
    column('isUsual', 'word', '默认|usual', { words: YES_NO }),
    column('note', 'text', '备注|note', { max: NOTE_CHARACTERS_MAX }),
  ],
}

const waybillPool: Profile = {
  id: 'waybillPool',
  kind: 'waybillPool',
  fields: [
    column('carrierName', 'text', '快递公司|物流公司|carrier', key),
    column('waybillNo', 'id', '运单号|快递单号|面单号|waybill no', key),
  ],
}

/** Numbers that a platform issued for single orders, with what its print component needs. */
const platformWaybills: Profile = {
  id: 'platformWaybills',
  kind: 'platformWaybills',
  fields: [
    column('platform', 'word', '打印平台|print platform', { ...key, words: PLATFORM_WORDS }),
    column('shop', 'word', '店铺|店铺平台|shop'),
    column('orderNo', 'id', '订单编号|订单号|order no', key),
    column('carrierName', 'text', '快递公司|物流公司|carrier', key),
    column('waybillNo', 'id', '快递单号|运单号|面单号|waybill no', key),
    column('encryptedData', 'text', '面单密文|encrypted data', { needed: true }),
    column('signature', 'text', '面单签名|signature'),
    column('templateUrl', 'text', '模板地址|template url', { needed: true }),
    column('ver', 'text', '密文版本|ver'),
    column('key', 'text', '密文密钥|key'),
    column('params', 'text', '打印参数|params'),
    column('accountId', 'text', '面单账号|account id'),
  ],
}

const supplies: Profile = {
  id: 'supplies',
  kind: 'supplies',
  fields: [
    column('supplyCode', 'code', '耗材编码|supply code', key),
    column('name', 'text', '名称|耗材名称|name', key),
    column('unit', 'word', '单位|unit'),
    column('lengthMm', 'lengthMm', '长mm|长(mm)|length mm'),
    column('widthMm', 'lengthMm', '宽mm|宽(mm)|width mm'),
    column('heightMm', 'lengthMm', '高mm|高(mm)|height mm'),
    column('weightG', 'weightG', '自重g|自重(g)|weight g'),
    column('loadLimitG', 'weightG', '最大装重g|最大装重(g)|load limit g'),
    column('costFen', 'fen', '成本分|成本(分)|cost fen'),
    column('minStock', 'whole', '最低库存|min stock'),
    column('orderPhone', 'word', '订货电话|order phone'),
  ],
}

/** What a carrier asks, per province: grams and fen; `volumeDivisor` in mm³ per gram. */
const tariffs: Profile = {
  id: 'tariffs',
  kind: 'tariffs',
  fields: [
    column('carrierName', 'text', '快递公司|carrier', key),
    column('province', 'text', '省份|目的省份|province', key),
    column('firstG', 'weightKg', '首重kg|首重(kg)|first kg', { ...key, zero: 'refuseRow' }),
    column('firstFen', 'fen', '首重价分|首重价(分)|first fen', key),
    column('stepG', 'weightKg', '续重单位kg|续重单位(kg)|续重kg|step kg', {
      ...key,
      zero: 'refuseRow',
    }),
    column('stepFen', 'fen', '续重价分|续重价(分)|step fen', key),
    column('remoteFen', 'fen', '偏远加价分|偏远加价(分)|remote fen'),
    column('minFen', 'fen', '最低收费分|最低收费(分)|min fen'),
    column('volumeDivisor', 'whole', '抛重系数|泡重系数|volume divisor'),
  ],
}

const PARCEL_WORDS = {
  已签收: 'delivered',
  运输中: 'inTransit',
  退回: 'sentBack',
  丢失: 'lost',
}

/** Our own record of what was shipped before this program came. */
const shippedParcels: Profile = {
  id: 'shippedParcels',
  kind: 'shippedParcels',
  fields: [
    column('waybillNo', 'id', '运单号|快递单号|waybill no', key),
    column('carrierName', 'text', '快递公司|carrier', key),
    column('platform', 'text', '平台|platform'),
    column('orderNos', 'text', '订单编号|订单号|order no', key),
    column('province', 'text', '省份|省|province'),
    column('city', 'text', '城市|市|city'),
    column('district', 'text', '区县|区|district'),
    column('supplyCode', 'code', '包材|耗材编码|supply code'),
    column('weightG', 'weightG', '实重g|实重(g)|重量g|weight g'),
    column('lengthMm', 'lengthMm', '长mm|长(mm)|length mm'),
    column('widthMm', 'lengthMm', '宽mm|宽(mm)|width mm'),
    column('heightMm', 'lengthMm', '高mm|高(mm)|height mm'),
    column('declaredFen', 'fen', '声明价值分|声明价值(分)|declared fen'),
    column('packer', 'text', '打包员|packer'),
    column('packedAt', 'moment', '打包时间|packed at'),
    column('handedOverAt', 'moment', '交接时间|handed over at'),
    column('state', 'word', '状态|state', { words: PARCEL_WORDS }),
  ],
}

/** Our own tables, in the order in which they are imported: each may refer to the ones before. */
export const TABLE_PROFILES: readonly Profile[] = [
  suppliers,
  skus,
  bins,
  carriers,
  tariffs,
  supplies,
  purchaseOrders,
  openingStock,
  shippedParcels,
  waybillPool,
  platformWaybills,
]
