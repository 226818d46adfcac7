import { expect, test } from 'vitest'
import { systemClock } from '@/kernel/clock.ts'
import type { Spoken } from '@/kernel/notice.ts'
import { createFeedback } from './createFeedback.ts'
import { createVoice, type VoiceSetting, VOICE_LOG_MAX } from './createVoice.ts'
import { loadClip, type VoiceLanguage } from './loadClip.ts'

const RATE = 48_000
const SECONDS = 3
const slot3: Spoken = { kind: 'slot', slot: 3 }
const left12: Spoken = { kind: 'remaining', qty: 12 }

/** Goal: what is heard, and when. Method: an offline audio context renders tones and clips. */
function openRoom(setting: Partial<VoiceSetting> = {}) {
  const context = new OfflineAudioContext(1, RATE * SECONDS, RATE)
  const openAudio = () => ({ context, wake: () => {} })
  const clock = systemClock
  const voice = createVoice({
    clock,
    setting: () => ({ language: 'zh-CN', isOn: true, volume: 100, ...setting }),
    openAudio,
    load: loadClip,
  })
  const feedback = createFeedback({
    clock,
    loudness: () => ({ volume: 100, muted: false }),
    openAudio,
    vibrate: () => {},
    voice,
  })
  const outcomes = () => voice.log.map(({ outcome }) => outcome)
  const render = async () => (await context.startRendering()).getChannelData(0)
  return { voice, feedback, outcomes, render }
}

/** Loudness between two instants, ms. */
const level = (samples: Float32Array, fromMs: number, toMs: number) =>
  samples
    .slice((fromMs * RATE) / 1_000, (toMs * RATE) / 1_000)
    .reduce((max, each) => Math.max(max, Math.abs(each)), 0)

test.each<VoiceLanguage>(['zh-CN', 'en'])(
  'every clip of %s can be decoded and is short',
  async (language) => {
    const context = new OfflineAudioContext(1, RATE, RATE)
    const names = Array.from({ length: 12 }, (_, at) => `slot-${at + 1}`)
      .concat(Array.from({ length: 99 }, (_, at) => `remaining-${at + 1}`))
      .concat('intercepted', 'paper-out')
    for (const name of names) {
      const bytes = await loadClip(language, name)
      if (bytes === null) throw new Error(`no clip ${name}`)
      const { duration } = await context.decodeAudioData(bytes)
      expect(duration, name).toBeGreaterThan(0.3)
      expect(duration, name).toBeLessThan(1.6)
    }
  },
)

test('the tone comes first, the words right after it', async () => {
  const { feedback, outcomes, render } = openRoom()
  feedback.play('refused', slot3)
  await expect.poll(outcomes).toEqual(['playing'])
  const samples = await render()
  expect(level(samples, 0, 250)).toBeGreaterThan(0.9)
  expect(level(samples, 252, 305)).toBe(0)
  expect(level(samples, 570, 900)).toBeGreaterThan(0.2)
  await expect.poll(outcomes).toEqual(['said'])
})

test('newer words cut older ones, and the answer never waits for them', async () => {
  const { feedback, voice, outcomes, render } = openRoom()
  feedback.play('accepted', slot3)
  feedback.play('accepted', left12)
  expect(outcomes()).toEqual(['cut', 'waiting'])
  await expect.poll(outcomes).toEqual(['cut', 'playing'])
  expect(voice.log[1]).toMatchObject({ language: 'zh-CN', clip: 'remaining-12' })
  const { durationMs } = voice.log[1] ?? { durationMs: 0 }
  const samples = await render()
  expect(level(samples, 80, 80 + durationMs)).toBeGreaterThan(0.2)
  expect(level(samples, 100 + durationMs, SECONDS * 1_000)).toBe(0)
})

test('an answer without words silences those of the scan before it; an ignored repeat does not', async () => {
  const { feedback, outcomes } = openRoom()
  feedback.play('accepted', slot3)
  await expect.poll(outcomes).toEqual(['playing'])
  feedback.play('ignored')
  expect(outcomes()).toEqual(['playing'])
  feedback.play('accepted')
  expect(outcomes()).toEqual(['cut'])
})

test('a voice that is off is logged and silent', async () => {
  const { feedback, voice, outcomes, render } = openRoom({ isOn: false, language: 'en' })
  feedback.play('accepted', slot3)
  expect(outcomes()).toEqual(['off'])
  expect(level(await render(), 85, 2_000)).toBe(0)
  for (let at = 0; at <= VOICE_LOG_MAX; at += 1) feedback.say(slot3)
  expect(voice.log).toHaveLength(VOICE_LOG_MAX)
})

test('what no clip says fails in the log alone', async () => {
  const { feedback, outcomes } = openRoom()
  feedback.play('accepted', { kind: 'remaining', qty: 100 })
  await expect.poll(outcomes).toEqual(['failed'])
})
