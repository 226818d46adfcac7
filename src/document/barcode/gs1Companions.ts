import type { Gs1Element } from '@/domain/barcode/gs1Table.ts'

/** What an element says something about: goods, content of a case, a piece of goods. */
const ABOUT_SKU = ['01', '02', '03', '8006', '8026']
const needed: Readonly<Record<string, readonly string[]>> = {
  '02': ['37'],
  '37': ['02', '8026'],
  '10': ABOUT_SKU,
  '11': ABOUT_SKU,
  '13': ABOUT_SKU,
  '15': ABOUT_SKU,
  '17': [...ABOUT_SKU, '255'],
  '21': ['01', '03', '8006'],
}
const forbidden: Readonly<Record<string, readonly string[]>> = { '01': ['02', '37'], '02': ['03'] }

/** The first element that lacks its companion or has one that it must not have: a lot is a lot of
 *  goods, a content has a count. Undefined where all is well. Example: 02 without 37 -> '02'. */
export function companionFault(elements: readonly Gs1Element[]): string | undefined {
  const all = new Set(elements.map(({ ai }) => ai))
  const has = (ai: string): boolean => all.has(ai)
  return [...all].find((ai) => {
    const wanted = needed[ai]
    return (wanted !== undefined && !wanted.some(has)) || (forbidden[ai] ?? []).some(has)
  })
}
