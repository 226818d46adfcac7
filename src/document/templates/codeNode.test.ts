import { describe, expect, test } from 'vitest'
import { GS } from '@/domain/barcode/gs1Elements.ts'
import { code } from './parts.ts'
import { codeNode } from './codeNode.ts'
import { gs1Content } from './gs1Content.ts'

const at8 = { dotsPerMm: 8 } as const
const ean = '6901234567892'

describe('a code of a template', () => {
  test('is an EAN-13 by itself only where its frame is wide enough for one', () => {
    const kindIn = (widthMm: number) =>
      codeNode(code('barcode', ean, [0, 0, widthMm, 10]), {}, at8).kind
    expect([kindIn(50), kindIn(30)]).toEqual(['ean13', 'code128'])
  })

  test('stays of the kind that was chosen', () => {
    const node = codeNode(code('ean13', '{barcode}', [0, 0, 30, 10]), { barcode: ean }, at8)
    expect(node).toMatchObject({ kind: 'ean13', text: ean, moduleDots: 3 })
  })

  test('of squares takes the widest modules that fit, and stands in the middle', () => {
    const node = codeNode(code('datamatrix', 'ABC123', [10, 10, 20, 14]), {}, at8)
    // 12 modules and 2 of quiet zone, 8 dots each at most by the height.
    const wide = code('datamatrix', 'ABC123', [10, 10, 20, 14], { moduleMaxMm: 3 })
    expect(node).toMatchObject({ kind: 'datamatrix', moduleDots: 4 })
    expect(codeNode(wide, {}, at8)).toMatchObject({ moduleDots: 8, xMm: 14, yMm: 11 })
  })
})

describe('the content of a GS1 code', () => {
  const fields = { barcode: ean, lot: 'L(7)', expiresOn: '2028-10-31' }

  test.each([
    ['(01){barcode}(17){expiresOn}(10){lot}', `010${ean}1728103110L(7)`],
    ['(01){barcode}(10){lot}(17){expiresOn}', `010${ean}10L(7)${GS}17281031`],
    ['(01){barcode}(10){none}(21)5', `010${ean}215`],
    ['{raw}', `010${ean}10A`],
    ['A(01){barcode}', `A010${ean}`],
  ])('%s has its identifiers in brackets, and a separator only where one is needed', (text, is) => {
    expect(gs1Content(text, { ...fields, raw: `010${ean}10A` })).toBe(is)
  })
})
