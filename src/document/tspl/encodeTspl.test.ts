import { describe, expect, test } from 'vitest'
import { defaultProfile } from '../printerProfile.ts'
import { encodeTspl } from './encodeTspl.ts'
import { parseTsplStatus } from './parseTsplStatus.ts'

const twoRows = {
  widthDots: 16,
  heightDots: 2,
  bytesPerRow: 2,
  bits: Uint8Array.of(0x80, 0x01, 0xff, 0x00),
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
}

describe('encodeTspl', () => {
  test('writes the golden label: 0 prints black, lines end in CRLF', () => {
    expect(latin1(encodeTspl(twoRows, defaultProfile('p')))).toBe(
      'SIZE 2 mm,0.25 mm\r\nGAP 2 mm,0 mm\r\nDIRECTION 1\r\nREFERENCE 0,0\r\nCLS\r\n' +
        'BITMAP 0,0,2,2,0,\x7f\xfe\x00\xff\r\nPRINT 1,1\r\n',
    )
  })

  test('sets density, speed, cutter and black marks where the printer has them', () => {
    const profile = {
      ...defaultProfile('p'),
      density: 8,
      speed: 4,
      media: 'mark',
      gapMm: 3,
      finish: 'cut',
    } as const
    const head = latin1(encodeTspl(twoRows, profile)).split('CLS')[0]
    expect(head).toBe(
      'SIZE 2 mm,0.25 mm\r\nBLINE 3 mm,0 mm\r\nSET CUTTER 1\r\nDENSITY 8\r\nSPEED 4\r\nDIRECTION 1\r\nREFERENCE 0,0\r\n',
    )
    expect(latin1(encodeTspl(twoRows, { ...profile, media: 'continuous' }))).toContain(
      'GAP 0 mm,0 mm',
    )
  })
})

describe('parseTsplStatus', () => {
  test.each([
    [0x00, 'ready'],
    [0x01, 'headOpen'],
    [0x02, 'jam'],
    [0x04, 'noPaper'],
    [0x05, 'headOpen'],
    [0x08, 'noRibbon'],
    [0x10, 'paused'],
    [0x20, 'busy'],
    [0x24, 'noPaper'],
    [0x80, 'error'],
  ] as const)('%d means %s', (answer, condition) => {
    expect(parseTsplStatus(Uint8Array.of(answer))).toBe(condition)
  })
})
