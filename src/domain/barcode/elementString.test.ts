import { describe, expect, it } from 'vitest'
import { parseDayDigits, parseElementString } from './elementString.ts'

const GS = '\u001d'

describe('a GS1 element string', () => {
  it('gives item, lot and days, as scanned or as printed', () => {
    const wanted = {
      gtin: '06940055331138',
      lot: 'L7',
      producedOn: '2026-01-01',
      expiresOn: '2027-12-31',
    }
    expect(parseElementString('0106940055331138112601011727123110L7')).toEqual(wanted)
    expect(parseElementString('(01)06940055331138(10)L7(11)260101(17)271231')).toEqual(wanted)
    expect(parseElementString(`010694005533113810L7${GS}1126010117271231`)).toEqual(wanted)
  })

  it('is told from every other text', () => {
    for (const text of [
      '',
      '01',
      '9787442974540',
      '0112345',
      '0106940055331138ZZ1',
      '010694005533113817271331',
    ])
      expect(parseElementString(text), text).toBeNull()
  })

  it('takes a lot of 20 characters, not of 21', () => {
    const gtin = '0106940055331138'
    expect(parseElementString(`${gtin}10${'A'.repeat(20)}`)?.lot).toHaveLength(20)
    expect(parseElementString(`${gtin}10${'A'.repeat(21)}`)).toBeNull()
  })
})

describe('a day in digits', () => {
  it.each([
    ['271231', '2027-12-31'],
    ['20271231', '2027-12-31'],
    ['270200', '2027-02-28'],
    ['280200', '2028-02-29'],
    ['270229', null],
    ['271301', null],
    ['2712', null],
    ['27123a', null],
  ])('%s is %s', (digits, day) => {
    expect(parseDayDigits(digits)).toBe(day)
  })
})
