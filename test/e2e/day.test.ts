import { expect, test } from 'vitest'
import { brokenRules, DAY_MS_MAX } from '../driver/day/brokenRules.ts'

/** Goal: the main job holds together on whole files. Method: the demo shop's day by scans only, in the
 *  built station, then every rule about what must be left of it. */
test('a day in the browser keeps every rule', { timeout: DAY_MS_MAX }, async () => {
  expect(await brokenRules({ orders: 8, kills: 0, shell: 'browser', seed: 1 })).toEqual([])
})
