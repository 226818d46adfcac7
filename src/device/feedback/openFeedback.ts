import { systemClock } from '@/kernel/clock.ts'
import { type AudioPort, createFeedback, type Feedback, type Loudness } from './createFeedback.ts'

/** Sound and vibration of this browser. The play log is on `window.packlineTones`: tests count one
 *  entry for each scan there. */
export function openFeedback(window: Window, loudness: () => Loudness): Feedback {
  const feedback = createFeedback({
    clock: systemClock,
    loudness,
    openAudio,
    vibrate: (pattern) => {
      if (pattern.length > 0 && 'vibrate' in window.navigator) window.navigator.vibrate(pattern)
    },
  })
  Reflect.set(window, 'packlineTones', feedback.log)
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
