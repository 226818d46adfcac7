/** A source of random bytes; tests give a seeded one. */
export interface Random {
  bytes(count: number): Uint8Array
}

declare const crypto: { getRandomValues(array: Uint8Array): Uint8Array }

/** The machine's own randomness. */
export const systemRandom: Random = {
  bytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
}

/** Repeatable bytes from a seed (mulberry32): for tests, demo data and simulations only. */
export function createSeededRandom(seed: number): Random & { int(below: number): number } {
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
