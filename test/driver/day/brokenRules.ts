import { type DayOptions, workDay } from './workDay.ts'

/** Fewer rules than this were not all of them. */
const RULES_MIN = 6
/** A day of the demo shop, also on a machine that has other work. */
export const DAY_MS_MAX = 240_000

/** Works a day on the demo shop's files; every breach with its rule, empty = all were kept. Throws where
 *  rules are missing. */
export async function brokenRules(
  options: Pick<DayOptions, 'orders' | 'kills' | 'shell' | 'seed'>,
): Promise<string[]> {
  const said: string[] = []
  const say = (line: string) => void said.push(line)
  const { rules } = await workDay({ files: 'assets/demo', ...options, say })
  if (rules.length < RULES_MIN) throw new Error(`${rules.length} rules\n${said.join('\n')}`)
  return rules.flatMap(({ name, breaches }) => breaches.map((breach) => `${name}: ${breach}`))
}
