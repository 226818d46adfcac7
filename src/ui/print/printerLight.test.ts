import { expect, test } from 'vitest'
import { printerLight } from './printerLight.ts'

test('a printer that nothing was heard of is not called ready, and hides no fault of another', () => {
  const untried = { name: 'B', state: 'untried' } as const
  const ready = { name: 'A', state: 'ready' } as const
  expect(printerLight([ready, untried]).printer).toEqual({ light: 'untried', name: 'B' })
  expect(printerLight([untried, { name: 'C', state: 'offline' }]).printer.light).toBe('fault')
  expect(printerLight([ready]).printer.light).toBe('ready')
})

test('a printer out of paper lights a fault that is also said aloud', () => {
  const notice = { code: 'PRN-012', params: {}, spoken: { kind: 'paperOut' } } as const
  const { printer, why } = printerLight([
    { name: 'A', state: 'ready' },
    { name: 'B', state: 'paused', notice },
  ])
  expect(printer).toEqual({ light: 'fault', name: 'B' })
  expect(why?.spoken).toEqual({ kind: 'paperOut' })
})
