import { describe, expect, it } from 'vitest'
import { createSeededRandom } from '@/kernel/random.ts'
import { binIdOf, skuIdOf } from '@/domain/record/place.ts'
import { balanceKey, balanceQty } from '@/domain/stock/balance.ts'
import { type Put, accept, put, reject } from '@/domain/stock/decision.ts'
import type { MovementDraft } from '@/domain/stock/movement.ts'
import type { CommandStamp, Ledger } from '@/app/ports/ledger.ts'

/** One empty ledger and what the suite must see of it from outside. */
export interface LedgerWorld {
  readonly ledger: Ledger
  /** Opens the same data a second time, as another tab or another hub process would. */
  readonly second: Ledger
  outboxSeqs(): Promise<number[]>
  savedSession(workflowId: string): Promise<unknown>
}

const skuId = skuIdOf('BK1')
const binA = binIdOf('A-01-1-01')
const binB = binIdOf('A-01-1-02')

export const stampOf = (id: string, args: CommandStamp['args'] = { n: 1 }): CommandStamp => ({
  id,
  station: 'st1',
  incarnation: '9f3c21aa07be5d10',
  name: 'test.move',
  version: 1,
  args,
  baseG: 0,
  atMs: 1_760_000_000_000,
  monoMs: 1,
  operatorId: 'op1',
  lease: null,
})

const receive = (qty: number, lot = ''): MovementDraft => ({
  skuId,
  lot,
  qty,
  from: { placeId: 'supplier', state: 'available' },
  to: { placeId: binA, state: 'available' },
  reason: 'receive',
  docRef: 'PO1',
})

export const transfer = (qty: number): MovementDraft => ({
  ...receive(qty),
  from: { placeId: binA, state: 'available' },
  to: { placeId: binB, state: 'available' },
  reason: 'putaway',
})

/** What `runCommand` does, with the decision given: known ids answer again, new ones commit. */
export async function once(ledger: Ledger, id: string, moves: MovementDraft[], puts: Put[] = []) {
  return ledger.transact(async (tx) => {
    const known = await tx.findOutcome(id)
    if (known) return known.outcome
    return (await tx.commit(stampOf(id), accept(moves, puts), null)).stored.outcome
  })
}

const totalOf = async (ledger: Ledger, placeId: typeof binA) =>
  (await ledger.reader.balances({ placeId })).reduce((sum, row) => sum + balanceQty(row), 0)

/** What every ledger must do, whatever it stands on. */
export function ledgerContract(name: string, create: () => Promise<LedgerWorld>): void {
  describe(`${name}: stock`, () => {
    it('adds movements to balances and keeps every SKU at zero over all places', async () => {
      const { ledger } = await create()
      await once(ledger, 'c1', [receive(7)])
      await once(ledger, 'c2', [transfer(3)])
      expect(await totalOf(ledger, binA)).toBe(4)
      expect(await totalOf(ledger, binB)).toBe(3)
      const both = await ledger.reader.balances({ placeIds: [binA, binB] })
      expect(both.map(balanceQty).sort((a, b) => a - b)).toEqual([3, 4])
      const all = await ledger.reader.balances({ skuId })
      expect(await ledger.reader.balances({ skuIds: [skuId] })).toEqual(all)
      expect(all.reduce((sum, row) => sum + balanceQty(row), 0)).toBe(0)
    })

    it('writes nothing of a command that would take a bin below zero', async () => {
      const world = await create()
      await once(world.ledger, 'c1', [receive(2)])
      await expect(once(world.ledger, 'c2', [transfer(3)])).rejects.toThrow()
      expect(await totalOf(world.ledger, binA)).toBe(2)
      expect(await world.ledger.reader.findOutcome('c2')).toBeUndefined()
      expect(await world.outboxSeqs()).toEqual([1])
    })

    it('lists the movements of a SKU, oldest first, with their command', async () => {
      const { ledger } = await create()
      await once(ledger, 'c1', [receive(7)])
      await once(ledger, 'c2', [transfer(3)])
      const lines = await ledger.reader.movements({ skuId }, 10)
      expect(lines.map((line) => [line.commandId, line.qty, line.seq])).toEqual([
        ['c1', 7, 1],
        ['c2', 3, 2],
      ])
      expect(await ledger.reader.movements({ skuId }, 1)).toHaveLength(1)
    })

    it('stays equal to the sum of its movements under random work', async () => {
      const { ledger } = await create()
      const random = createSeededRandom(8841)
      for (let n = 0; n < 60; n += 1) {
        const inA = await totalOf(ledger, binA)
        const qty = 1 + random.int(5)
        await once(ledger, `r${n}`, [qty <= inA && random.int(2) ? transfer(qty) : receive(qty)])
      }
      const lines = await ledger.reader.movements({ skuId }, 1_000)
      const net = lines.reduce((sum, { from, to, qty }) => {
        const minus = from.placeId === binA ? qty : 0
        return sum + (to.placeId === binA ? qty : 0) - minus
      }, 0)
      expect(await totalOf(ledger, binA)).toBe(net)
    })
  })

  describe(`${name}: commands`, () => {
    it('gives a gapless seq to concurrent commands of two openers', async () => {
      const world = await create()
      const ids = Array.from({ length: 40 }, (_, n) => `p${n}`)
      await Promise.all(
        ids.map((id, n) => once(n % 2 ? world.ledger : world.second, id, [receive(1)])),
      )
      expect(await world.outboxSeqs()).toEqual(ids.map((_, n) => n + 1))
      expect(await totalOf(world.ledger, binA)).toBe(40)
    })

    it('has one effect for a command that is repeated at the same moment', async () => {
      const world = await create()
      const repeats = Array.from({ length: 10 }, (_, n) => (n % 2 ? world.ledger : world.second))
      const outcomes = await Promise.all(repeats.map((ledger) => once(ledger, 'c1', [receive(5)])))
      expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1)
      expect(await totalOf(world.ledger, binA)).toBe(5)
      expect(await world.outboxSeqs()).toEqual([1])
    })

    it('stores a refusal under its id: no seq, nothing in the outbox', async () => {
      const world = await create()
      const refusal = await world.ledger.transact((tx) =>
        tx.refuse(stampOf('c1'), reject('binFull', { qty: 3 }, true)),
      )
      expect(refusal.outcome).toMatchObject({ kind: 'rejected', reason: 'binFull' })
      expect(await world.ledger.reader.findOutcome('c1')).toMatchObject({ id: 'c1' })
      expect(await world.outboxSeqs()).toEqual([])
    })

    it('tells args apart whatever the order of their keys', async () => {
      const { ledger } = await create()
      expect(ledger.argsHash({ a: 1, b: 2 })).toBe(ledger.argsHash({ b: 2, a: 1 }))
      expect(ledger.argsHash({ a: 1, b: 2 })).not.toBe(ledger.argsHash({ a: 1, b: 3 }))
    })

    it('saves the session with the command, or neither', async () => {
      const world = await create()
      const session = {
        workflowId: 'putaway',
        state: { kind: 'saving' },
        inFlight: null,
        step: { kind: 'none' },
      } as const
      await expect(
        world.ledger.transact((tx) => tx.commit(stampOf('c1'), accept([transfer(1)]), session)),
      ).rejects.toThrow()
      expect(await world.savedSession('putaway')).toBeUndefined()
      await world.ledger.transact((tx) => tx.commit(stampOf('c2'), accept([receive(1)]), session))
      expect(await world.savedSession('putaway')).toMatchObject({ state: { kind: 'saving' } })
    })
  })

  describe(`${name}: documents`, () => {
    const tote = (code: string, orderId: string | null) =>
      put('totes', { id: `tote:${code}` as never, code, orderId })

    it('keeps the row as it was before, so that the command can be taken back', async () => {
      const { ledger } = await create()
      await once(ledger, 'c1', [], [tote('T-1', null)])
      await once(ledger, 'c2', [], [tote('T-1', 'o1')])
      const stored = await ledger.reader.findOutcome('c2')
      expect(stored?.reversal?.rows).toMatchObject([{ table: 'totes', before: { orderId: null } }])
      expect(await ledger.reader.get('totes', 'tote:T-1')).toMatchObject({ rev: 'c2' })
    })

    it('takes a command back: rows as they were, new rows gone, not a second time', async () => {
      const { ledger } = await create()
      await once(ledger, 'c1', [receive(4)], [tote('T-1', null)])
      const row = (await ledger.reader.get('totes', 'tote:T-1')) ?? null
      await once(ledger, 'c2', [], [tote('T-1', 'o1'), tote('T-2', null)])
      await ledger.transact(async (tx) => {
        const removes = [{ table: 'totes', id: 'tote:T-2' }] as const
        const undo = accept([], row ? [put('totes', row)] : [])
        return tx.commit(stampOf('c3'), { ...undo, reverses: { commandId: 'c2', removes } }, null)
      })
      expect(await ledger.reader.get('totes', 'tote:T-1')).toEqual(row)
      expect(await ledger.reader.get('totes', 'tote:T-2')).toBeUndefined()
      expect((await ledger.reader.findOutcome('c2'))?.reversal).toBeNull()
    })

    it('writes nothing of a command whose new row is there already', async () => {
      const { ledger } = await create()
      const fresh = { ...tote('T-1', null), isNew: true } as const
      await once(ledger, 'c1', [], [fresh])
      const stored = await ledger.reader.findOutcome('c1')
      expect(stored?.reversal?.rows).toMatchObject([{ id: 'tote:T-1', before: null }])
      await expect(once(ledger, 'c2', [receive(1)], [tote('T-2', null), fresh])).rejects.toThrow()
      expect(await totalOf(ledger, binA)).toBe(0)
      expect(await ledger.reader.get('totes', 'tote:T-2')).toBeUndefined()
    })

    it('lists rows by a plain, a compound and a prefix index, up to the limit', async () => {
      const { ledger } = await create()
      const numbers = ['3', '1', '2'].map((id) =>
        put('waybills', { id, carrierId: 'STO', state: 'pooled', parcelId: null }),
      )
      await once(ledger, 'c1', [], [...numbers, tote('T-1', 'o1')])
      const by = (equals: string[], limit: number) =>
        ledger.reader.list('waybills', { index: 'carrierId+state', equals, limit })
      expect((await by(['STO', 'pooled'], 2)).map((row) => row.id)).toEqual(['1', '2'])
      expect(await by(['STO'], 9)).toHaveLength(3)
      expect(await by(['STO', 'bound'], 9)).toHaveLength(0)
      const afterPooled = { index: 'carrierId+state', equals: ['STO'], after: 'pooled' } as const
      expect(await ledger.reader.list('waybills', { ...afterPooled, limit: 9 })).toEqual([])
      const afterBound = { ...afterPooled, after: 'bound', limit: 9 }
      expect(await ledger.reader.list('waybills', afterBound)).toHaveLength(3)
      const found = await ledger.reader.list('totes', { index: 'orderId', equals: 'o1', limit: 5 })
      expect(found).toHaveLength(1)
      expect(
        await ledger.reader.balances({
          keys: [balanceKey({ placeId: binA, state: 'held' }, skuId, '')],
        }),
      ).toEqual([])
    })
  })
}
