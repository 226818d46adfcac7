import { expect, test } from 'vitest'
import { systemClock } from '@/kernel/clock.ts'
import type { NoticeLevel } from '@/kernel/notice.ts'
import { createFeedback, PLAY_LOG_MAX } from './createFeedback.ts'

const RATE = 8_000

/** Goal: what is heard. Method: an offline audio context renders the tones into samples. */
async function render(levels: readonly NoticeLevel[], volume = 100): Promise<Float32Array> {
  const audio = new OfflineAudioContext(1, RATE, RATE)
  const feedback = createFeedback({
    clock: systemClock,
    loudness: () => ({ volume, muted: false }),
    openAudio: () => ({ context: audio, wake: () => {} }),
    vibrate: () => {},
    voice: null,
  })
  for (const level of levels) feedback.play(level)
  const buffer = await audio.startRendering()
  return buffer.getChannelData(0)
}

/** Loudness between two instants, ms. */
function level(samples: Float32Array, fromMs: number, toMs: number): number {
  const part = samples.slice((fromMs * RATE) / 1_000, (toMs * RATE) / 1_000)
  return Math.max(...part.map(Math.abs))
}

function hertz(samples: Float32Array, fromMs: number, toMs: number): number {
  const part = samples.slice((fromMs * RATE) / 1_000, (toMs * RATE) / 1_000)
  let crossings = 0
  for (let at = 1; at < part.length; at += 1)
    if ((part[at - 1] ?? 0) < 0 && (part[at] ?? 0) >= 0) crossings += 1
  return (crossings * 1_000) / (toMs - fromMs)
}

test('an accepted scan is one high pulse of 80 ms', async () => {
  const samples = await render(['accepted'])
  expect(hertz(samples, 10, 70)).toBeCloseTo(1_760, -2)
  expect(level(samples, 85, 900)).toBe(0)
})

test('a refusal is two low pulses of 250 ms', async () => {
  const samples = await render(['refused'])
  expect(hertz(samples, 10, 240)).toBeCloseTo(220, -1)
  expect(level(samples, 252, 305)).toBe(0)
  expect(level(samples, 320, 550)).toBeGreaterThan(0.9)
})

test('an accepted tone right after a refusal comes after its first pulse and cuts the second', async () => {
  const samples = await render(['refused', 'accepted'])
  expect(hertz(samples, 10, 240)).toBeCloseTo(220, -1)
  expect(hertz(samples, 260, 320)).toBeCloseTo(1_760, -2)
  expect(level(samples, 340, 900)).toBe(0)
})

test('the volume of the device makes every tone softer', async () => {
  expect(level(await render(['attention'], 20), 0, 500)).toBeLessThan(0.21)
})

test('a muted station logs and vibrates without a sound', () => {
  const patterns: number[][] = []
  const feedback = createFeedback({
    clock: systemClock,
    loudness: () => ({ volume: 100, muted: true }),
    openAudio: () => {
      throw new Error('must stay silent')
    },
    vibrate: (pattern) => patterns.push(pattern),
    voice: null,
  })
  feedback.play('refused')
  expect(patterns).toEqual([[200, 80, 200]])
  expect(feedback.log).toMatchObject([{ level: 'refused', muted: true }])
  for (let at = 0; at <= PLAY_LOG_MAX; at += 1) feedback.play('ignored')
  expect(feedback.log).toHaveLength(PLAY_LOG_MAX)
})
