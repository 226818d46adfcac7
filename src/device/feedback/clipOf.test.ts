import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import type { Spoken } from '@/kernel/notice.ts'
import { clipOf, SPOKEN_QTY_MAX, SPOKEN_SLOT_MAX } from './clipOf.ts'

const folder = resolve(import.meta.dirname, '../../../assets/voice')
const upTo = (max: number) => Array.from({ length: max }, (_, at) => at + 1)

const all: Spoken[] = [
  ...upTo(SPOKEN_SLOT_MAX).map((slot): Spoken => ({ kind: 'slot', slot })),
  ...upTo(SPOKEN_QTY_MAX).map((qty): Spoken => ({ kind: 'remaining', qty })),
  { kind: 'intercepted' },
  { kind: 'paperOut' },
]

test.each(['zh-CN', 'en'])(
  'everything that can be said has its clip in %s, and no clip is idle',
  (language) => {
    const names = all.map((spoken) => `${clipOf(spoken)}.ogg`)
    expect(names.filter((name) => !existsSync(join(folder, language, name)))).toEqual([])
    expect(readdirSync(join(folder, language)).sort()).toEqual(names.sort())
  },
)

test('all clips together stay small enough for every download', () => {
  const sizes = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name.endsWith('.ogg'))
    .map((entry) => statSync(join(entry.parentPath, entry.name)).size)
  expect(sizes.length).toBe(2 * all.length)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(600_000)
})

test.each<[string, Spoken]>([
  ['slot 0', { kind: 'slot', slot: 0 }],
  ['one slot too many', { kind: 'slot', slot: SPOKEN_SLOT_MAX + 1 }],
  ['nothing missing', { kind: 'remaining', qty: 0 }],
  ['one piece too many', { kind: 'remaining', qty: SPOKEN_QTY_MAX + 1 }],
])('%s is left to the tone', (_, spoken) => {
  expect(clipOf(spoken)).toBeNull()
})
