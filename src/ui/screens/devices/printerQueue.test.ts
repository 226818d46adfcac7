import { describe, expect, test } from 'vitest'
import type { Notice } from '@/kernel/notice.ts'
import { accepted } from '@/workflow/workflow.ts'
import type { StationPrinter } from '../../print/stationPrinters.ts'
import { deviceCards } from './deviceCards.ts'
import { beginMove, moveTo, type QueuePorts, stepTarget, toggleHold } from './printerQueue.ts'

const paper = { widthMm: 60, heightMm: 40 }
const printer = (printerId: string, parts: Partial<StationPrinter> = {}): StationPrinter => ({
  printerId,
  name: printerId.toUpperCase(),
  state: 'ready',
  waiting: 0,
  dotsPerMm: 8,
  ...parts,
})
const cardsOf = (...printers: StationPrinter[]) =>
  deviceCards({ printers, scanner: null, scale: null }, [])
const codeOf = (of: { readonly notice: Notice } | Notice) => ('notice' in of ? of.notice : of).code

function openQueue() {
  const asked: string[] = []
  const ports: QueuePorts = {
    async hold({ printerId }, isHeld) {
      asked.push(`${isHeld ? 'hold' : 'release'} ${printerId}`)
      return accepted(isHeld ? 'PRN-105' : 'PRN-106')
    },
    async moveWaiting(from, to) {
      asked.push(`${from.printerId} to ${to.printerId}`)
      return accepted('PRN-107')
    },
  }
  return { ports, asked }
}

describe('the queue of a printer', () => {
  test('is stopped, and goes on, by the same command; other devices have none', async () => {
    const { ports, asked } = openQueue()
    const cards = cardsOf(printer('a'), printer('b', { isHeld: true }))
    for (const card of cards.slice(0, 3)) await toggleHold(ports, card)
    expect(asked).toEqual(['hold a', 'release b'])
    expect(codeOf(beginMove(cards, 2))).toBe('PRN-100')
  })

  test('is never offered to sheets, to another platform, or where other kinds are kept apart', async () => {
    const sheet = { columns: 3, rows: 8 } as never
    const cards = cardsOf(
      printer('a', { waiting: 2 }),
      printer('sheets', { sheet }),
      printer('roll', { kinds: ['packReceipt'] }),
      printer('component', { platform: 'douyin' }),
    )
    expect(codeOf(beginMove(cards, 0))).toBe('PRN-102')
    const { ports, asked } = openQueue()
    const state = { kind: 'target', selected: 0, to: 1 } as const
    expect(await moveTo(ports, cards, state)).toMatchObject({ code: 'PRN-104' })
    expect(asked).toEqual([])
  })

  test('is offered to one that is ready before one that is not', () => {
    const cards = cardsOf(
      printer('a', { waiting: 1 }),
      printer('b', { state: 'offline' }),
      printer('c'),
    )
    expect(beginMove(cards, 0)).toMatchObject({ state: { to: 2 } })
  })

  test('is offered first to the printer with the same paper, then to the others round and round', () => {
    const waits = printer('a', { waiting: 2, paper })
    const cards = cardsOf(waits, printer('b'), printer('c', { paper }))
    const step = beginMove(cards, 0)
    if (!('state' in step) || step.state.kind !== 'target') throw new Error('no target asked')
    const tos = [step.state.to]
    for (let state = step.state; tos.length < 3; ) {
      const next = stepTarget(cards, state, 1).state
      if (next.kind !== 'target') throw new Error('the target is gone')
      state = next
      tos.push(state.to)
    }
    expect(tos).toEqual([2, 1, 2])
    expect(stepTarget(cards, step.state, -1).state).toMatchObject({ to: 1 })
  })

  test('goes to another printer only', async () => {
    const { ports, asked } = openQueue()
    const cards = cardsOf(printer('a', { waiting: 2 }), printer('b'))
    const give = async (to: number) =>
      codeOf(await moveTo(ports, cards, { kind: 'target', selected: 0, to }))
    expect([await give(0), await give(2), await give(1)]).toEqual(['PRN-104', 'PRN-104', 'PRN-107'])
    expect(asked).toEqual(['a to b'])
    expect(codeOf(beginMove(cards, 1))).toBe('PRN-101')
    expect(codeOf(beginMove(cardsOf(printer('a', { waiting: 1 })), 0))).toBe('PRN-102')
  })
})
