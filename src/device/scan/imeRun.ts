import { FIELD_GAP_MS_MEAN } from './scanRun.ts'

/** A key that came up, ms on the clock of `Event.timeStamp`. */
export interface KeyRelease {
  readonly code: string
  readonly atMs: number
}

interface Pace {
  readonly strokes: number
  readonly startedAtMs: number
  readonly lastAtMs: number
}

/** Keys in a field that has an input method. It hides that keys go down, shows some of them later than
 *  keys that follow, under codes of others; but each key that comes up is told, with its true moment. */
export interface ImeRun {
  /** The keys that came up without a long pause. */
  readonly releases: Pace | null
  /** Its own steps: all there is where not even the keys that come up are told. */
  readonly takes: Pace | null
  /** It took one of these keys. */
  readonly isTaken: boolean
  /** It took something since the last key came up. */
  readonly isTaking: boolean
  /** When the head of a scan ended that broke off. */
  readonly headAtMs: number
  readonly lastAtMs: number
}

/** Silence after which nothing more of a scan comes, however late the input method is. Longer than the
 *  pause of the slowest scanner. */
export const IME_WAIT_MS = 600
/** A head that broke off makes its tail void so long. */
const HEAD_MS = 1_000
/** Fewer keys cannot be told from words somebody writes. */
const STROKES_MIN = 3
const NONE: ImeRun = {
  releases: null,
  takes: null,
  isTaken: false,
  isTaking: false,
  headAtMs: Number.NEGATIVE_INFINITY,
  lastAtMs: Number.NEGATIVE_INFINITY,
}

/** The run after the input method took something; `null` starts a new one. */
export function addTake(run: ImeRun | null, atMs: number, gapMsMax: number): ImeRun {
  const before = run ?? NONE
  const takes = step(before.takes, atMs, gapMsMax)
  return { ...before, takes, isTaking: true, lastAtMs: Math.max(before.lastAtMs, atMs) }
}

/** The run after a key came up. */
export function addRelease(run: ImeRun | null, atMs: number, gapMsMax: number): ImeRun {
  const before = run ?? NONE
  const releases = step(before.releases, atMs, gapMsMax)
  const isNew = releases.strokes === 1
  const isHead = isNew && before.isTaken && isQuick(before.releases)
  return {
    ...before,
    releases,
    isTaken: before.isTaking || (before.isTaken && !isNew),
    isTaking: false,
    headAtMs: isHead ? (before.releases?.lastAtMs ?? atMs) : before.headAtMs,
    lastAtMs: Math.max(before.lastAtMs, atMs),
  }
}

/** A pause was so long that the next keys belong together anew. */
export const isNewSeries = (before: ImeRun | null, now: ImeRun): boolean =>
  before?.releases != null && now.releases?.strokes === 1

/** True where these keys came from a scanner and the input method took some of them.
 *  endAtMs: when their end came, ms. Example: nine keys 10 ms apart, one of them taken. */
export function isImeScan(run: ImeRun, endAtMs: number, gapMsMax: number): boolean {
  const { releases, takes, headAtMs } = run
  if (endAtMs - headAtMs <= HEAD_MS) return true
  const pace = releases ?? takes
  const isTaken = run.isTaken || run.isTaking
  return isTaken && pace !== null && endAtMs - pace.lastAtMs <= gapMsMax && isQuick(pace)
}

function step(pace: Pace | null, atMs: number, gapMsMax: number): Pace {
  if (pace === null || atMs - pace.lastAtMs > gapMsMax)
    return { strokes: 1, startedAtMs: atMs, lastAtMs: atMs }
  return { ...pace, strokes: pace.strokes + 1, lastAtMs: Math.max(pace.lastAtMs, atMs) }
}

function isQuick(pace: Pace | null): boolean {
  if (pace === null || pace.strokes < STROKES_MIN) return false
  return (pace.lastAtMs - pace.startedAtMs) / (pace.strokes - 1) <= FIELD_GAP_MS_MEAN
}
