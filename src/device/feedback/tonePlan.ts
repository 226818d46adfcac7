import type { NoticeLevel } from '@/kernel/notice.ts'

/** One beep: `startMs` after the start of its tone. */
export interface Pulse {
  readonly hz: number
  readonly startMs: number
  readonly durationMs: number
  /** Loudness of this pulse, 0..1, before the volume of the device. */
  readonly gain: number
}

interface Signal {
  readonly pulses: readonly Pulse[]
  /** Milliseconds on, off, on …; empty: none. */
  readonly vibration: readonly number[]
}

const PAUSE_MS = 60
/** A perfect fourth chord upwards: told from one accepted tone by its rise alone. */
const DONE_HZ = [880, 1_108, 1_318, 1_760]

/** What each kind of answer sounds and feels like. Pitch, count and length all differ. */
export const signals: Readonly<Record<NoticeLevel, Signal>> = {
  accepted: { pulses: repeatPulse(1, 1_760, 80), vibration: [40] },
  refused: { pulses: repeatPulse(2, 220, 250), vibration: [200, 80, 200] },
  attention: { pulses: repeatPulse(3, 660, 80), vibration: [80, 60, 80, 60, 80] },
  done: {
    pulses: DONE_HZ.map((hz, at) => ({ hz, startMs: at * 70, durationMs: 70, gain: 1 })),
    vibration: [40, 40, 40, 40],
  },
  ignored: { pulses: [{ hz: 1_000, startMs: 0, durationMs: 15, gain: 0.3 }], vibration: [] },
}

function repeatPulse(count: number, hz: number, durationMs: number): readonly Pulse[] {
  return Array.from({ length: count }, (_, at) => ({
    hz,
    startMs: at * (durationMs + PAUSE_MS),
    durationMs,
    gain: 1,
  }))
}

/** A tone that sounds or will sound. */
export interface PlannedTone {
  readonly level: NoticeLevel
  readonly startAtMs: number
}

/** When the last pulse of a tone is over. Example: accepted at 0 -> 80. */
export function toneEndMs({ level, startAtMs }: PlannedTone): number {
  const last = signals[level].pulses.at(-1)
  return last ? startAtMs + last.startMs + last.durationMs : startAtMs
}

/** When a new tone starts: at once, because it cuts the older one; only the first pulse of a
 *  refusal is heard out. Example: refused at 0, accepted at 40 -> starts at 250. */
export function toneStartMs(current: PlannedTone | null, nowMs: number): number {
  if (current?.level !== 'refused') return nowMs
  const firstPulseMs = signals.refused.pulses[0]?.durationMs ?? 0
  return Math.max(nowMs, current.startAtMs + firstPulseMs)
}
