import type { Clock } from '@/kernel/clock.ts'
import type { NoticeLevel, Spoken } from '@/kernel/notice.ts'
import type { AudioPort } from './audioPort.ts'
import type { Voice } from './createVoice.ts'
import { type PlannedTone, signals, toneEndMs, toneStartMs } from './tonePlan.ts'

/** One answer given to the ear and the hand. */
export interface PlayedTone {
  readonly level: NoticeLevel
  readonly atMs: number
  readonly muted: boolean
}

export interface Loudness {
  /** 0..100. */
  readonly volume: number
  readonly muted: boolean
}

export interface Feedback {
  /** Sounds and vibrates for one answer, then says `spoken`. Never throws and never waits: a station
   *  without sound still works. Words of an older answer are cut off: they are not true any more. */
  play(level: NoticeLevel, spoken?: Spoken): void
  /** Says what is no answer to a scan: no tone of its own, for there is one tone for each scan. */
  say(spoken: Spoken): void
  /** The last answers played, oldest first, muted ones too: one for each scan. */
  readonly log: readonly PlayedTone[]
}

/** Enough for a test of a day's peak hour; older ones are forgotten. */
export const PLAY_LOG_MAX = 1_000

const MS = 1_000
/** Short ramps, else each pulse clicks. */
const RAMP_MS = 4

export interface FeedbackOptions {
  readonly clock: Clock
  readonly loudness: () => Loudness
  /** null: this device has no sound. */
  readonly openAudio: () => AudioPort | null
  /** null: nothing is said here. */
  readonly voice: Voice | null
  readonly vibrate: (pattern: number[]) => void
}

/** Tones made by oscillators, so nothing has to be loaded before the first scan. */
export function createFeedback(options: FeedbackOptions): Feedback {
  const { clock, loudness, openAudio, vibrate, voice } = options
  const log: PlayedTone[] = []
  let current: PlannedTone | null = null
  let sounding: OscillatorNode[] = []

  function sound(level: NoticeLevel, volume: number): void {
    const audio = openAudio()
    if (audio === null) return
    audio.wake()
    const nowMs = audio.context.currentTime * MS
    const startAtMs = toneStartMs(current, nowMs)
    for (const oscillator of sounding) oscillator.stop(startAtMs / MS)
    current = { level, startAtMs }
    sounding = startPulses(audio.context, current, volume)
  }

  return {
    log,
    play(level, spoken) {
      const { volume, muted } = loudness()
      log.push({ level, atMs: clock.nowMs(), muted })
      if (log.length > PLAY_LOG_MAX) log.shift()
      vibrate([...signals[level].vibration])
      if (!muted) sound(level, volume / 100)
      if (level !== 'ignored') voice?.cut()
      if (spoken) voice?.say(spoken, current ? toneEndMs(current) : 0)
    },
    say(spoken) {
      voice?.say(spoken, current ? toneEndMs(current) : 0)
    },
  }
}

function startPulses(audio: BaseAudioContext, tone: PlannedTone, volume: number): OscillatorNode[] {
  return signals[tone.level].pulses.map((pulse) => {
    const from = (tone.startAtMs + pulse.startMs) / MS
    const to = from + pulse.durationMs / MS
    const ramp = Math.min(RAMP_MS, pulse.durationMs / 3) / MS
    const oscillator = audio.createOscillator()
    const gain = audio.createGain()
    oscillator.frequency.value = pulse.hz
    gain.gain.setValueAtTime(0, from)
    gain.gain.linearRampToValueAtTime(pulse.gain * volume, from + ramp)
    gain.gain.setValueAtTime(pulse.gain * volume, to - ramp)
    gain.gain.linearRampToValueAtTime(0, to)
    oscillator.connect(gain).connect(audio.destination)
    oscillator.start(from)
    oscillator.stop(to)
    return oscillator
  })
}
