import { expect, test } from 'vitest'
import { torturePrint } from '../driver/torturePrint.ts'

const LIMIT_MS = 240_000
const counted = { labels: 16, kills: 3, seed: 9100 }

/** Goal: no label twice and none silently missing, wherever the host dies and whatever the printer does.
 *  Method: a host process is killed at random moments while its printer goes through every fault; the
 *  last one finishes, then queue and paper are compared. `npm run torture:print` does it at length. */
test.each([
  // Where the printer counts nobody is asked, unless it stopped in the middle of a label.
  ['tspl', counted.labels - 3],
  // A label whose connection broke is asked about.
  ['escpos', 1],
] as const)(
  `a host killed while printing %s loses and doubles nothing (seed ${counted.seed})`,
  { timeout: LIMIT_MS },
  async (language, provedLeast) => {
    const sum = await torturePrint({ language, ...counted })
    expect(sum.kills).toBe(counted.kills)
    expect({ doubled: sum.doubled, missing: sum.missing }).toEqual({ doubled: [], missing: [] })
    expect(sum.proved + sum.asked + sum.failed).toBe(counted.labels)
    expect(sum.proved).toBeGreaterThanOrEqual(provedLeast)
  },
)
