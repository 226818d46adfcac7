import { expect, test } from 'vitest'
import { brokenRules, DAY_MS_MAX } from '../driver/day/brokenRules.ts'

/** Goal: a power cut at any moment costs no work. Method: the demo shop's day by scans only, in the
 *  built station, then every rule about what must be left of it. */
test('a day with the plug pulled three times keeps every rule', {
  timeout: DAY_MS_MAX,
}, async () => {
  expect(await brokenRules({ orders: 6, kills: 3, shell: 'browser', seed: 8841 })).toEqual([])
})
