import { describe, expect, it } from 'vitest'
import { createRightOfWay } from './rightOfWay.ts'

function waysWithTimer() {
  let due: (() => void) | null = null
  const way = createRightOfWay({
    after(_delayMs, run) {
      due = run
      return () => {
        due = null
      }
    },
  })
  return { way, timer: () => due }
}

/** Runs what is ready to run. */
const settle = () => new Promise((resolve) => setImmediate(resolve))

describe('the right of way', () => {
  it('lets long work wait for the answer to a scan, failed ones too', async () => {
    const { way, timer } = waysWithTimer()
    const told: string[] = []
    for (const fails of [false, true]) {
      let end: () => void = () => undefined
      const answer = way.first(
        () =>
          new Promise<void>((resolve, fail) => {
            end = fails ? () => fail(new Error('refused')) : resolve
          }),
      )
      const waiting = way.giveWay().then(() => told.push('work'))
      void answer.then(
        () => told.push('answer'),
        () => told.push('failure'),
      )
      await settle()
      expect(told).toEqual([])
      end()
      await waiting
      expect(told.splice(0)).toEqual([fails ? 'failure' : 'answer', 'work'])
      expect(timer()).toBeNull()
    }
    await way.giveWay()
  })

  it('goes on beside an answer that takes too long, and does not wait for it again', async () => {
    const { way, timer } = waysWithTimer()
    void way.first(() => new Promise(() => undefined))
    const waiting = way.giveWay()
    timer()?.()
    await waiting
    await way.giveWay()
    expect(await way.first(async () => 'next')).toBe('next')
  })
})
