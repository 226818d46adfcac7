/** A source of random bytes; tests give a seeded one. */
export interface Random {
  bytes(count: number): Uint8Array
}

declare const crypto: { getRandomValues(array: Uint8Array): Uint8Array }

/** So many bytes are fetched at once: asking for a few at a time costs more than making them. */
const POOL_BYTES = 4_096
let pool: Uint8Array = new Uint8Array(0)
let used = 0

/** The machine's own randomness; no byte is given twice. */
export const systemRandom: Random = {
  bytes(count) {
    if (count > POOL_BYTES) return crypto.getRandomValues(new Uint8Array(count))
    if (used + count > pool.length) {
      pool = crypto.getRandomValues(new Uint8Array(POOL_BYTES))
      used = 0
    }
    used += count
    return pool.slice(used - count, used)
  },
}

/** Numbers that a seed repeats. */
export type SeededRandom = Random & { int(below: number): number }

/** Repeatable bytes from a seed (mulberry32): for tests, demo data and simulations only. */
export function createSeededRandom(seed: number): SeededRandom {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return (t ^ (t >>> 14)) >>> 0
  }
  return {
    bytes: (count) => Uint8Array.from({ length: count }, () => next() & 0xff),
    int: (below) => next() % below,
  }
}
