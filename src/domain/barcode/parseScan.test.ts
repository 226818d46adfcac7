import { expect, test } from 'vitest'
import { parseScan } from './parseScan.ts'

const rows: readonly [raw: string, kind: string, text: string][] = [
  ['6901234567892', 'gtin', '6901234567892'],
  [']E06901234567892', 'gtin', '6901234567892'],
  ['6901234567891', 'text', '6901234567891'],
  ['55123457', 'gtin', '55123457'],
  ['036000291452', 'gtin', '036000291452'],
  ['16901234567899', 'gtin', '16901234567899'],
  ['69012345678926901234567892', 'joined', '69012345678926901234567892'],
  ['69012345678926901234567891', 'text', '69012345678926901234567891'],
  ['ZQUNDO0', 'command', 'ZQUNDO0'],
  [']C0ZQUNDO0', 'command', 'ZQUNDO0'],
  ['ZQUNDO1', 'damagedCommand', 'ZQUNDO1'],
  ['ZQX12I', 'multiplier', 'ZQX12I'],
  ['A-03-2-05', 'text', 'A-03-2-05'],
  ['T-0001', 'text', 'T-0001'],
  ['https://id.gs1.org/01/06901234567892', 'text', 'https://id.gs1.org/01/06901234567892'],
  [']', 'text', ']'],
  ['', 'text', ''],
]

test.each(rows)('%j is read as %s', (raw, kind, text) => {
  expect(parseScan(raw)).toMatchObject({ kind, text })
})

test('two codes read as one are split for the offer', () => {
  expect(parseScan('69012345678929787302150411')).toMatchObject({
    kind: 'joined',
    parts: ['6901234567892', '9787302150411'],
  })
})

test('a gtin is filled up to 14 digits so that one SKU has one form', () => {
  expect(parseScan('036000291452')).toMatchObject({ gtin: '00036000291452' })
  expect(parseScan('0036000291452')).toMatchObject({ gtin: '00036000291452' })
})
