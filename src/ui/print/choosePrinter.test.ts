import { describe, expect, test } from 'vitest'
import { choosePrinter } from './choosePrinter.ts'
import type { LabelPrinter } from './labelRequest.ts'

const printer = (printerId: string, more: Partial<LabelPrinter> = {}): LabelPrinter => ({
  printerId,
  dotsPerMm: 8,
  ...more,
})
const size = (widthMm: number, heightMm: number) => ({ widthMm, heightMm })
const waybill = { kind: 'waybill', paper: size(100, 150) } as const
const onSku = { kind: 'goods', paper: size(60, 40) } as const

const big = printer('big', { paper: size(100, 150) })
const narrow = printer('narrow', { paper: size(76, 130) })
const small = printer('small', { paper: size(60, 40) })
const any = printer('any')

describe('the printer of a label', () => {
  test.each([
    ['has its paper, whatever the order', waybill, [small, narrow, big], 'big'],
    ['may be a millimetre off', onSku, [big, printer('s', { paper: size(60.8, 39.5) })], 's'],
    ['of a waybill may hold other waybill paper', waybill, [small, any, narrow], 'narrow'],
    ['may be one whose paper is not said', onSku, [big, any], 'any'],
    ['is none where no paper fits', onSku, [big, narrow], null],
    ['is none where there is no printer', onSku, [], null],
    ['is the default among equals', waybill, [any, printer('d', { isDefault: true })], 'd'],
    [
      'has the right paper before it is the default',
      onSku,
      [printer('d', { isDefault: true }), small],
      'small',
    ],
    ['is the first of the settings among equals', waybill, [printer('a'), printer('b')], 'a'],
    ['is the one kept for its kind', onSku, [small, printer('k', { kinds: ['goods'] })], 'k'],
    ['is not one kept for other kinds', onSku, [printer('k', { kinds: ['waybill'] })], null],
    [
      'kept for the kind but with other paper leaves it to one that fits',
      onSku,
      [{ ...big, kinds: ['goods'] }, small],
      'small',
    ],
    [
      'kept for the kind but with other paper is none by itself',
      onSku,
      [{ ...big, kinds: ['goods'] }],
      null,
    ],
  ] as const)('%s', (_name, wanted, printers, expected) => {
    expect(choosePrinter(printers, wanted)?.printerId ?? null).toBe(expected)
  })
})
