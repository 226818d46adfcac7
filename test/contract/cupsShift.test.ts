import { expect, test } from 'vitest'
import { missingForCups } from '../driver/privateCups.ts'
import { tortureCups } from '../driver/tortureCups.ts'

const LABELS = 20
const LIMIT_MS = 180_000

/** Goal: a packer behind CUPS gets each label once and knows of each. Method: a CUPS of its own, started anew
 *  twice, on a printer whose line breaks twice. `npm run torture:print -- --transport cups` does it at length. */
test('a shift through CUPS doubles and loses nothing, and no label stays in doubt', {
  timeout: LIMIT_MS,
}, async (context) => {
  const missing = missingForCups()
  if (missing !== undefined) return context.skip(`no ${missing}`)
  const sum = await tortureCups(LABELS)
  const { proved, doubled, missing: lost, open } = sum
  expect({ proved, doubled, lost, open }).toEqual({
    proved: LABELS,
    doubled: [],
    lost: [],
    open: [],
  })
})
