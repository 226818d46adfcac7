import { describe, expect, it } from 'vitest'
import { formulaSafe, returnTable } from './returnFile.ts'

describe('the file back to the shop', () => {
  const parcels = [
    { orderNo: '4757550309061180621', carrierName: '中通快递', waybillNo: '73000000000017' },
    { orderNo: '4757550309061180621', carrierName: '中通快递', waybillNo: '73000000000017' },
    { orderNo: '4757550309061180621', carrierName: '中通快递', waybillNo: '73000000000018' },
  ]

  it.each([
    ['taobao', ['订单编号', '物流公司', '运单号']],
    ['douyin', ['订单号', '快递公司', '快递单号']],
    ['pdd', ['订单号', '快递公司', '快递单号']],
    ['own', ['订单编号', '快递公司', '快递单号']],
  ])('%s reads the headings %j', (platform, headings) => {
    expect(returnTable(platform, parcels).headings).toEqual(headings)
  })

  it('each pair of order and waybill is told once, split parcels each', () => {
    expect(returnTable('taobao', parcels).rows).toEqual([
      ['4757550309061180621', '中通快递', '73000000000017'],
      ['4757550309061180621', '中通快递', '73000000000018'],
    ])
  })
})

describe('what a spreadsheet would run', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+1+1', "'+1+1"],
    ['-1+1', "'-1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1+1', "'\t=1+1"],
    ['＝1+1', "'＝1+1"],
    ['好 = 坏', '好 = 坏'],
    ['', ''],
  ])('%j is written as %j', (text, safe) => {
    expect(formulaSafe(text)).toBe(safe)
  })
})
