import { createSeededRandom } from '../../src/kernel/random.ts'

/** Repeatable choices for the demo shop. */
export interface Dice {
  /** A whole number from low to high, both included. */
  between(low: number, high: number): number
  pick<Item>(list: readonly Item[]): Item
  digits(count: number): string
  /** True in about so many of a hundred cases. */
  chance(percent: number): boolean
}

/** Dice that fall the same way for the same seed. */
export function createDice(seed: number): Dice {
  const random = createSeededRandom(seed)
  const between = (low: number, high: number) => low + random.int(high - low + 1)
  return {
    between,
    pick(list) {
      const item = list[random.int(list.length)]
      if (item === undefined) throw new Error('nothing to choose from')
      return item
    },
    // Never ends in 0: an id that does looks like one a spreadsheet has rounded.
    digits: (count) =>
      Array.from({ length: count }, (_, i) => between(i === 0 || i === count - 1 ? 1 : 0, 9)).join(
        '',
      ),
    chance: (percent) => random.int(100) < percent,
  }
}
