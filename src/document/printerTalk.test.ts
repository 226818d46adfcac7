import { describe, expect, test } from 'vitest'
import { createSeededRandom } from '@/kernel/random.ts'
import { asciiBytes, byteText, hexBytes, joinBytes } from './byteText.ts'
import { type PrinterQuestion, type PrinterReceipt, printerTalk } from './printerTalk.ts'

type Reading = Pick<PrinterQuestion<unknown>, 'isComplete' | 'parse'>
type Row = readonly [answer: Uint8Array, reads: unknown]

const hexText = (bytes: Uint8Array) => byteText(hexBytes(bytes))

function only<Found>(found: Found | undefined): Found {
  if (found === undefined) throw new Error('this language has no such question')
  return found
}

/** Answers come in parts and behind what a printer says unasked. */
function heard(reading: Reading, parts: readonly Uint8Array[]): unknown {
  let inbox: Uint8Array = new Uint8Array()
  for (const part of parts) {
    inbox = joinBytes([inbox, part])
    if (reading.isComplete(inbox)) return reading.parse(inbox)
  }
  return 'incomplete'
}

function cutAtRandom(answer: Uint8Array, random: { int(below: number): number }): Uint8Array[] {
  const parts: Uint8Array[] = []
  for (let at = 0; at < answer.length; ) {
    const size = 1 + random.int(answer.length - at)
    parts.push(answer.slice(at, at + size))
    at += size
  }
  return parts
}

const frame = (text: string) => `\x02${text}\x03\r\n`
const zplStatus = (first: string, second: string) =>
  asciiBytes(frame(first) + frame(second) + frame('1234,0'))
const fine = {
  first: '030,0,0,1245,000,0,0,0,000,0,0,0',
  second: '000,0,0,0,0,2,4,0,00000000,1,000',
}

const readings: Readonly<Record<string, { reading: Reading; rows: readonly Row[] }>> = {
  'TSPL short status': {
    reading: printerTalk.tspl.status,
    rows: [
      [Uint8Array.of(0x00), 'ready'],
      [Uint8Array.of(0x20), 'busy'],
      [Uint8Array.of(0x24), 'noPaper'],
      [Uint8Array.of(0x05), 'headOpen'],
    ],
  },
  'TSPL long status': {
    reading: only(printerTalk.tspl.detail),
    rows: [
      [asciiBytes('\x02@@@@\x03\r\n'), 'ready'],
      [asciiBytes('\x02`@@@\x03\r\n'), 'paused'],
      [asciiBytes('\x02E@@@\x03\r\n'), 'error'],
      [asciiBytes('\x02L@@@\x03\r\n'), 'notTaken'],
      [asciiBytes('\x02P@@@\x03\r\n'), 'busy'],
      [asciiBytes('\x02WH@@\x03\r\n'), 'busy'],
      [asciiBytes('\x02E@A@\x03\r\n'), 'headHot'],
      [asciiBytes('\x02E@H@\x03\r\n'), 'cutter'],
      [asciiBytes('\x02E@@A\x03\r\n'), 'noPaper'],
      [asciiBytes('\x02E@@B\x03\r\n'), 'jam'],
      [asciiBytes('\x02E@@D\x03\r\n'), 'noRibbon'],
    ],
  },
  'TSPL mileage': {
    reading: only(printerTalk.tspl.counter),
    rows: [
      [asciiBytes('0\r'), 0],
      [asciiBytes('1207\r\n'), 1207],
    ],
  },
  'ZPL status': {
    reading: printerTalk.zpl.status,
    rows: [
      [zplStatus(fine.first, fine.second), 'ready'],
      [zplStatus('030,1,0,1245,000,0,0,0,000,0,0,0', fine.second), 'noPaper'],
      [zplStatus('030,0,1,1245,000,0,0,0,000,0,0,0', fine.second), 'paused'],
      [zplStatus('030,0,0,1245,002,0,0,0,000,0,0,0', fine.second), 'busy'],
      [zplStatus('030,0,0,1245,000,0,0,1,000,0,0,0', fine.second), 'busy'],
      [zplStatus('030,0,0,1245,000,0,0,0,000,0,0,1', fine.second), 'headHot'],
      [zplStatus(fine.first, '000,0,1,0,0,2,4,0,00000000,1,000'), 'headOpen'],
      [zplStatus(fine.first, '000,0,0,1,0,2,4,0,00000000,1,000'), 'noRibbon'],
      [zplStatus(fine.first, '000,0,0,0,0,2,4,1,00000000,1,000'), 'notTaken'],
      [zplStatus(fine.first, '000,0,0,0,0,2,4,0,00000003,1,000'), 'busy'],
    ],
  },
  'ZPL counter': {
    reading: only(printerTalk.zpl.counter),
    rows: [
      [asciiBytes('"123"'), 123],
      [asciiBytes('"0"\r\n'), 0],
      [asciiBytes('"?"'), undefined],
    ],
  },
  'ESC/POS status': {
    reading: printerTalk.escpos.status,
    rows: [
      [Uint8Array.of(0x16, 0x12, 0x12, 0x12), 'ready'],
      [Uint8Array.of(0x1e, 0x32, 0x12, 0x72), 'noPaper'],
      [Uint8Array.of(0x1e, 0x16, 0x12, 0x12), 'headOpen'],
      [Uint8Array.of(0x1e, 0x52, 0x1a, 0x12), 'cutter'],
      [Uint8Array.of(0x1e, 0x12, 0x52, 0x12), 'headHot'],
      [Uint8Array.of(0x1e, 0x52, 0x32, 0x12), 'error'],
      [Uint8Array.of(0x1e, 0x12, 0x12, 0x12), 'offline'],
      [Uint8Array.of(0x16, 0x12, 0x12, 0x1e), 'ready'],
      // Unasked status before, between and after.
      [Uint8Array.of(0x10, 0, 0, 0, 0x16, 0x12, 0x14, 0, 0x0f, 0, 0x12, 0x72), 'noPaper'],
    ],
  },
  'ESC/POS process id': {
    reading: only<PrinterReceipt>(printerTalk.escpos.receipt),
    rows: [
      [asciiBytes('7"0a~ \0'), '0a~ '],
      [asciiBytes('7"00017"0002\0'), '0002'],
    ],
  },
  'CPCL status': {
    reading: printerTalk.cpcl.status,
    rows: [
      [Uint8Array.of(0x00), 'ready'],
      [Uint8Array.of(0x01), 'busy'],
      [Uint8Array.of(0x02), 'noPaper'],
      [Uint8Array.of(0x06), 'headOpen'],
      [Uint8Array.of(0x08), 'lowPower'],
      [Uint8Array.of(0x10), 'ready'],
    ],
  },
  'CPCL detail': {
    reading: only(printerTalk.cpcl.detail),
    rows: [
      [Uint8Array.of(0x40), 'ready'],
      [Uint8Array.of(0x80), 'noRibbon'],
      [Uint8Array.of(0x20), 'notTaken'],
      [Uint8Array.of(0x30), 'jam'],
    ],
  },
}

const ROUNDS = 30
const seed = 9100

describe.each(Object.entries(readings))('%s', (_, { reading, rows }) => {
  test.each(rows.map(([answer, reads]) => [hexText(answer), reads, answer] as const))(
    '%s reads %s, whole or in parts',
    (_hex, reads, answer) => {
      const random = createSeededRandom(seed)
      expect(reading.isComplete(new Uint8Array())).toBe(false)
      for (let round = 0; round < ROUNDS; round += 1)
        expect(heard(reading, cutAtRandom(answer, random)), `seed ${seed}`).toBe(reads)
    },
  )
})

describe.each(Object.entries(readings).filter(([name]) => !/short|CPCL/.test(name)))(
  '%s behind other answers',
  (_, { reading, rows }) => {
    test('is not complete before its last byte that counts, and not taken from noise', () => {
      for (const noise of ['', 'PRINTER OK\r\n', '\x11\x13'])
        for (const [answer, reads] of rows) {
          const joined = joinBytes([asciiBytes(noise), answer])
          const sizes = Array.from(joined, (_byte, at) => at + 1)
          const first = sizes.find((size) => reading.isComplete(joined.slice(0, size)))
          expect(first, hexText(joined)).toBeGreaterThan(noise.length)
          expect(reading.parse(joined.slice(0, first))).toBe(reads)
          expect(reading.parse(joined)).toBe(reads)
        }
    })
  },
)

test('two answers joined in one part: the newest process id counts, the first status is whole', () => {
  const receipt = only(printerTalk.escpos.receipt)
  expect(receipt.parse(asciiBytes('7"0001\x007"0002\0'))).toBe('0002')
  expect(hexText(receipt.tail('0001'))).toBe('1D28480600303030303031')
  expect(() => receipt.tail('')).toThrow()
  const twice = joinBytes([zplStatus(fine.first, fine.second), asciiBytes('"7"')])
  expect(printerTalk.zpl.status.parse(twice)).toBe('ready')
  expect(printerTalk.zpl.counter?.parse(twice)).toBe(7)
})
