import { systemClock } from '@/kernel/clock.ts'
import type { AudioPort } from './audioPort.ts'
import { createFeedback, type Feedback, type Loudness } from './createFeedback.ts'
import { createVoice } from './createVoice.ts'
import { loadClip, type VoiceLanguage } from './loadClip.ts'

/** How loud this device is, and what it says. */
export interface SoundSetting extends Loudness {
  readonly language: VoiceLanguage
  readonly isVoiceOn: boolean
}

/** Sound, voice and vibration of this browser. The play logs are on `window.packlineTones`, one entry
 *  for each scan, and `window.packlineVoice`, one for each thing said: tests count there. */
export function openFeedback(window: Window, setting: () => SoundSetting): Feedback {
  let audio: AudioPort | null = null
  const shareAudio = () => {
    audio ??= openAudio()
    return audio
  }
  const voice = createVoice({
    clock: systemClock,
    setting: () => {
      const { language, isVoiceOn, muted, volume } = setting()
      return { language, isOn: isVoiceOn && !muted, volume }
    },
    openAudio: shareAudio,
    load: loadClip,
  })
  const feedback = createFeedback({
    clock: systemClock,
    loudness: setting,
    openAudio: shareAudio,
    voice,
    vibrate: (pattern) => {
      if (pattern.length > 0 && 'vibrate' in window.navigator) window.navigator.vibrate(pattern)
    },
  })
  Reflect.set(window, 'packlineTones', feedback.log)
  Reflect.set(window, 'packlineVoice', voice.log)
  return feedback
}

function openAudio(): AudioPort | null {
  if (!('AudioContext' in globalThis)) return null
  const context = new AudioContext()
  const wake = () => {
    if (context.state === 'suspended') void context.resume()
  }
  return { context, wake }
}
