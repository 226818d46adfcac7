import { describe, expect, it } from 'vitest'
import { cellText } from '@/domain/dataImport/tableFile.ts'
import { returnTable } from '@/domain/dataImport/returnFile.ts'
import { readTable } from './readTable.ts'
import { writeCsv, writeXlsx } from './writeTable.ts'

const table = returnTable('taobao', [
  { orderNo: '4757550309061180621', carrierName: '=HYPERLINK("x")', waybillNo: '73000000000017' },
  { orderNo: '261120-5', carrierName: '中通,"快递"', waybillNo: 'SF1' },
])

describe('tables that go out', () => {
  it('CSV opens in a spreadsheet without losing a digit or running a formula', () => {
    expect(Buffer.from(writeCsv(table)).toString('utf8')).toBe(
      '\ufeff订单编号,物流公司,运单号\r\n' +
        '"\t4757550309061180621","\'=HYPERLINK(""x"")","\t73000000000017"\r\n' +
        '261120-5,"中通,""快递""",SF1\r\n',
    )
  })

  it('XLSX holds text cells only', async () => {
    const read = await readTable(await writeXlsx(table, '发货'), 'a.xlsx')
    expect(read.sheet).toBe('发货')
    expect(read.rows.map((row) => row.cells.map(cellText))).toEqual([
      [...table.headings],
      ...table.rows.map((cells) => [...cells]),
    ])
    expect(read.rows.flatMap((row) => row.cells).every((cell) => typeof cell === 'string')).toBe(
      true,
    )
  })
})
