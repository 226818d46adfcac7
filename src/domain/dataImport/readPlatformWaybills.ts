import type { Steps } from '@/kernel/steps.ts'
import { componentPlatforms, type PrintData, PRINT_DATA_MAX } from '../record/printData.ts'
import type { Catalogue } from './catalogue.ts'
import type { PlatformWaybillDraft } from './drafts.ts'
import { type PlainSource, readPlain } from './readPlainTables.ts'
import type { RowReader } from './rowReader.ts'
import type { TableReading } from './tableReading.ts'

const WEB_ADDRESS = /^https?:\/\/[^\s/]+\S*$/

/** Shops whose order export names them otherwise than their print component. */
const SHOP_OF: Readonly<Record<string, string>> = { cainiao: 'taobao' }

/** Reads numbers that a platform issued for single orders. The cipher is taken letter for letter: it means
 *  something to the platform's component only. */
export function readPlatformWaybills(
  source: PlainSource,
): Steps<TableReading<PlatformWaybillDraft>> {
  return readPlain<PlatformWaybillDraft>(source, {
    key: (draft) => draft.waybillNo,
    read: readRow,
  })
}

function readRow(reader: RowReader, catalogue: Catalogue): PlatformWaybillDraft {
  const word = reader.text('platform')
  const platform = componentPlatforms.find((known) => known === word) ?? 'cainiao'
  const carrierName = reader.text('carrierName')
  const carrierCode = catalogue.carrierCode(carrierName) ?? null
  if (carrierName !== '' && carrierCode === null)
    reader.fault('carrierName', { code: 'unknownCarrier', level: 'ask' })
  const waybillNo = reader.text('waybillNo')
  if (catalogue.waybillUse(waybillNo))
    reader.fault('waybillNo', { code: 'duplicateWaybill', level: 'refuseRow' })
  return {
    row: reader.row,
    shop: reader.text('shop') || (SHOP_OF[platform] ?? platform),
    orderNo: reader.text('orderNo'),
    carrierName,
    carrierCode,
    waybillNo,
    printData: readPrintData(reader, platform),
  }
}

function readPrintData(reader: RowReader, platform: PrintData['platform']): PrintData {
  const templateUrl = reader.raw('templateUrl').trim()
  if (!WEB_ADDRESS.test(templateUrl))
    reader.fault('templateUrl', { code: 'emptyRequired', level: 'refuseRow' })
  const encryptedData = secretOf(reader, 'encryptedData')
  if (encryptedData === '')
    reader.fault('encryptedData', { code: 'emptyRequired', level: 'refuseRow' })
  const said = { platform, encryptedData, signature: secretOf(reader, 'signature'), templateUrl }
  const [ver, key, params, accountId] = ['ver', 'key', 'params', 'accountId'].map((field) =>
    secretOf(reader, field),
  )
  return {
    ...said,
    ...(ver && { ver }),
    ...(key && { key }),
    ...(params && { params }),
    ...(accountId && { accountId }),
  }
}

/** The cell as it stands: the rules for texts of people (formulas, markup) are none for a cipher. */
function secretOf(reader: RowReader, field: string): string {
  const text = reader.raw(field).trim()
  if (text.length > PRINT_DATA_MAX) {
    const params = { length: text.length, max: PRINT_DATA_MAX }
    reader.fault(field, { code: 'tooLong', level: 'refuseRow', params })
  }
  return text
}
