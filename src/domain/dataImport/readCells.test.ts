import { describe, expect, it } from 'vitest'
import type { FieldSpec, FieldType } from './profile.ts'
import { readField } from './readField.ts'
import type { ReadingContext } from './reading.ts'
import type { Cell } from './tableFile.ts'

const context: ReadingContext = { emptyMarks: ['-'], casePack: 12, nearDay: '2026-11-10' }

function read(type: FieldType, cell: Cell, extra: Partial<FieldSpec> = {}) {
  return readField(cell, { field: 'x', type, aliases: ['x'], ...extra }, context)
}

/** value, or `level code offer` of the fault. */
function told(type: FieldType, cell: Cell, extra: Partial<FieldSpec> = {}): unknown {
  const { value, fault } = read(type, cell, extra)
  if (!fault) return value
  const head = `${fault.level} ${fault.code}`
  return fault.offer === undefined ? head : `${head} ${fault.offer}`
}

describe('ids and codes', () => {
  it.each([
    ['\t6986042040274488387', '6986042040274488387'],
    ['="5673142405761960608"', '5673142405761960608'],
    ["'5686354218880974978", '5686354218880974978'],
    ['6.91793E+18', 'refuseRow sciNumber'],
    ['7E+14', 'refuseRow sciNumber'],
    ['6917926768823640000', 'ask idPrecisionLost'],
    ['777034491114000', '777034491114000'],
    ['77933 2996412338', 'ask blanks 779332996412338'],
    ['\u00a0123', 'ask blanks 123'],
    ['12\u200b3', 'ask zeroWidth 123'],
    ['１２３', 'ask fullWidth 123'],
    ['123\u001d', 'ask controlCharacter 123'],
    ['-', undefined],
    ['', undefined],
  ])('an order number %j reads as %j', (cell, expected) => {
    expect(told('id', cell)).toBe(expected)
  })

  it('a number cell holds an id only up to 15 digits', () => {
    expect(told('id', { kind: 'number', value: 999_999_999_999_999 })).toBe('999999999999999')
    expect(told('id', { kind: 'number', value: 1e15 })).toBe('refuseRow idPrecisionLost')
    expect(told('code', { kind: 'number', value: 6.99e18 })).toBe('refuseRow idPrecisionLost')
  })

  it('a SKU code may have blanks inside, and letters that look like an exponent', () => {
    expect(told('code', 'A 1')).toBe('A 1')
    expect(told('code', '1E5')).toBe('1E5')
    expect(told('code', 'x'.repeat(200))).toBe('x'.repeat(200))
    expect(told('code', 'x'.repeat(201))).toBe('ask tooLong')
  })

  it('what is kept as it stands is the text without the wrapping', () => {
    expect(read('id', '\t 12').kept).toBe(' 12')
    expect(read('id', '\t 12').offered).toBe('12')
  })
})

describe('barcodes', () => {
  it.each([
    ['6901234567892', '6901234567892'],
    ['029262447361', '029262447361'],
    ['55123457', '55123457'],
    ['16901234567899', '16901234567899'],
    ['6901234567893', 'ask badCheckDigit'],
    ['7302150419', 'ask isbn10 9787302150411'],
    ['080442957x', 'ask isbn10 9780804429573'],
    ['7302150418', 'ask badCheckDigit'],
    ['978-7-302-15041-1', 'ask hyphens 9787302150411'],
    ['69O1234567892', 'ask notDigits'],
    ['69012345678', 'ask badLength'],
    ['６９０１２３４５６７８９２', 'ask fullWidth 6901234567892'],
    ['6901234567892\u001d', 'ask controlCharacter 6901234567892'],
    ['6.9E+12', 'refuseRow sciNumber'],
    ['ZQOKB', 'refuseRow reservedPrefix'],
    ['zqokb', 'refuseRow reservedPrefix'],
    ['', undefined],
  ])('%j reads as %j', (cell, expected) => {
    expect(told('barcode', cell)).toBe(expected)
  })
})

describe('codes of our own', () => {
  it.each([
    ['ZQUNDO0', 'refuseRow reservedPrefix'],
    [' zq1', 'refuseRow reservedPrefix'],
    ['AZQ1', 'AZQ1'],
  ])('%j reads as %j', (cell, expected) => {
    expect(told('code', cell)).toBe(expected)
  })
})

describe('numbers', () => {
  it.each<[FieldType, Cell, unknown]>([
    ['whole', '24', 24],
    ['whole', '24.0', 24],
    ['whole', '12.5', 'refuseRow notInteger'],
    ['whole', '-5', 'refuseRow negative'],
    ['whole', '3箱', 'ask unitInNumber 36'],
    ['whole', '3本', 'ask unitInNumber 3'],
    ['whole', '1,280', 'ask thousands 1280'],
    ['whole', '１２', 'ask fullWidth 12'],
    ['whole', '十二', 'refuseRow notANumber'],
    ['whole', '¥5', 'refuseRow notANumber'],
    ['whole', '100000', 100_000],
    ['whole', '100001', 'ask tooLarge'],
    ['fen', '1280', 1280],
    ['fen', '19.80', 'ask notInteger 1980'],
    ['fen', '¥12.80', 'ask currency 1280'],
    ['fen', '￥1,280', 'ask currency 128000'],
    ['fen', '-1', 'refuseRow negative'],
    ['yuan', '59.80', 5980],
    ['yuan', '￥29.90', 'ask currency 29.9'],
    ['yuan', '29.9元', 'ask currency 29.9'],
    ['weightG', '0.35kg', 'ask unitInNumber 350'],
    ['weightG', '１，２８０', 'ask fullWidth 1280'],
    ['weightG', '8斤', 'ask unitInNumber 4000'],
    ['weightKg', '120', 120_000],
    ['weightKg', '0.5', 500],
    ['lengthMm', '26cm', 'ask unitInNumber 260'],
    ['lengthMm', '1.5m', 'ask unitInNumber 1500'],
    ['decimal', '0.65', 0.65],
    ['fen', { kind: 'number', value: 990 }, 990],
    ['yuan', { kind: 'number', value: 59.8 }, 5980],
    ['whole', { kind: 'formula', formula: '1+1', result: 2 }, 'ask formulaCell 2'],
    ['yuan', { kind: 'formula', formula: 'SUM(A1)', result: 79.7 }, 'ask formulaCell 79.7'],
    ['whole', { kind: 'formula', formula: '1/0', result: null }, 'ask formulaCell'],
  ])('a %s cell %j reads as %j', (type, cell, expected) => {
    expect(told(type, cell)).toBe(expected)
  })

  it('a zero is allowed, asked about or refused, as the field says', () => {
    expect(told('whole', '0')).toBe(0)
    expect(told('whole', '0', { zero: 'ask' })).toBe('ask zero')
    expect(told('whole', '0', { zero: 'refuseRow' })).toBe('refuseRow zero')
  })

  it('an offer of yuan is accepted as fen', () => {
    expect(read('yuan', '￥29.90').offered).toBe(2990)
  })
})

describe('days and moments', () => {
  it.each<[FieldType, Cell, unknown]>([
    ['day', '2026-11-03', '2026-11-03'],
    ['day', '2026/11/3', '2026-11-03'],
    ['day', '20261103', '2026-11-03'],
    ['day', '2026年11月3日', '2026-11-03'],
    ['day', '46329', 'ask dateSerial 2026-11-03'],
    ['day', '11月3日', 'ask dateForm 2026-11-03'],
    ['day', '1/5', 'ask dateForm 2027-01-05'],
    ['day', '2026-02-30', 'refuseRow badDate'],
    ['day', '2028-02-29', '2028-02-29'],
    ['day', '下周', 'refuseRow badDate'],
    ['day', '123', 'refuseRow badDate'],
    ['day', '', undefined],
    ['moment', '2026-10-30 09:11:00', '2026-10-30 09:11:00'],
    ['moment', '2026/10/30 9:11', '2026-10-30 09:11:00'],
    ['moment', '2026-10-30 25:00:00', 'refuseRow badDate'],
    ['moment', '-', undefined],
    ['moment', { kind: 'number', value: 46_325.382638889 }, 'ask dateSerial 2026-10-30 09:11:00'],
    ['moment', { kind: 'moment', text: '2026-10-30 09:11:00' }, '2026-10-30 09:11:00'],
  ])('a %s cell %j reads as %j', (type, cell, expected) => {
    expect(told(type, cell)).toBe(expected)
  })

  it('a day without a year has no offer when no other day is known', () => {
    const spec: FieldSpec = { field: 'x', type: 'moment', aliases: ['x'] }
    const reading = readField('11月3日', spec, { ...context, nearDay: null })
    expect(reading.fault).toEqual({ code: 'dateForm', level: 'ask' })
  })
})

describe('phones', () => {
  it.each([
    ["'17364973677", '17364973677'],
    ['="13912345678"', '13912345678'],
    ["'18400913965-7576", '18400913965-7576'],
    ["'0571-88123456-802", '0571-88123456-802'],
    ['400-123-4567', '400-123-4567'],
    ["'1391234567", 'ask phoneBad'],
    ["'139123456789", 'ask phoneBad'],
    ["'+86 139-1234-5678", 'ask phoneForm 13912345678'],
    ['138******34', '138******34'],
    ['$$abc==$def==*1$$', '$$abc==$def==*1$$'],
  ])('%j reads as %j', (cell, expected) => {
    expect(told('phone', cell)).toBe(expected)
  })
})

describe('texts for people', () => {
  it.each([
    ['=1+1', 'keep formula'],
    ['\t=1+1', 'keep formula'],
    ['＝1+1', 'keep formula'],
    ['@SUM(A1:A9)', 'keep formula'],
    ['<img src=x onerror=alert(1)>', 'keep markup'],
    ['${7*7}', 'keep markup'],
    ['反\u202e转\u202c文', 'keep bidi'],
    ['小😀', 'keep emoji'],
    ['a\u200bb', 'keep zeroWidth'],
    ['a\u0007b', 'ask controlCharacter ab'],
    ['第一行\n第二行', '第一行\n第二行'],
    ['3 < 5 > 4', '3 < 5 > 4'],
    ['-', ''],
  ])('%j is told as %j', (cell, expected) => {
    expect(told('text', cell)).toBe(expected)
  })

  it('a kept text stays letter for letter, but for the TAB in front', () => {
    expect(read('text', '\t=1+1').value).toBe('=1+1')
  })

  it('a text is asked about from one character above the limit', () => {
    expect(told('text', '好'.repeat(200))).toBe('好'.repeat(200))
    expect(told('text', '好'.repeat(201))).toBe('ask tooLong')
    expect(read('text', '𠮷'.repeat(10_240)).fault?.params).toEqual({ length: 10_240, max: 200 })
  })

  it('an empty required text refuses the row, or asks, as the field says', () => {
    expect(told('text', '', { required: 'refuseRow' })).toBe('refuseRow emptyRequired')
    expect(told('text', ' ', { required: 'ask' })).toBe('ask emptyRequired')
  })

  it('a word is found in any width and case; another one is asked about', () => {
    const words = { '买家已付款,等待卖家发货': 'toShip', yes: 'yes' }
    expect(told('word', '买家已付款，等待卖家发货', { words })).toBe('toShip')
    expect(told('word', 'YES', { words })).toBe('yes')
    expect(told('word', '神秘状态', { words })).toBe('ask unknownWord')
    expect(told('word', '神秘状态', { words, field: 'stateWord' })).toBe('ask unknownState')
  })
})
