import { describe, expect, it } from 'vitest'
import { binIdOf } from '@/domain/record/place.ts'
import { put } from '@/domain/stock/decision.ts'
import { type LedgerWorld, once, transfer } from './ledgerContract.ts'

const bin0 = {
  code: '',
  zone: 'storage',
  corridor: 'A',
  rack: 1,
  level: 1,
  position: 1,
  lengthMm: 0,
  widthMm: 0,
  heightMm: 0,
  weightLimitG: 0,
  role: 'pick',
  mixRule: 'any',
} as const

const tote = (code: string, orderId: string) =>
  put('totes', { id: `tote:${code}` as never, code, orderId })

/** What every ledger answers when hundreds of rows are asked for at once, as an import does. */
export function manyRowsContract(name: string, create: () => Promise<LedgerWorld>): void {
  describe(`${name}: many rows`, () => {
    it.each([
      ['close together', 1],
      ['far apart', 9],
    ])('gives many rows at once in the order asked for, those %s too', async (_, step) => {
      const { ledger } = await create()
      const name = (n: number) => `B${String(n).padStart(3, '0')}`
      const all = Array.from({ length: 30 * step }, (__, n) => tote(name(n), `o${n % 60}`))
      await once(ledger, 'c1', [], all)
      const asked = [...Array.from({ length: 30 }, (__, n) => name(n * step)), 'B999'].reverse()
      const ids = asked.map((code) => `tote:${code}`)
      const rows = await ledger.reader.getMany('totes', ids)
      expect(rows.map((row) => row?.code)).toEqual([undefined, ...asked.slice(1)])
      const none = await ledger.reader.getMany(
        'totes',
        ids.map((id) => `${id}x`),
      )
      expect(none).toEqual(ids.map(() => undefined))
    })

    it('gives the rows of any of many values of an index', async () => {
      const { ledger } = await create()
      const order = (n: number) => `o${String(n).padStart(3, '0')}`
      const all = Array.from({ length: 300 }, (_, n) => tote(`B${n}`, order(n)))
      await once(ledger, 'c1', [], all)
      const near = Array.from({ length: 25 }, (_, n) => order(100 + n))
      const far = Array.from({ length: 25 }, (_, n) => order(n * 12))
      for (const anyOf of [near, far, near.slice(0, 2), []]) {
        const rows = await ledger.reader.listMany('totes', { index: 'orderId', anyOf, limit: 9 })
        expect(new Set(rows.map((row) => row.orderId))).toEqual(new Set(anyOf))
        expect(rows).toHaveLength(anyOf.length)
      }
    })

    it('reads rows that another opener has changed, however often they were read', async () => {
      const world = await create()
      const bin = (n: number, rack: number) => put('bins', { ...bin0, id: binIdOf(`B${n}`), rack })
      const numbers = Array.from({ length: 25 }, (_, n) => n)
      const ids = numbers.map((n) => binIdOf(`B${n}`))
      const racks = () =>
        world.ledger.transact(async (tx) =>
          (await tx.getMany('bins', ids)).reduce((sum, row) => sum + (row?.rack ?? 0), 0),
        )
      await once(
        world.ledger,
        'c1',
        [],
        numbers.map((n) => bin(n, 1)),
      )
      expect(await racks()).toBe(25)
      await once(world.second, 'c2', [], [bin(3, 5)])
      expect(await racks()).toBe(29)
      await once(world.ledger, 'c3', [], [bin(4, 5)])
      expect(await racks()).toBe(33)
      await expect(once(world.ledger, 'c4', [transfer(9)], [bin(5, 9)])).rejects.toThrow()
      expect(await racks()).toBe(33)
    })
  })
}
