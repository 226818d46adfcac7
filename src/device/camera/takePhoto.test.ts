import { describe, expect, it } from 'vitest'
import type { Timers } from '@/kernel/timers.ts'
import { takePhoto } from './takePhoto.ts'

/** Timers that a test runs by hand. */
function handTimers(): Timers & { runAll(): void } {
  const waiting = new Set<() => void>()
  return {
    after(_delayMs, run) {
      waiting.add(run)
      return () => void waiting.delete(run)
    },
    runAll: () => [...waiting].forEach((run) => run()),
  }
}

/** A window whose camera answers as told; undefined: the page may have none at all. */
const windowWith = (open?: () => Promise<unknown>): Window =>
  ({ navigator: open ? { mediaDevices: { ['getUserMedia']: open } } : {} }) as unknown as Window

describe('a camera that gives no picture says why', () => {
  it.each([
    ['NotFoundError', 'none'],
    ['NotAllowedError', 'refused'],
    ['SecurityError', 'refused'],
    ['NotReadableError', 'busy'],
    ['AbortError', 'busy'],
  ])('%s: %s', async (name, fault) => {
    const window = windowWith(() => Promise.reject(new DOMException('', name)))
    expect(await takePhoto(window, handTimers())).toEqual({ kind: 'failed', fault })
  })

  it('where the page is no secure one: none', async () => {
    expect(await takePhoto(windowWith(), handTimers())).toEqual({ kind: 'failed', fault: 'none' })
  })

  it('where nothing comes: silent, and it is let go when it opens after all', async () => {
    let open: (stream: unknown) => void = () => undefined
    let stopped = 0
    const timers = handTimers()
    const asked = takePhoto(
      windowWith(() => new Promise((done) => (open = done))),
      timers,
    )
    timers.runAll()
    expect(await asked).toEqual({ kind: 'failed', fault: 'silent' })
    open({ getTracks: () => [{ stop: () => (stopped += 1) }] })
    await expect.poll(() => stopped).toBe(1)
  })
})
