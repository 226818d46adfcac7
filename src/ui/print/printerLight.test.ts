import { expect, test } from 'vitest'
import { printerLight } from './printerLight.ts'

test('a printer out of paper lights a fault that is also said aloud', () => {
  const notice = { code: 'PRN-012', params: {}, spoken: { kind: 'paperOut' } } as const
  const { printer, why } = printerLight([
    { name: 'A', state: 'ready' },
    { name: 'B', state: 'paused', notice },
  ])
  expect(printer).toEqual({ light: 'fault', name: 'B' })
  expect(why?.spoken).toEqual({ kind: 'paperOut' })
})
