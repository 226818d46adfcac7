import type { FieldSpec, FieldType, FlagColour, OrderState, Profile } from './profile.ts'

type Extra = Omit<FieldSpec, 'field' | 'type' | 'aliases'>

function column(field: string, type: FieldType, aliases: string, extra: Extra = {}): FieldSpec {
  return { field, type, aliases: aliases.split('|'), ...extra }
}

const key: Extra = { needed: true, required: 'refuseRow' }
const lineQty: Extra = { needed: true, required: 'refuseRow', zero: 'refuseRow' }
const TITLE_CHARACTERS_MAX = 500
const NOTE_CHARACTERS_MAX = 2_000
const note: Extra = { max: NOTE_CHARACTERS_MAX }
const title: Extra = { max: TITLE_CHARACTERS_MAX }

const FLAGS: Readonly<Record<string, FlagColour>> = {
  红: 'red',
  橙: 'orange',
  黄: 'yellow',
  绿: 'green',
  青: 'cyan',
  蓝: 'blue',
  紫: 'purple',
  灰: 'grey',
  1: 'red',
  2: 'yellow',
  3: 'green',
  4: 'blue',
  5: 'purple',
}

const TAOBAO_STATES: Readonly<Record<string, OrderState>> = {
  等待买家付款: 'unpaid',
  '买家已付款,等待卖家发货': 'toShip',
  卖家部分发货: 'partShipped',
  '卖家已发货,等待买家确认': 'shipped',
  交易成功: 'received',
  交易关闭: 'closed',
}

const taobaoHabits = {
  platform: 'taobao',
  rowPer: 'order',
  stateWords: TAOBAO_STATES,
  refundedWords: ['退款', '退款成功'],
  refundAskedWords: ['退款中'],
  flagWords: FLAGS,
  totalPerOrder: true,
} as const

const taobaoOrders: Profile = {
  id: 'taobaoOrders',
  kind: 'orders',
  emptyMarks: ['null'],
  orders: taobaoHabits,
  fields: [
    column('orderNo', 'id', '订单编号', key),
    column('stateWord', 'word', '订单状态', { ...key, words: TAOBAO_STATES }),
    column('postageFen', 'yuan', '买家应付邮费'),
    column('paidFen', 'yuan', '买家实际支付金额|买家实付金额'),
    column('buyerNote', 'text', '买家留言', note),
    column('name', 'text', '收货人姓名', { required: 'ask' }),
    column('address', 'text', '收货地址', title),
    column('tel', 'phone', '联系电话'),
    column('mobile', 'phone', '联系手机'),
    column('placedAt', 'moment', '订单创建时间'),
    column('paidAt', 'moment', '订单付款时间'),
    column('waybillNo', 'id', '物流单号'),
    column('carrierName', 'word', '物流公司'),
    column('shopNote', 'text', '订单备注|商家备注', note),
    column('closeReason', 'word', '订单关闭原因'),
    column('changedSpec', 'text', '修改后的sku'),
    column('changedAddress', 'text', '修改后的收货地址', title),
    column('afterSales', 'word', '异常信息'),
    column('flag', 'word', '备注标签'),
    column('itemTitle', 'text', '宝贝标题|商品标题', note),
    column('buyerName', 'word', '买家会员名'),
    column('totalFen', 'yuan', '总金额'),
    column('itemsFen', 'yuan', '买家应付货款'),
    column('itemKinds', 'whole', '宝贝种类'),
    column('itemCount', 'whole', '宝贝总数量'),
  ],
}

const taobaoLines: Profile = {
  id: 'taobaoLines',
  kind: 'orderLines',
  emptyMarks: ['null'],
  orders: taobaoHabits,
  fields: [
    column('orderNo', 'id', '订单编号', key),
    column('qty', 'whole', '购买数量', lineQty),
    column('skuCode', 'code', '商家编码', { needed: true }),
    column('title', 'text', '标题|商品标题', title),
    column('priceFen', 'yuan', '价格'),
    column('outerCode', 'code', '外部系统编号'),
    column('spec', 'text', '商品属性'),
    column('stateWord', 'word', '订单状态', { words: TAOBAO_STATES }),
    column('setInfo', 'word', '套餐信息'),
  ],
}

const DOUYIN_STATES: Readonly<Record<string, OrderState>> = {
  待支付: 'unpaid',
  待发货: 'toShip',
  备货中: 'toShip',
  部分发货: 'partShipped',
  已发货: 'shipped',
  已完成: 'received',
  已关闭: 'closed',
}

const douyin: Profile = {
  id: 'douyin',
  kind: 'orders',
  emptyMarks: ['-'],
  orders: {
    platform: 'douyin',
    rowPer: 'line',
    stateWords: DOUYIN_STATES,
    refundedWords: ['退款成功'],
    refundAskedWords: ['待商家处理', '退款中'],
    flagWords: FLAGS,
  },
  fields: [
    column('orderNo', 'id', '主订单编号', key),
    column('skuCode', 'code', '商家编码', { needed: true }),
    column('qty', 'whole', '商品数量', lineQty),
    column('stateWord', 'word', '订单状态', { ...key, words: DOUYIN_STATES }),
    column('ref', 'id', '子订单编号'),
    column('title', 'text', '选购商品', title),
    column('spec', 'text', '商品规格'),
    column('priceFen', 'yuan', '商品单价'),
    column('dueFen', 'yuan', '订单应付金额'),
    column('postageFen', 'yuan', '运费'),
    column('name', 'text', '收件人', { required: 'ask' }),
    column('mobile', 'phone', '收件人手机号'),
    column('province', 'word', '省'),
    column('city', 'word', '市'),
    column('district', 'word', '区'),
    column('town', 'word', '街道'),
    column('detail', 'text', '详细地址', title),
    column('placedAt', 'moment', '订单提交时间'),
    column('paidAt', 'moment', '支付完成时间'),
    column('shipBy', 'moment', '承诺发货时间'),
    column('flag', 'word', '旗帜颜色'),
    column('shopNote', 'text', '商家备注', note),
    column('buyerNote', 'text', '买家留言', note),
    column('afterSales', 'word', '售后状态'),
    column('waybillAndCarrier', 'word', '快递信息'),
    column('itemsFen', 'yuan', '商品金额'),
    column('changedMark', 'word', '是否修改过地址'),
    column('barcode', 'word', '商品69码'),
  ],
}

const PDD_STATES: Readonly<Record<string, OrderState>> = {
  待支付: 'unpaid',
  待发货: 'toShip',
  '已发货,待收货': 'shipped',
  '已发货,待签收': 'shipped',
  已发货: 'shipped',
  已收货: 'received',
  已签收: 'received',
  已取消: 'closed',
  '未发货,退款成功': 'closed',
  '已发货,退款成功': 'closed',
}

const pdd: Profile = {
  id: 'pdd',
  kind: 'orders',
  orders: {
    platform: 'pdd',
    rowPer: 'order',
    stateWords: PDD_STATES,
    refundedWords: ['退款成功', '未发货,退款成功', '已发货,退款成功'],
    refundAskedWords: ['售后处理中', '退款中'],
    flagWords: FLAGS,
    dayInOrderNo: true,
    totalPerOrder: true,
  },
  fields: [
    column('orderNo', 'id', '订单号', key),
    column('stateWord', 'word', '订单状态', { ...key, words: PDD_STATES }),
    column('qty', 'whole', '商品数量(件)', lineQty),
    column('skuCode', 'code', '商家编码-规格维度', { needed: true }),
    column('title', 'text', '商品', title),
    column('spec', 'text', '商品规格'),
    column('totalFen', 'yuan', '商品总价(元)'),
    column('postageFen', 'yuan', '邮费(元)'),
    column('paidFen', 'yuan', '用户实付金额(元)'),
    column('review', 'word', '是否审核中'),
    column('paidAt', 'moment', '支付时间'),
    column('shipBy', 'moment', '承诺发货时间'),
    column('shopNote', 'text', '商家备注', note),
    column('buyerNote', 'text', '买家留言', note),
    column('afterSales', 'word', '售后状态'),
    column('waybillNo', 'id', '快递单号'),
    column('carrierName', 'word', '快递公司'),
    column('province', 'word', '省'),
    column('city', 'word', '市'),
    column('district', 'word', '区'),
    column('town', 'word', '街道/镇|街道'),
    column('giftTitle', 'text', '赠品名称'),
    column('giftSpec', 'text', '赠品规格'),
    column('giftQty', 'whole', '赠品数量'),
  ],
}

const OWN_STATES: Readonly<Record<string, OrderState>> = {
  待付款: 'unpaid',
  待发货: 'toShip',
  部分发货: 'partShipped',
  已发货: 'shipped',
  已收货: 'received',
  已完成: 'received',
  已关闭: 'closed',
  unpaid: 'unpaid',
  'to ship': 'toShip',
  'part shipped': 'partShipped',
  shipped: 'shipped',
  received: 'received',
  closed: 'closed',
}

/** Our own order table: one row per order line, for shops of any other kind. */
const ownOrders: Profile = {
  id: 'ownOrders',
  kind: 'orders',
  orders: {
    platform: 'own',
    rowPer: 'line',
    stateWords: OWN_STATES,
    refundedWords: ['退款成功', '已退款', 'refunded'],
    refundAskedWords: ['退款中', 'refund asked'],
    flagWords: FLAGS,
  },
  fields: [
    column('orderNo', 'id', '订单编号|订单号|order no', key),
    column('skuCode', 'code', '商家编码|SKU编码|sku code', { needed: true }),
    column('qty', 'whole', '数量|qty', lineQty),
    column('stateWord', 'word', '订单状态|state', { required: 'refuseRow', words: OWN_STATES }),
    column('title', 'text', '商品名称|名称|title', title),
    column('spec', 'text', '规格|spec'),
    column('priceFen', 'fen', '单价分|price fen'),
    column('postageFen', 'fen', '运费分|postage fen'),
    column('name', 'text', '收件人|receiver', { required: 'ask' }),
    column('mobile', 'phone', '手机|手机号|mobile'),
    column('tel', 'phone', '固定电话|固话|tel'),
    column('province', 'word', '省|省份|province'),
    column('city', 'word', '市|城市|city'),
    column('district', 'word', '区|区县|district'),
    column('town', 'word', '街道|乡镇|town'),
    column('detail', 'text', '详细地址|detail', title),
    column('postcode', 'word', '邮编|postcode'),
    column('placedAt', 'moment', '下单时间|placed at'),
    column('paidAt', 'moment', '付款时间|paid at'),
    column('shipBy', 'moment', '发货时限|ship by'),
    column('buyerNote', 'text', '买家留言|buyer note', note),
    column('shopNote', 'text', '卖家备注|shop note', note),
    column('flag', 'word', '旗标|flag'),
    column('afterSales', 'word', '售后状态|after sales'),
    column('waybillNo', 'id', '快递单号|waybill no'),
    column('carrierName', 'word', '快递公司|carrier'),
  ],
}

/** Order exports of the platforms, and our own order table. */
export const ORDER_PROFILES: readonly Profile[] = [
  taobaoLines,
  taobaoOrders,
  douyin,
  pdd,
  ownOrders,
]
