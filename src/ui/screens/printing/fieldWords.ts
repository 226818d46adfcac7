import type { TFunction } from 'i18next'
import type { PrintWhy } from '@/domain/record/outbound.ts'
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

const AT_PART = /^ \(nodes\[(\d+)\][^)]*\)$/

/** A fault of a template in words; the part is named by its number on the screen. */
export function faultText(t: TFunction, fault: PrintWhy): string {
  const part = AT_PART.exec(String(fault.params['at'] ?? ''))
  if (!part) return noticeWords(t, fault)
  const at = t('templates.atPart', { no: Number(part[1]) + 1 })
  return noticeWords(t, { ...fault, params: { ...fault.params, at } })
}
