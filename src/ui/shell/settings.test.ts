import { expect, test } from 'vitest'
import { guessSettings, isVoiceOn, parseSettings } from './settings.ts'

const base = guessSettings('zh-CN', 1920, 1080)

test('kept settings come back', () => {
  const kept = {
    ...base,
    locale: 'en',
    theme: 'night',
    hand: 'left',
    volume: 30,
    muted: true,
    voice: 'on',
  }
  expect(parseSettings(JSON.stringify(kept), base)).toEqual(kept)
})

test.each([null, '', '{', '[]', 'null', '7', '{"theme":"pink","volume":101,"muted":"yes"}'])(
  'unreadable settings %j leave the defaults',
  (text) => {
    expect(parseSettings(text, base)).toEqual(base)
  },
)

test('a handheld is guessed by its size', () => {
  expect(guessSettings('en', 640, 360)).toMatchObject({ diagonalInch: 5, distanceM: 0.5 })
})

test('the voice speaks on a Chinese station and is silent on an English one until somebody chooses', () => {
  expect(isVoiceOn({ voice: 'auto', locale: 'zh-CN' })).toBe(true)
  expect(isVoiceOn({ voice: 'auto', locale: 'en' })).toBe(false)
  expect(isVoiceOn({ voice: 'on', locale: 'en' })).toBe(true)
  expect(isVoiceOn({ voice: 'off', locale: 'zh-CN' })).toBe(false)
})
