import { describe, expect, it } from 'vitest'
import { GS, gs1Words, readGs1Elements } from './gs1Elements.ts'

/** The elements in words, or the fault and where it is. */
function read(text: string): string {
  const reading = readGs1Elements(text.replaceAll('␝', GS))
  return reading.kind === 'elements'
    ? gs1Words(reading.elements)
    : `${reading.fault} ${reading.at}`.trim()
}

describe('readGs1Elements', () => {
  it.each([
    [']C101069012345678921727022810LOT-7␝21SN1', '(01)06901234567892(17)270228(10)LOT-7(21)SN1'],
    ['010690123456789217270200', '(01)06901234567892(17)270200'],
    ['01069012345678923103001250', '(01)06901234567892(3103)001250'],
    ['00069012341234567894', '(00)069012341234567894'],
    ['10ABC12321XYZ', '(10)ABC12321XYZ'],
    [
      'https://id.gs1.org/01/06901234567892/10/LOT-7/21/SN1?17=270228',
      '(01)06901234567892(10)LOT-7(21)SN1(17)270228',
    ],
    ['https://shop.example/goods/01/6901234567892?linkType=x', '(01)06901234567892'],
    ['HTTPS://ID.GS1.ORG/01/06901234567892/10/A%2FB/', '(01)06901234567892(10)A/B'],
    [']d2␝0106901234567892', '(01)06901234567892'],
    ['01069012345678921727022810A␝', '(01)06901234567892(17)270228(10)A'],
    // A separator behind a length that is known anyway does no harm.
    ['0106901234567892␝17270228', '(01)06901234567892(17)270228'],
    ['40269012340000000016', '(402)69012340000000016'],
    ['8008270228120159', '(8008)270228120159'],
    ['8003069012345678921', '(8003)069012345678921'],
  ])('%s says %s', (text, words) => {
    expect(read(text)).toBe(words)
  })

  it.each([
    ['0106901234567891', 'checkDigit 01'],
    ['010690123456789217271301', 'noSuchDay 17'],
    ['17270229', 'noSuchDay 17'],
    ['4326270200', 'noSuchDay 4326'],
    ['10批次', 'character 10'],
    ['10A B', 'character 10'],
    ['10#', 'character 10'],
    [`10${'A'.repeat(21)}`, 'length 10'],
    ['01069012345678', 'length 01'],
    ['010690123456789210', 'length 10'],
    ['010690123456789210␝␝21A', 'length 10'],
    ['37123456789', 'length 37'],
    ['051', 'unknownAi 051'],
    ['3106001250', 'unknownAi 3106'],
    ['23', 'unknownAi 23'],
    ['', 'empty'],
    [']C1', 'empty'],
    ['(01)06901234567892', 'brackets (01)'],
    ['10A␝10B', 'repeated 10'],
    ['70032702282460', 'form 7003'],
    ['https://packline.example/goods/7', 'unknownAi http'],
    ['https://id.gs1.org/01/06901234567892/21/SN1/10/LOT-7', 'unknownAi http'],
    ['https://id.gs1.org/01/06901234567891', 'checkDigit 01'],
    ['https://id.gs1.org/01/06901234567892?17=271301', 'noSuchDay 17'],
    ['https://id.gs1.org/01/%E4', 'unknownAi http'],
  ])('%s is refused: %s', (text, why) => {
    expect(read(text)).toBe(why)
  })

  it('takes a lot of 20 characters, not of 21', () => {
    expect(read(`10${'A'.repeat(20)}`)).toBe(`(10)${'A'.repeat(20)}`)
    expect(read(`10${'A'.repeat(21)}`)).toBe('length 10')
  })
})
