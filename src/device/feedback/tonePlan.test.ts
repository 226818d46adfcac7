import { expect, test } from 'vitest'
import { signals, toneStartMs } from './tonePlan.ts'

test('the four tones differ in pitch, in count and in length', () => {
  const { accepted, refused, attention, done } = signals
  const all = [accepted, refused, attention, done]
  expect(new Set(all.map(({ pulses }) => pulses.length)).size).toBe(4)
  expect(new Set(all.map(({ pulses }) => pulses[0]?.hz)).size).toBe(4)
  const lengths = all.map(({ pulses }) => {
    const last = pulses.at(-1)
    return last ? last.startMs + last.durationMs : 0
  })
  expect(new Set(lengths).size).toBe(4)
})

test('a tone for an order that is complete rises', () => {
  const pitches = signals.done.pulses.map(({ hz }) => hz)
  expect(pitches).toEqual([...pitches].sort((a, b) => a - b))
})

test('a newer tone cuts an older one', () => {
  expect(toneStartMs({ level: 'attention', startAtMs: 0 }, 40)).toBe(40)
  expect(toneStartMs(null, 40)).toBe(40)
})

test('the first pulse of a refusal is always heard out', () => {
  expect(toneStartMs({ level: 'refused', startAtMs: 0 }, 40)).toBe(250)
  expect(toneStartMs({ level: 'refused', startAtMs: 0 }, 251)).toBe(251)
})
