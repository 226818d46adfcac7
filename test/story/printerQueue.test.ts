import { describe, expect, test } from 'vitest'
import { createStationClient } from '@/device/stationClient.ts'
import type { TransportEvents } from '@/device/stationTransport.ts'
import { createSeededRandom } from '@/kernel/random.ts'
import { createTestWarehouse } from '../driver/testWarehouse.ts'
import { printerQueue } from '@/boot/page/printerQueue.ts'

const printer = (printerId: string) =>
  ({ printerId, name: printerId, state: 'ready', waiting: 2, dotsPerMm: 8 }) as const

/** A queue over a host that answers everything the same, and what the access log held when it was asked. */
async function openQueue(answer: object) {
  const world = await createTestWarehouse()
  const logged: string[][] = []
  let events: TransportEvents | undefined
  const client = createStationClient({
    clock: world.clock,
    random: createSeededRandom(1),
    timers: { after: () => () => undefined },
    transport: {
      start(given) {
        events = given
        given.state('open')
      },
      send({ id }) {
        const note = async () => {
          const rows = await world.db.audit.toArray()
          logged.push(rows.map(({ who, what }) => `${who} ${what}`))
          events?.receive({ kind: 'reply', id, answer })
        }
        void note()
      },
      close() {},
    },
  })
  return { logged, queue: printerQueue({ client, ctx: world }) }
}

describe('the queue of a printer at the host', () => {
  test('hears of nothing that does not stand in the access log already', async () => {
    const { queue, logged } = await openQueue({ ok: true, result: { moved: 2, kept: 0, asked: 0 } })
    await queue.hold(printer('p1'), true)
    await queue.moveWaiting(printer('p1'), printer('p2'))
    expect(logged).toEqual([
      ['op1 printing.holdPrinter'],
      ['op1 printing.holdPrinter', 'op1 printing.moveWaiting'],
    ])
  })

  test.each([
    ['all moved', { moved: 2, kept: 0, asked: 0 }, 'PRN-107'],
    ['some fit not', { moved: 1, kept: 1, asked: 0 }, 'PRN-108'],
    ['one is in doubt', { moved: 1, kept: 0, asked: 1 }, 'PRN-109'],
    ['none fits', { moved: 0, kept: 2, asked: 0 }, 'PRN-110'],
  ])('says what came of a move: %s', async (_name, result, code) => {
    const { queue } = await openQueue({ ok: true, result })
    expect((await queue.moveWaiting(printer('p1'), printer('p2'))).code).toBe(code)
  })

  test('says why the host refused', async () => {
    const { queue } = await openQueue({ ok: false, code: 'BRG-012', params: { printer: 'p1' } })
    expect((await queue.hold(printer('p1'), true)).code).toBe('BRG-012')
  })
})
