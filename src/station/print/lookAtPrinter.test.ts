import { expect, test } from 'vitest'
import { judgeLook } from './lookAtPrinter.ts'

const look = (standing: 'untried' | 'well' | 'stands', mustAnswer = false) => ({
  standing,
  mustAnswer,
})

test('silence is good news only of a printer that nothing is known of and that need not answer', () => {
  expect(judgeLook('silent', look('untried'))).toEqual({ standing: 'well' })
  expect(judgeLook('silent', look('untried', true))).toMatchObject({
    standing: 'untried',
    notice: { code: 'PRN-007' },
  })
  expect(judgeLook('silent', look('stands'))).toBeNull()
  expect(judgeLook('silent', look('well', true))).toBeNull()
})

test('an answer says whether a person is needed there', () => {
  expect(judgeLook('ready', look('stands', true))).toEqual({ standing: 'well' })
  expect(judgeLook('busy', look('untried'))).toEqual({ standing: 'well' })
  expect(judgeLook('noPaper', look('well'))).toMatchObject({
    standing: 'stands',
    notice: { code: 'PRN-012' },
  })
})
