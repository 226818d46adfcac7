import { describe, expect, test } from 'vitest'
import { type ComponentPlatform, componentPlatforms } from '@/domain/record/printData.ts'
import type { ComponentTask } from './componentDialect.ts'
import { componentDialects } from './componentDialects.ts'

const task = (platform: ComponentPlatform, more: Partial<ComponentTask> = {}): ComponentTask => ({
  taskId: 'waybill:W1:1',
  waybillNo: 'W1',
  printerName: 'P1',
  label: {
    kind: 'component',
    platform,
    encryptedData: 'ED',
    signature: 'SG',
    templateUrl: 'https://t.example.com/1',
    ver: 'v2',
    key: 'K',
    params: 'a=1&b=2',
    accountId: '208',
    ownArea: { goods: 'BK1×2' },
  },
  ...more,
})

const printText = (platform: ComponentPlatform, more?: Partial<ComponentTask>) =>
  JSON.stringify(componentDialects[platform].print(task(platform, more)))

/** The message of the common family with these contents. */
const common = (document: string) =>
  `{"cmd":"print","requestID":"waybill:W1:1","version":"1.0","task":{"taskID":"waybill:W1:1","preview":false,"previewType":"pdf","printer":"P1","firstDocumentNumber":1,"totalDocumentCount":1,"documents":[{"documentID":"W1",${document}}]}}`

describe('a task for', () => {
  test.each([
    [
      'cainiao',
      common(
        '"contents":[{"encryptedData":"ED","signature":"SG","ver":"v2","templateURL":"https://t.example.com/1"}]',
      ),
    ],
    [
      'douyin',
      common(
        '"contents":[{"encryptedData":"ED","signature":"SG","ver":"v2","templateURL":"https://t.example.com/1","params":"a=1&b=2"}]',
      ),
    ],
    [
      'pdd',
      common(
        '"contents":[{"encryptedData":"ED","signature":"SG","ver":"v2","templateUrl":"https://t.example.com/1","userid":"208"}]',
      ),
    ],
    [
      'kuaishou',
      common(
        '"waybillCode":"W1","ksOrderFlag":true,"contents":[{"encryptedData":"ED","signature":"SG","ver":"v2","templateURL":"https://t.example.com/1","key":"K"}]',
      ),
    ],
    [
      'jd',
      '{"key":"waybill:W1:1","orderType":"PRINT","version":"2","parameters":{"printName":"P1","contents":[{"tempUrl":"https://t.example.com/1","printData":"ED"}]}}',
    ],
  ] as const)('%s is this text', (platform, text) => {
    expect(printText(platform)).toBe(text)
  })

  test.each([
    ['cainiao', '{"data":{"goods":"BK1×2"},"templateURL":"https://own.example.com/2"}'],
    ['kuaishou', '{"customData":{"goods":"BK1×2"},"templateURL":"https://own.example.com/2"}'],
    ['jd', '"customTempUrl":"https://own.example.com/2","customData":{"goods":"BK1×2"}'],
  ] as const)('%s carries the own area where its form is known', (platform, text) => {
    expect(printText(platform, { ownAreaUrl: 'https://own.example.com/2' })).toContain(text)
    expect(printText(platform)).not.toContain('BK1×2')
  })

  test.each(componentPlatforms)('%s holds one document', (platform) => {
    expect(printText(platform).match(/"ED"/g)).toHaveLength(1)
  })
})

describe('questions', () => {
  test('about printers, tasks and the place on the paper', () => {
    const { cainiao, jd } = componentDialects
    expect(cainiao.getPrinters('r1')).toEqual({
      cmd: 'getPrinters',
      requestID: 'r1',
      version: '1.0',
    })
    expect(cainiao.getTaskStatus('r2', ['t1'])).toEqual({
      cmd: 'getTaskStatus',
      requestID: 'r2',
      version: '1.0',
      taskID: ['t1'],
    })
    expect(cainiao.setOffset('r3', { printerName: 'P1', xMm: 1, yMm: -0.5 })).toMatchObject({
      cmd: 'setPrinterConfig',
      printer: { name: 'P1', horizontalOffset: 1, verticalOffset: -0.5 },
    })
    expect(jd.getPrinters('r4')).toMatchObject({ key: 'r4', orderType: 'GET_Printers' })
    expect([
      jd.getTaskStatus('r', ['t']),
      jd.setOffset('r', { printerName: '', xMm: 1, yMm: 1 }),
    ]).toEqual([undefined, undefined])
  })
})

const read = (platform: ComponentPlatform, message: unknown) =>
  componentDialects[platform].parse(JSON.stringify(message))

describe('words of a component', () => {
  test('failed with a blank behind it is failed', () => {
    const message = {
      cmd: 'notifyPrintResult',
      taskID: 't1',
      taskStatus: 'failed ',
      printStatus: [{ documentID: 'W1', status: 'failed', detail: null }],
      msg: ' 缺纸 ',
    }
    expect(read('kuaishou', message)).toEqual({
      kind: 'notice',
      taskId: 't1',
      fate: 'failed',
      why: '缺纸',
    })
  })

  test.each([
    ['rendered', 'success', 'underWay'],
    ['printed', 'success', 'printed'],
    ['printed', 'canceled', 'failed'],
    ['printed', 'failed', 'failed'],
    ['partPrinted', 'success', 'underWay'],
    ['failed', 'failed', 'failed'],
    ['something new', 'success', 'underWay'],
  ])('a task %s with its document %s is %s', (taskStatus, status, fate) => {
    const message = { cmd: 'PrintResultNotify', taskID: 7, taskStatus, printStatus: [{ status }] }
    expect(read('pdd', message)).toMatchObject({ kind: 'notice', taskId: '7', fate })
  })

  test.each([
    [0, 'printed', 'printed'],
    [0, 'rendered', 'underWay'],
    [31, 'printed', 'failed'],
  ])('a document notice with code %d, %s, is %s', (code, status, fate) => {
    const message = { cmd: 'notifyDocResult', taskId: 't1', documentId: 'W1', status, code }
    expect(read('cainiao', message)).toMatchObject({ taskId: 't1', fate })
  })

  test.each([
    ['true', '500', true],
    ['true', '502', false],
    ['false', '500', false],
    [true, 500, true],
    [undefined, '500', false],
  ])('of JD success %s and status %s: taken is %s', (success, status, isAccepted) => {
    expect(read('jd', { key: 't1', code: '2', success, status, message: '说明' })).toEqual({
      kind: 'answer',
      taskId: 't1',
      isAccepted,
      why: '说明',
    })
  })

  test('printers are listed with whether they are ready', () => {
    const printers = [
      { name: 'P1', status: 'enable' },
      { name: 'P2', status: 'disable' },
      { name: 'P3' },
    ]
    expect(read('douyin', { cmd: 'getPrinters', requestID: 5, printers })).toMatchObject({
      requestId: '5',
      printers: [{ isReady: true }, { isReady: false }, { name: 'P3', isReady: true }],
    })
    const jdList = {
      key: 'r',
      code: 6,
      success: 'true',
      status: '500',
      detailinfo: { printers: ['P1'] },
    }
    expect(read('jd', jdList)).toMatchObject({ requestId: 'r', printers: [{ name: 'P1' }] })
  })

  test('a long reason is cut', () => {
    const word = read('cainiao', {
      cmd: 'print',
      taskID: 't',
      status: 'failed',
      msg: '长'.repeat(999),
    })
    expect(word).toMatchObject({ isAccepted: false, why: '长'.repeat(200) })
  })

  test.each([
    '',
    'nothing',
    '[]',
    '7',
    '{}',
    '{"cmd":"print"}',
    '{"cmd":"notifyPrintResult"}',
    '{"code":"2"}',
  ])('noise is no word: %s', (text) => {
    for (const platform of componentPlatforms)
      expect(componentDialects[platform].parse(text)).toBeUndefined()
  })
})
