import type { Catalogue } from './catalogue.ts'
import type { OrderLineDraft, RefundState } from './drafts.ts'
import type { OrderState } from './profile.ts'
import { isOpen } from './orderState.ts'
import type { RowReader } from './rowReader.ts'

const LIST_MARK = /[;；]/
const GIFT_TITLE = /^[【[(（]?赠品/

/** What a line has from its order. */
export interface LineFrame {
  readonly state: OrderState
  readonly refund: RefundState
  readonly catalogue: Catalogue
}

/** The lines one row stands for: one, or several when the export joined sub-orders with `;`. */
export function readLines(reader: RowReader, frame: LineFrame): OrderLineDraft[] {
  const refs = reader.raw('ref').split(LIST_MARK)
  return refs.length > 1 ? readJoinedLines(reader, frame, refs.length) : [readLine(reader, frame)]
}

function readLine(reader: RowReader, frame: LineFrame): OrderLineDraft {
  const title = reader.text('title')
  const priceFen = reader.number('priceFen')
  const skuCode = reader.text('skuCode') || reader.text('outerCode') || null
  const gift = priceFen === 0 && GIFT_TITLE.test(title)
  checkSku(reader, skuCode, gift, frame)
  const ref = reader.text('ref')
  return {
    skuCode,
    qty: reader.number('qty'),
    priceFen,
    title,
    spec: reader.text('spec'),
    state: frame.state,
    refund: frame.refund,
    ...(ref === '' ? {} : { ref }),
    ...(gift ? { gift: true } : {}),
  }
}

function checkSku(
  reader: RowReader,
  skuCode: string | null,
  gift: boolean,
  frame: LineFrame,
): void {
  if (!isOpen(frame.state) || gift || !reader.is('in')) return
  if (skuCode === null) reader.fault('skuCode', { code: 'skuMissing', level: 'ask', problem: true })
  else if (!frame.catalogue.sku(skuCode))
    reader.fault('skuCode', { code: 'unknownSku', level: 'ask', problem: true })
}

/** One total for several goods can be split only when it is one piece of each. */
function readJoinedLines(reader: RowReader, frame: LineFrame, wanted: number): OrderLineDraft[] {
  const skuCodes = splitList(reader.text('skuCode'))
  const titles = splitList(reader.text('title'))
  const refs = splitList(reader.text('ref'))
  const qtys = readQtys(reader, wanted)
  const fits = skuCodes.length === wanted
  if (!fits) {
    const params = { wanted, got: skuCodes.length }
    reader.fault('skuCode', { code: 'listLength', level: 'ask', problem: true, params })
  } else checkListed(reader, skuCodes, frame)
  if (fits && qtys === null) {
    const params = { wanted, qty: reader.raw('qty') }
    reader.fault('qty', { code: 'quantitySplit', level: 'ask', problem: true, params })
  }
  return refs.map((ref, i) => ({
    skuCode: fits ? (skuCodes[i] ?? null) : null,
    qty: fits ? (qtys?.[i] ?? null) : null,
    priceFen: null,
    title: (titles.length === wanted ? titles[i] : titles.join('; ')) ?? '',
    spec: '',
    state: frame.state,
    refund: frame.refund,
    ref,
  }))
}

function checkListed(reader: RowReader, skuCodes: readonly string[], frame: LineFrame): void {
  const unknown = skuCodes.filter((code) => !frame.catalogue.sku(code))
  if (!isOpen(frame.state) || unknown.length === 0) return
  const params = { skuCode: unknown.join('; ') }
  reader.fault('skuCode', { code: 'unknownSku', level: 'ask', problem: true, params })
}

function readQtys(reader: RowReader, wanted: number): number[] | null {
  const listed = splitList(reader.raw('qty')).map(Number)
  if (listed.length === wanted && listed.every((qty) => Number.isInteger(qty) && qty > 0))
    return listed
  return reader.number('qty') === wanted
    ? listed.length === 1
      ? Array(wanted).fill(1)
      : null
    : null
}

function splitList(text: string): string[] {
  return text.split(LIST_MARK).map((part) => part.trim())
}

/** The free gift a row tells beside its goods: it has no code. */
export function readGift(reader: RowReader, state: OrderState): OrderLineDraft[] {
  const title = reader.text('giftTitle')
  if (title === '') return []
  const qty = reader.number('giftQty') ?? 1
  const spec = reader.text('giftSpec')
  return [{ skuCode: null, qty, priceFen: 0, title, spec, state, refund: 'none', gift: true }]
}

const COLOUR_NAME = /^(?:颜色|颜色分类|主要颜色)$/
const SIZE_NAME = /^(?:尺码|尺寸|参考身高|鞋码|规格)$/

/** Colour and size out of a property text. Example: `颜色分类：黑色;尺码：L` -> { colour: 黑色, size: L }. */
export function parseProperties(text: string): { colour: string; size: string } {
  const found = { colour: '', size: '' }
  for (const part of text.split(LIST_MARK)) {
    const [name = '', value = ''] = part.split(/[:：]/).map((piece) => piece.trim())
    if (COLOUR_NAME.test(name)) found.colour = value
    else if (SIZE_NAME.test(name)) found.size = value
  }
  return found
}

/** Puts the colour and size the shop agreed on into the only line of an order. */
export function applyChangedSpec(
  reader: RowReader,
  lines: readonly OrderLineDraft[],
  frame: LineFrame,
): OrderLineDraft[] {
  const text = reader.text('changedSpec', !isOpen(frame.state))
  const [line] = lines
  if (text === '' || line === undefined) return [...lines]
  const old = line.skuCode === null ? undefined : frame.catalogue.sku(line.skuCode)
  const { colour, size } = parseProperties(text)
  const skuCode =
    lines.length === 1 && old?.styleNo
      ? frame.catalogue.skuByStyle(old.styleNo, colour, size)
      : undefined
  if (skuCode === undefined || old === undefined) {
    if (isOpen(frame.state))
      reader.fault('changedSpec', { code: 'unknownSku', level: 'ask', problem: true })
    return [...lines]
  }
  if (skuCode === old.skuCode) return [...lines]
  return [{ ...line, skuCode, spec: text, changedFrom: old.skuCode }]
}
