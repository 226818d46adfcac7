import { expect, test } from 'vitest'
import { createRowNumbers } from './rowNumbers.ts'

test('a row keeps its number while others come and go, and no number is given twice', () => {
  const numbers = createRowNumbers()
  expect(numbers.take('open', ['a', 'b'])).toEqual([1, 2])
  expect(numbers.take('open', ['c', 'b'])).toEqual([3, 2])
  expect(numbers.take('open', ['d', 'a'])).toEqual([4, 1])
  expect([1, 2, 3, 4, 5, 0].map((no) => numbers.idOf('open', no))).toEqual([
    'a',
    'b',
    'c',
    'd',
    undefined,
    undefined,
  ])
  expect(numbers.seen('open')).toEqual(['d', 'a'])
})

test('each list has numbers of its own, and opened anew it begins with 1', () => {
  const numbers = createRowNumbers()
  numbers.take('open', ['a', 'b'])
  expect(numbers.take('held', ['b'])).toEqual([1])
  expect(numbers.idOf('open', 1)).toBe('a')
  numbers.restart()
  expect(numbers.seen('open')).toBeUndefined()
  expect(numbers.take('open', ['b'])).toEqual([1])
})
