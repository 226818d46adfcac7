import { expect, test } from 'vitest'
import { type DayOptions, workDay } from '../driver/day/workDay.ts'

/** Goal: the main job holds together on whole files. Method: the demo shop's day by scans only, in the
 *  built station, then every rule about what must be left of it. */
async function brokenRules(
  options: Pick<DayOptions, 'orders' | 'kills' | 'shell' | 'seed'>,
): Promise<string[]> {
  const said: string[] = []
  const say = (line: string) => void said.push(line)
  const { rules } = await workDay({ files: 'assets/demo', ...options, say })
  expect(rules.length, said.join('\n')).toBeGreaterThan(5)
  return rules.flatMap(({ name, breaches }) => breaches.map((breach) => `${name}: ${breach}`))
}

const LONGEST_MS = 240_000

test(
  'a day in the browser keeps every rule',
  async () => {
    expect(await brokenRules({ orders: 8, kills: 0, shell: 'browser', seed: 1 })).toEqual([])
  },
  LONGEST_MS,
)

test(
  'a day with the plug pulled three times keeps every rule',
  async () => {
    expect(await brokenRules({ orders: 6, kills: 3, shell: 'browser', seed: 8841 })).toEqual([])
  },
  LONGEST_MS,
)

test(
  'a day in the desktop shell keeps every rule',
  async () => {
    expect(await brokenRules({ orders: 6, kills: 0, shell: 'electron', seed: 2 })).toEqual([])
  },
  LONGEST_MS,
)
