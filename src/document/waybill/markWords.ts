import { assertNever } from '@/kernel/assert.ts'
import type { HandlingMark } from '@/domain/record/sku.ts'
import type { WaybillWords } from './waybillFacts.ts'

/** Handling marks as the label says them. Example: ['fragile'] -> ['易碎']. */
export function markWords(marks: readonly HandlingMark[], words: WaybillWords): string[] {
  return marks.map((mark) => {
    switch (mark) {
      case 'fragile':
        return words.fragile
      case 'upside':
        return words.upside
      case 'keepDry':
        return words.keepDry
      default:
        return assertNever(mark)
    }
  })
}
