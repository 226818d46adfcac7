import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadStationSettings } from './stationSettings.ts'

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'packline-settings-'))
})
afterEach(() => rm(dataDir, { recursive: true }))

const printer = (id: string, name: string) => ({
  id,
  name,
  transport: { kind: 'tcp9100', host: '127.0.0.1', port: 9100 },
})
const load = async (...printers: unknown[]) => {
  await writeFile(join(dataDir, 'settings.json'), JSON.stringify({ printers }))
  return loadStationSettings(dataDir)
}

test('two printers with one id are refused: the first would never print', async () => {
  expect(await load(printer('p1', 'Bench 1'), printer('p1', 'Bench 2'))).toMatchObject({
    fault: expect.stringContaining('two printers have one id'),
  })
  expect(await load(printer('p1', 'Bench 1'), printer('p2', 'Bench 2'))).toMatchObject({
    printers: [{ name: 'Bench 1' }, { name: 'Bench 2' }],
  })
})

test.each(['README.md', 'README.zh-CN.md'])(
  'the printers that %s sets up are understood',
  async (file) => {
    const text = await readFile(join(import.meta.dirname, '..', '..', file), 'utf8')
    const shown = text.split('\n').filter((line) => line.startsWith('{"id"'))
    const printers = shown.map((line): unknown => JSON.parse(line.replace(/,$/, '')))
    expect(printers.length).toBeGreaterThan(1)
    expect(await load(...printers)).toMatchObject({
      printers: [{ profile: { printerId: 'office' } }, { profile: { printerId: 'receipt' } }],
    })
  },
)
