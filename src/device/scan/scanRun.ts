/** Keystrokes that may still become one scan: no pause was longer than the profile allows. */
export interface ScanRun {
  readonly text: string
  readonly strokes: number
  readonly startedAtMs: number
  readonly lastAtMs: number
  readonly gapMsMax: number
  readonly inField: boolean
}

/** The pad takes what a person can type without a field: a number, or the digits of a code. */
export const PAD_DIGITS_MAX = 20
/** Fast digits up to this many may be a number typed in a hurry; more are the head of a scan. */
const FAST_DIGITS_MAX = 4
/** Scanners send a key in 10 to 100 ms; a person needs longer for each. */
const SCANNER_GAP_MS_MAX = 100
/** In a field a person is expected, so a burst must look more like a scanner than elsewhere. */
const FIELD_GAP_MS_MAX = 105
export const FIELD_GAP_MS_MEAN = 90
const FIELD_STROKES_MIN = 4
const FIELD_SHORT_GAP_MS_MAX = 35
/** Shorter remains are a slip of the hand, not half a scan. */
const PARTIAL_STROKES_MIN = 3

export interface RunStroke {
  readonly char: string
  readonly pressedAtMs: number
  readonly inField: boolean
}

/** The run with one more keystroke; `null` starts a new one. */
export function addStroke(run: ScanRun | null, stroke: RunStroke): ScanRun {
  const { char, pressedAtMs, inField } = stroke
  if (run === null) {
    const times = { startedAtMs: pressedAtMs, lastAtMs: pressedAtMs, gapMsMax: 0 }
    return { text: char, strokes: 1, ...times, inField }
  }
  return {
    text: run.text + char,
    strokes: run.strokes + 1,
    startedAtMs: run.startedAtMs,
    lastAtMs: pressedAtMs,
    gapMsMax: Math.max(run.gapMsMax, pressedAtMs - run.lastAtMs),
    inField: run.inField || inField,
  }
}

/** True when a run on the parked zone is a number typed by hand: digits, slower than a scanner.
 *  endAtMs: when the key after the run came, ms. Example: `12` at 120 ms a key. */
export function isTypedNumber(run: ScanRun, endAtMs: number): boolean {
  return /^\d+$/.test(run.text) && (endAtMs - run.startedAtMs) / run.strokes > SCANNER_GAP_MS_MAX
}

/** True when a run that never ended could be a number for the pad. */
export function isPadNumber(run: ScanRun): boolean {
  if (!/^\d+$/.test(run.text)) return false
  return run.text.length <= FAST_DIGITS_MAX || isTypedNumber(run, run.lastAtMs)
}

/** True when a run in a field came from a scanner and not from a person who types there. */
export function isFieldBurst(run: ScanRun, endAtMs: number): boolean {
  const gapMsMax = Math.max(run.gapMsMax, endAtMs - run.lastAtMs)
  if (run.strokes < FIELD_STROKES_MIN) return gapMsMax <= FIELD_SHORT_GAP_MS_MAX
  const meanMs = (endAtMs - run.startedAtMs) / run.strokes
  return gapMsMax <= FIELD_GAP_MS_MAX && meanMs <= FIELD_GAP_MS_MEAN
}

/** True when a run that never ended is the head of a scan and must be answered. */
export function isScanHead(run: ScanRun): boolean {
  return run.strokes >= PARTIAL_STROKES_MIN && run.gapMsMax <= SCANNER_GAP_MS_MAX
}
