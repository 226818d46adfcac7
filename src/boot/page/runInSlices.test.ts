import { describe, expect, it } from 'vitest'
import type { Steps } from '@/kernel/steps.ts'
import { runInSlices } from './runInSlices.ts'

function* counted(total: number, seen: { steps: number }): Steps<string> {
  for (; seen.steps < total; seen.steps += 1) yield
  return 'done'
}

const standing = { nowMs: () => 0, monoMs: () => 0 }

describe('long work in slices', () => {
  it('lets other work in when a slice has taken its time', async () => {
    const seen = { steps: 0 }
    let nowMs = 0
    const clock = { nowMs: () => 0, monoMs: () => (nowMs += 10) }
    const stepsWhenOthersRan: number[] = []
    const working = runInSlices(counted(1_000, seen), clock)
    const look = () => {
      stepsWhenOthersRan.push(seen.steps)
      if (seen.steps < 1_000) setImmediate(look)
    }
    setImmediate(look)
    expect(await working).toBe('done')
    expect(stepsWhenOthersRan.filter((steps) => steps < 1_000).length).toBeGreaterThan(3)
  })

  it('short work is done in one go', async () => {
    const seen = { steps: 0 }
    const working = runInSlices(counted(1_000, seen), standing)
    expect(seen.steps).toBe(1_000)
    expect(await working).toBe('done')
  })

  it('a fault of the work reaches whoever waits', async () => {
    function* failing(): Steps<never> {
      yield
      throw new Error('broken row')
    }
    await expect(runInSlices(failing(), standing)).rejects.toThrow('broken row')
  })
})
