import type { Feedback } from '@/device/feedback/createFeedback.ts'
import { prepareClips } from '@/device/feedback/loadClip.ts'
import { openFeedback, type SoundSetting } from '@/device/feedback/openFeedback.ts'
import type { Frame } from '@/ui/shell/createFrame.ts'
import { isVoiceOn } from '@/ui/shell/settings.ts'
import type { StatusStore } from '@/ui/shell/stationStatus.ts'

/** A page that never rests fetches its clips after this long. */
const PREPARE_MS_MAX = 5_000

/** Tones and voice of this station as its settings say; a device that stops is told aloud once. */
export function startFeedback(frame: Frame, status: StatusStore): Feedback {
  const setting = (): SoundSetting => {
    const { settings } = frame.store.getState()
    const { volume, muted, locale } = settings
    return { volume, muted, language: locale, isVoiceOn: isVoiceOn(settings) }
  }
  const feedback = openFeedback(window, setting)
  // Fetched ahead, for the host may be gone when the first words are to be said; but after the first
  // screen, which has more need of these milliseconds.
  const prepare = () => {
    const { isVoiceOn: isOn, language } = setting()
    if (isOn) void prepareClips(language)
  }
  requestIdleCallback(prepare, { timeout: PREPARE_MS_MAX })
  frame.store.subscribe(prepare)
  status.subscribe(({ alert }, before) => {
    if (alert?.spoken && alert.code !== before.alert?.code) feedback.say(alert.spoken)
  })
  return feedback
}
