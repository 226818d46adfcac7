import { expect, test } from 'vitest'
import { brokenRules, DAY_MS_MAX } from '../driver/day/brokenRules.ts'

/** Goal: the main job is the same in the desktop shell. Method: the demo shop's day by scans only, in the
 *  built station, then every rule about what must be left of it. */
test('a day in the desktop shell keeps every rule', { timeout: DAY_MS_MAX }, async () => {
  expect(await brokenRules({ orders: 6, kills: 0, shell: 'electron', seed: 2 })).toEqual([])
})
