import type { Clock } from '@/kernel/clock.ts'
import type { Spoken } from '@/kernel/notice.ts'
import type { AudioPort } from './audioPort.ts'
import { clipOf } from './clipOf.ts'
import type { VoiceLanguage } from './loadClip.ts'

/** `off`: the voice or the sound is switched off; `cut`: something newer was to be heard; `failed`: no
 *  such clip, or no sound on this device. */
export type ClipOutcome = 'off' | 'waiting' | 'playing' | 'said' | 'cut' | 'failed'

/** One thing that was to be said. */
export interface PlayedClip {
  readonly language: VoiceLanguage
  /** '' where no clip says it. */
  readonly clip: string
  readonly atMs: number
  readonly outcome: ClipOutcome
  /** Of the decoded sound; 0 until it plays. */
  readonly durationMs: number
}

export interface VoiceSetting {
  readonly language: VoiceLanguage
  readonly isOn: boolean
  /** 0..100. */
  readonly volume: number
}

export interface Voice {
  /** Says it at `fromMs` of the audio clock or as soon after as it is ready. Returns at once and never
   *  throws; cuts off what was said before. */
  say(spoken: Spoken, fromMs: number): void
  /** Silence now. */
  cut(): void
  /** The last things said, oldest first, those that were switched off too. */
  readonly log: readonly PlayedClip[]
}

export interface VoiceOptions {
  readonly clock: Clock
  readonly setting: () => VoiceSetting
  readonly openAudio: () => AudioPort | null
  /** An Ogg file, or null. */
  readonly load: (language: VoiceLanguage, clip: string) => Promise<ArrayBuffer | null>
}

/** Older ones are forgotten. */
export const VOICE_LOG_MAX = 200

const MS = 1_000

type Saying = { -readonly [K in keyof PlayedClip]: PlayedClip[K] } & {
  source: AudioBufferSourceNode | null
}

/** Says bundled clips after the tones. Each clip is decoded when it is said: that takes a few ms, while
 *  all of them decoded would fill the memory of a small tablet. */
export function createVoice(options: VoiceOptions): Voice {
  const { clock, setting } = options
  const log: Saying[] = []
  let current: Saying | null = null

  function cut(): void {
    if (!current) return
    current.source?.stop()
    current.outcome = 'cut'
    current = null
  }

  function say(spoken: Spoken, fromMs: number): void {
    const { language, isOn, volume } = setting()
    const clip = clipOf(spoken) ?? ''
    const outcome = isOn ? 'waiting' : 'off'
    const saying: Saying = {
      ...{ language, clip, atMs: clock.nowMs(), outcome, durationMs: 0 },
      source: null,
    }
    log.push(saying)
    if (log.length > VOICE_LOG_MAX) log.shift()
    cut()
    if (!isOn) return
    current = saying
    const end = (how: ClipOutcome) => {
      if (current !== saying) return
      saying.outcome = how
      current = null
    }
    const isStill = () => current === saying
    play(options, saying, { fromMs, volume: volume / 100, isStill, end }).catch(() => end('failed'))
  }

  return { say, cut, log }
}

interface Playing {
  readonly fromMs: number
  /** 0..1. */
  readonly volume: number
  /** False as soon as something newer is to be heard. */
  readonly isStill: () => boolean
  readonly end: (how: ClipOutcome) => void
}

async function play(options: VoiceOptions, saying: Saying, playing: Playing): Promise<void> {
  const bytes = await options.load(saying.language, saying.clip)
  const audio = options.openAudio()
  if (bytes === null || audio === null) return playing.end('failed')
  const { context } = audio
  const buffer = await context.decodeAudioData(bytes)
  if (!playing.isStill()) return
  const source = context.createBufferSource()
  const gain = context.createGain()
  source.buffer = buffer
  gain.gain.value = playing.volume
  source.connect(gain).connect(context.destination)
  source.onended = () => playing.end('said')
  audio.wake()
  source.start(Math.max(context.currentTime, playing.fromMs / MS))
  Object.assign(saying, { source, outcome: 'playing', durationMs: buffer.duration * MS })
}
