import { describe, expect, it } from 'vitest'
import { createSeededRandom } from '@/kernel/random.ts'
import { createPiiVault } from './piiVault.ts'

const clock = { nowMs: () => Date.UTC(2026, 10, 2), monoMs: () => 0 }
const random = createSeededRandom(7)
const person = { name: '王𠮷', mobile: '13900001234', tel: '', detail: '示例路5号3幢2单元501' }
const vault = () => createPiiVault(new Uint8Array(32).fill(3), { clock, random })

describe('the vault of personal data', () => {
  it('gives back what it sealed, and stores none of it in plain', async () => {
    const row = await (await vault()).seal('order:1', person)
    expect(row.k).toBe('2026-11')
    expect(JSON.stringify(row)).not.toContain('13900001234')
    expect(await (await vault()).open(row)).toEqual(person)
  })

  it('refuses a row that was moved to another person', async () => {
    const row = await (await vault()).seal('order:1', person)
    await expect((await vault()).open({ ...row, id: 'order:2' })).rejects.toThrow()
  })

  it('refuses a row sealed with another root key', async () => {
    const row = await (await vault()).seal('order:1', person)
    const other = await createPiiVault(new Uint8Array(32).fill(4), { clock, random })
    await expect(other.open(row)).rejects.toThrow()
  })

  it('tells changed data from equal data by a keyed hash', async () => {
    const one = await (await vault()).fingerprint(person)
    expect(await (await vault()).fingerprint({ ...person })).toBe(one)
    expect(await (await vault()).fingerprint({ ...person, mobile: '13900001235' })).not.toBe(one)
    const other = await createPiiVault(new Uint8Array(32).fill(4), { clock, random })
    expect(await other.fingerprint(person)).not.toBe(one)
  })
})
