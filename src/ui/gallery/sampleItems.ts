import { gs1CheckDigit } from '@/domain/barcode/checkDigit.ts'
import { type SkuId, skuIdOf } from '@/domain/record/place.ts'

/** An invented SKU for samples: no two look alike, unless a sample is about twins. */
export interface SampleItem {
  readonly skuId: SkuId
  readonly name: string
  readonly spec: string
  /** Its barcode, with a valid check digit. */
  readonly code: string
}

const made = (sku: string, digits: string, name: string, spec: string): SampleItem => ({
  skuId: skuIdOf(sku),
  name,
  spec,
  code: `${digits}${gs1CheckDigit(digits) ?? ''}`,
})

const items: readonly SampleItem[] = [
  made('BK000257', '978744297454', '隋唐税赋小史', '16开 平装 368页'),
  made('BK000113', '978707352261', '北方旧梦 Old Dreams of the North', '32开 精装 512页'),
  made('BK000300', '978751336018', '南城雨巷', '大32开 平装 244页'),
  made('BK000102', '978710874530', '给孩子的星空图鉴', '12开 精装 96页'),
  made('XP000243', '692034571806', '云朵保温杯', '500 ml 雾蓝'),
  made('XP000318', '693578120469', '竹柄软毛牙刷', '4支装'),
  made('YF26105-OW-L', '694410823357', '亚麻宽松长裤', '燕麦白;L'),
  made('SP002071', '695901447238', '陈皮白茶', '罐装 150 g'),
]

/** The sample SKU of that number, from 0 on; after the last the first comes again. */
export function sampleItem(index: number): SampleItem {
  const item = items[index % items.length]
  if (!item) throw new Error('no sample items')
  return item
}
