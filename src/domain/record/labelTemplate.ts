import { assertNever } from '@/kernel/assert.ts'

/** What a template is for. `ownArea` is the shop's part of a waybill, below the carrier's. */
export const templateKinds = [
  'goods',
  'lot',
  'bin',
  'tote',
  'carton',
  'badge',
  'commands',
  'manifest',
  'ownArea',
] as const
export type TemplateKind = (typeof templateKinds)[number]

interface Placed {
  readonly xMm: number
  readonly yMm: number
  /** Left out of a label where this field is empty. */
  readonly onlyWith?: string | undefined
}

/** Words with field names in braces: `{name}`. A text all of whose fields are empty is left out. */
export interface TemplateText extends Placed {
  readonly kind: 'text'
  readonly text: string
  readonly widthMm: number
  readonly heightMm?: number | undefined
  readonly sizePt: number
  readonly shrinkToPt: number
  readonly weight: 500 | 700
  readonly maxLines: number
  readonly overflow: 'error' | 'ellipsis'
  readonly align: 'left' | 'center' | 'right'
  /** Takes the room below it down to the next thing that is drawn. */
  readonly grows?: boolean | undefined
}

export interface TemplateLine extends Placed {
  readonly kind: 'rule' | 'box'
  readonly widthMm: number
  readonly heightMm: number
  readonly strokeDots: number
}

/** The codes a template may hold. `barcode`: EAN-13 where the text is one, else Code 128. */
export const templateCodeKinds = [
  'barcode',
  'code128',
  'ean13',
  'ean8',
  'upca',
  'itf14',
  'gs1-128',
  'qr',
  'datamatrix',
  'gs1-datamatrix',
] as const

/** A code in a frame that holds its quiet zones too; the widest modules that fit are taken. The text of a
 *  GS1 code has its identifiers in brackets: `(01){barcode}(10){lot}`. */
export interface TemplateCode extends Placed {
  readonly kind: (typeof templateCodeKinds)[number]
  readonly text: string
  readonly widthMm: number
  readonly heightMm: number
  /** The text below the bars. */
  readonly hri: boolean
  readonly moduleMaxMm: number
}

export type TemplateNode = TemplateText | TemplateLine | TemplateCode

export const TEMPLATE_VERSION = 1

/** A label as data that a shop can change: places in millimetres, texts with fields, codes. */
export interface LabelTemplate {
  readonly version: typeof TEMPLATE_VERSION
  /** `goods-60x40`; the shop's template of this id stands in for the shipped one. */
  readonly id: string
  readonly kind: TemplateKind
  readonly widthMm: number
  readonly heightMm: number
  readonly nodes: readonly TemplateNode[]
}

/** A template as the shop keeps it: the text of its file, for places are no whole millimetres and rows
 *  hold whole numbers only; '' = the shipped one is used again. */
export interface TemplateRow {
  readonly id: string
  readonly file: string
  readonly atMs: number
  readonly rev?: string
}

/** Fields of goods and of a relabelled lot. `lotText` and `expiresText` are the values with their words. */
const ofSku = [
  'skuCode',
  'name',
  'spec',
  'barcode',
  'lot',
  'lotText',
  'expiresOn',
  'expiresText',
  'producedOn',
  'producedText',
] as const

/** All handling marks in one text, and each alone. */
const ofMarks = ['marks', 'mark1', 'mark2', 'mark3'] as const

/** The fields that a template of a kind may name. Example: 'tote' -> ['code', 'title']. */
export function templateFields(kind: TemplateKind): readonly string[] {
  switch (kind) {
    case 'goods':
    case 'lot':
      return ofSku
    case 'bin':
      return ['code', 'zone', 'weightLimit']
    case 'tote':
      return ['code', 'title']
    case 'carton':
      return [
        'waybillNo',
        'orderNo',
        'orderText',
        'carrier',
        'pieces',
        'packer',
        'packerText',
        'cartonName',
        'weight',
        'items',
        ...ofMarks,
      ]
    case 'badge':
      return ['name', 'roles', 'badge', 'title']
    case 'commands':
      return ['code', 'title', 'key']
    case 'manifest':
      return ['no', 'carrier', 'count', 'courier', 'at', 'title']
    case 'ownArea':
      return [
        'waybillNo',
        'orderNo',
        'orderText',
        'pieces',
        'items',
        ...ofMarks,
        'note',
        'noteText',
        'packer',
        'packerText',
        'inspected',
        'shop',
        'printedAt',
      ]
    default:
      return assertNever(kind)
  }
}

const FIELD = /\{([^{}]*)\}/g

/** The field names of a text, in order. Example: `{lot} · {name}` -> ['lot', 'name']. */
export function fieldsIn(text: string): string[] {
  return Array.from(text.matchAll(FIELD), ([, name = '']) => name)
}

/** Puts values in the place of field names; unknown ones become empty. */
export function fillText(text: string, fields: Readonly<Record<string, string>>): string {
  return text.replace(FIELD, (_whole, name: string) => fields[name] ?? '').trim()
}
