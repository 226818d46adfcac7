import { describe, expect, it } from 'vitest'
import { parseDayDigits } from './elementDay.ts'
import { parseElementString } from './elementString.ts'
import { GS } from './gs1Elements.ts'

describe('a GS1 element string', () => {
  it('gives item, lot, serial number, days and weight', () => {
    const wanted = {
      gtin: '06940055331138',
      lot: 'L7',
      serialNo: '',
      producedOn: '2026-01-01',
      expiresOn: '2027-12-31',
      netG: 0,
    }
    expect(parseElementString('0106940055331138112601011727123110L7', 2026)).toEqual(wanted)
    expect(parseElementString(`010694005533113810L7${GS}1126010117271231`, 2026)).toEqual(wanted)
    expect(parseElementString(`010690123456789221S/1${GS}3103001250`, 2026)).toMatchObject({
      serialNo: 'S/1',
      netG: 1250,
    })
    expect(parseElementString('01069012345678923105001250', 2026)?.netG).toBe(13)
  })

  it('in brackets is for people, not for scanners', () => {
    expect(parseElementString('(01)06940055331138(10)L7(17)271231', 2026)).toBeNull()
  })

  it('expires in the century that lies nearest to the day it is read', () => {
    const code = '010694005533113817000229'
    expect(parseElementString(code, 2026)?.expiresOn).toBe('2000-02-29')
    expect(parseElementString(code, 2049)?.expiresOn).toBe('2000-02-29')
    expect(parseElementString(code, 2050), '2100 has no 29 February').toBeNull()
    expect(parseElementString('010694005533113817800101', 2030)?.expiresOn).toBe('2080-01-01')
  })

  it('is told from every other text', () => {
    for (const text of [
      '',
      '01',
      '9787442974540',
      '0112345',
      '10L7',
      '0106940055331138ZZ1',
      '010694005533113817271331',
    ])
      expect(parseElementString(text, 2026), text).toBeNull()
  })
})

describe('a day in digits', () => {
  it.each([
    ['271231', '2027-12-31'],
    ['20271231', '2027-12-31'],
    ['270200', '2027-02-28'],
    ['280200', '2028-02-29'],
    ['770101', '1977-01-01'],
    ['760101', '2076-01-01'],
    ['270229', null],
    ['271301', null],
    ['2712', null],
    ['27123a', null],
  ])('%s is %s', (digits, day) => {
    expect(parseDayDigits(digits, 2026)).toBe(day)
  })

  it('of two years lies in the hundred years around now', () => {
    expect(parseDayDigits('010101', 2051)).toBe('2101-01-01')
    expect(parseDayDigits('020101', 2051)).toBe('2002-01-01')
    expect(parseDayDigits('990101', 2026)).toBe('1999-01-01')
  })
})
