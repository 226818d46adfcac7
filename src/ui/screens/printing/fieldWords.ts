import type { TFunction } from 'i18next'
import type { PrintWhy } from '@/domain/record/outbound.ts'
import { cutText } from '@/kernel/cutText.ts'
import en from '@/locales/en.json'
import { noticeWords } from '../../words/noticeWords.ts'

type FieldName = keyof typeof en.templates.field

const isField = (name: string): name is FieldName => Object.hasOwn(en.templates.field, name)

/** The name of a field of a label as people say it. Example: `skuCode` -> 商品编码. */
export const fieldWord = (t: TFunction, name: string): string =>
  isField(name) ? t(`templates.field.${name}`) : name

/** What a part of a label holds, its fields in words. Example: `{lot} · {name}` -> 批次 · 名称. */
export const partWords = (t: TFunction, text: string): string =>
  text.replace(/\{(\w+)\}/g, (_whole, name: string) => fieldWord(t, name))

type PlaceName = keyof typeof en.templates.place

const isPlace = (name: string): name is PlaceName => Object.hasOwn(en.templates.place, name)

/** A fault of a template, or what came of an act, with its place in words. */
export function faultText(t: TFunction, fault: PrintWhy): string {
  const place = placeWords(t, String(fault.params['at'] ?? ''), String(fault.params['part'] ?? ''))
  const at = place === '' ? '' : t('templates.atPlace', { place })
  return noticeWords(t, { ...fault, params: { ...fault.params, at } })
}

const PART_AT = /^nodes\[(\d+)\](?:\.(\w+))?/

/** Where a fault is. Example: `nodes[2].sizePt` -> 第 3 部分“名称”，字号. */
function placeWords(t: TFunction, at: string, text: string): string {
  const [, index, name = ''] = PART_AT.exec(at) ?? [undefined, undefined, at]
  const field = isPlace(name) ? t(`templates.place.${name}`) : name
  if (index === undefined) return field
  const no = Number(index) + 1
  const words = cutText(partWords(t, text))
  const part = words === '' ? t('templates.partNo', { no }) : t('templates.part', { no, words })
  return field === '' ? part : t('templates.placeOf', { part, field })
}
