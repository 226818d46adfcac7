import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { UsbReader } from '../usb/usbLine.ts'
import { createHidScanReader } from './hidScanReader.ts'
import { openHidScanner } from './hidScanner.ts'

const GS = '\u001d'

interface Report {
  readonly aim?: string
  readonly id?: number
  readonly length?: number
  readonly goesOn?: boolean
  readonly symbology?: number
}

/** 64 bytes as the manuals of scanners in POS mode show them. */
function report(text: Uint8Array | string, how: Report = {}): Uint8Array {
  const { aim = ']C0', id = 2, goesOn = false, symbology = 0x6a } = how
  const bytes = new Uint8Array(64)
  const body = typeof text === 'string' ? new TextEncoder().encode(text) : text
  bytes.set([id, how.length ?? body.length, ...new TextEncoder().encode(aim)])
  bytes.set(body, 5)
  bytes.set([symbology, 0, goesOn ? 1 : 0], 61)
  return bytes
}

describe('the reports of a USB scanner', () => {
  it('give the text of a bar code as a maker prints its bytes', () => {
    const bytes = new Uint8Array(64)
    const head = '02 0d 5d 45 30 36 39 30 31 32 33 34 35 36 37 38 39 32'
    bytes.set(head.split(' ').map((byte) => Number.parseInt(byte, 16)))
    expect(createHidScanReader()(bytes)).toEqual(['6901234567892'])
  })

  it('join a text that one report does not hold', () => {
    const read = createHidScanReader()
    const first = 'M1GATHERGOOD/MICHAEL YABCDEF LHRDURAK 3542 052Y003D23   '
    const aztec = { aim: ']Q0', symbology: 0x73 }
    expect(first).toHaveLength(56)
    expect(read(report(first, { ...aztec, goesOn: true }))).toEqual([])
    expect(read(report('^160', aztec))).toEqual([`${first}^160`])
    expect(read(report('A-1'))).toEqual(['A-1'])
  })

  it('keep the separator and say that a code is GS1', () => {
    const text = `0106901234567892${'10AB12'}${GS}217`
    expect(createHidScanReader()(report(text, { aim: ']d2' }))).toEqual([`]d2${text}`])
  })

  it('read Chinese text as UTF-8 and as a code page of Chinese printers', () => {
    const read = createHidScanReader()
    expect(read(report('订单 面单'))).toEqual(['订单 面单'])
    expect(read(report(Uint8Array.of(0xb6, 0xa9, 0xb5, 0xa5)))).toEqual(['订单'])
  })

  it('pass over reports of other kinds, also in the middle of a text', () => {
    const read = createHidScanReader()
    expect(read(report('T-', { goesOn: true }))).toEqual([])
    expect(read(report('x', { id: 5 }))).toEqual([])
    expect(read(new Uint8Array(0))).toEqual([])
    expect(read(report('0001'))).toEqual(['T-0001'])
  })

  it.each([
    ['claims more than it holds', report('A-1', { length: 57 })],
    ['is cut short', report('A-1').subarray(0, 40)],
  ])('drop a text of which a report %s, and take the next', (_, broken) => {
    const read = createHidScanReader()
    expect(read(report('half a code', { goesOn: true }))).toEqual([])
    expect(read(broken)).toEqual([])
    expect(read(report('T-0001\r'))).toEqual(['T-0001'])
  })

  it('never take the tail of a text for a scan', () => {
    const read = createHidScanReader()
    expect(read(report('head', { length: 57, goesOn: true }))).toEqual([])
    expect(read(report('tail'))).toEqual([])
    expect(read(report('A-1'))).toEqual(['A-1'])
  })

  it('give no scan for a text of nothing but a line end', () => {
    const read = createHidScanReader()
    expect(read(report('\r\n'))).toEqual([])
    expect(read(report('7'))).toEqual(['7'])
  })

  it('drop a text that is longer than any code', () => {
    const read = createHidScanReader()
    const full = report('x'.repeat(56), { goesOn: true })
    for (let n = 0; n < 8_000 / 56 + 1; n += 1) expect(read(full)).toEqual([])
    expect(read(report('tail'))).toEqual([])
    expect(read(report('A-1'))).toEqual(['A-1'])
  })
})

/** A package of USB devices with one scanner that can be pulled out. */
function fakeUsb() {
  const heard = { data: (_report: Uint8Array) => {}, error: (_fault: unknown) => {} }
  const usb = { plugged: true, opened: [] as string[], closed: 0, heard }
  const reader: UsbReader = {
    devicesAsync: async () =>
      usb.plugged
        ? [
            { path: '/dev/hidraw0', usagePage: 1 },
            { path: '/dev/hidraw3', usagePage: 0x8c },
          ]
        : [],
    HIDAsync: {
      async open(path) {
        usb.opened.push(path)
        return {
          on(event: 'data' | 'error', take: (given: never) => void) {
            Object.assign(heard, { [event]: take })
          },
          async close() {
            usb.closed += 1
          },
        }
      },
    },
  }
  return { usb, load: async () => reader }
}

describe('a USB scanner in POS mode', () => {
  it('is found by its usage page, told when it goes, and taken back when it comes', async () => {
    const { usb, load } = fakeUsb()
    const told: string[] = []
    const ears = {
      onScan: (raw: string, deviceId: string) => void told.push(`${deviceId} ${raw}`),
      onState: (state: string) => void told.push(state),
      onFault: () => undefined,
    }
    const scanner = openHidScanner('', ears, load)
    await wait(10)
    usb.heard.data(report('A-03-2-05'))
    usb.plugged = false
    usb.heard.error(new Error('could not read from HID device'))
    await wait(3_100)
    usb.plugged = true
    await wait(3_100)
    usb.heard.data(report('T-0001'))
    await scanner.close()
    expect(usb.opened).toEqual(['/dev/hidraw3', '/dev/hidraw3'])
    expect(told).toEqual([
      'ready',
      'hid:scanner A-03-2-05',
      'gone',
      'gone',
      'ready',
      'hid:scanner T-0001',
    ])
    expect(usb.closed).toBe(2)
  })

  it('does without the package', async () => {
    const faults: unknown[] = []
    const ears = {
      onScan: () => {},
      onState: () => {},
      onFault: (_: string, fault: unknown) => void faults.push(fault),
    }
    const scanner = openHidScanner('', ears, () => Promise.reject(new Error('no package')))
    await wait(10)
    await scanner.close()
    expect(faults).toHaveLength(1)
  })
})
