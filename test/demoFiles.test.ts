import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { makeDemo } from '../scripts/makeDemo.ts'
import { compareSamples } from './driver/compareSamples.ts'
import { readSampleFolder } from './driver/readSampleFolder.ts'

const demo = resolve(import.meta.dirname, '../assets/demo')
const fresh = mkdtempSync(join(tmpdir(), 'packline-demo-'))
afterAll(() => rmSync(fresh, { recursive: true, force: true }))

const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()

describe('the demo shop', () => {
  it('is what the script makes, byte for byte', () => {
    makeDemo(fresh)
    expect(filesOf(fresh)).toEqual(filesOf(demo))
    expect(filesOf(demo).length).toBeGreaterThan(20)
    for (const name of filesOf(demo))
      expect(readFileSync(join(fresh, name)).equals(readFileSync(join(demo, name))), name).toBe(
        true,
      )
  })

  it('its damaged files are told as its expectation file says', async () => {
    const { compared, differences } = await compareSamples(demo)
    expect(differences).toEqual([])
    expect(compared.files).toBeGreaterThanOrEqual(12)
    expect(compared.findings).toBeGreaterThan(30)
  })

  it('is a small shop in which at least 40 orders can be packed from stock', async () => {
    const { readings } = await readSampleFolder(demo)
    const contents = readings.flatMap((one) => (one.content ? [one.content] : []))
    const of = <Kind extends string>(kind: Kind) =>
      contents.filter(
        (one): one is Extract<(typeof contents)[number], { kind: Kind }> => one.kind === kind,
      )
    const stock = new Map<string, number>()
    for (const row of of('openingStock').flatMap((one) => one.drafts))
      if (row.stockState === 'available')
        stock.set(row.skuCode, (stock.get(row.skuCode) ?? 0) + row.qty)
    const orders = of('orders').flatMap((one) => one.drafts)
    const ready = orders.filter(
      (order) =>
        order.state === 'toShip' &&
        order.holds.length + order.problems.length === 0 &&
        order.receiver.detail.kind === 'plain',
    )
    for (const line of ready.flatMap((order) => order.lines)) {
      const left = (stock.get(line.skuCode ?? '') ?? 0) - (line.qty ?? 0)
      expect(left, line.skuCode ?? '').toBeGreaterThanOrEqual(0)
      stock.set(line.skuCode ?? '', left)
    }
    expect(ready.length).toBeGreaterThanOrEqual(40)
    expect(orders.some((order) => order.receiver.name.kind === 'cipher')).toBe(true)
    expect(of('skus').flatMap((one) => one.drafts)).toHaveLength(200)
    const bins = of('bins').flatMap((one) => one.drafts)
    expect(bins).toHaveLength(60)
    expect(new Set(bins.map((bin) => bin.zoneKind)).size).toBeGreaterThanOrEqual(3)
    const asked = readings.flatMap((one) => one.findings.filter((two) => two.level !== 'keep'))
    expect(asked).toEqual([])
  })
})
