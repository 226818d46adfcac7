import { assert } from '@/kernel/assert.ts'
import { isModifierKey, type Keystroke, keyChar } from './keyChar.ts'
import {
  SCAN_GAP_MS_MAX,
  SCAN_GAP_MS_MIN,
  type ScannerProfile,
  type ScanSuffix,
  stripScan,
  suffixOf,
} from './scannerProfile.ts'
import {
  addStroke,
  isFieldBurst,
  isPadNumber,
  isScanHead,
  isTypedNumber,
  PAD_DIGITS_MAX,
  type ScanRun,
} from './scanRun.ts'

/** What the keystrokes turned out to be. */
export type DecodedEvent =
  /** A complete scan; `restoreField` when it landed in a field, whose old text must come back. */
  | { readonly kind: 'scan'; readonly raw: string; readonly restoreField: boolean }
  /** `partial`: part of a scan is missing. `composed`: an input method took the keys. */
  | {
      readonly kind: 'refused'
      readonly reason: 'partial' | 'composed'
      readonly raw: string
      readonly restoreField: boolean
    }
  /** The same code again at once: one pull of the trigger. */
  | { readonly kind: 'repeat'; readonly raw: string; readonly restoreField: boolean }
  /** The number pad shows these digits now. */
  | { readonly kind: 'pad'; readonly digits: string }
  | { readonly kind: 'padConfirmed'; readonly digits: string }
  /** A run begins in a field: remember its text now, unless the run continues a partial one. */
  | { readonly kind: 'fieldRunStarted'; readonly afterPartial: boolean }
  /** `/` typed alone: a person wants to type a code. */
  | { readonly kind: 'openField' }
  /** A key that is no part of a scan. */
  | { readonly kind: 'key'; readonly code: string }

export interface Decoded {
  /** True when the browser must not act on the key itself. */
  readonly prevent: boolean
  readonly events: readonly DecodedEvent[]
}

export interface ScanDecoder {
  press(stroke: Keystroke): Decoded
  /** Settles what the clock decides; nowMs on the clock of `Event.timeStamp`. */
  tick(nowMs: number): readonly DecodedEvent[]
  /** When `tick` is wanted next, ms from the last call; null: nothing is open. */
  wakeAfterMs(): number | null
  /** Empties the number pad, as after a scan or an undo. */
  clearPad(): void
}

/** A head of a scan waits this long for its tail, and both are refused. */
export const PARTIAL_WAIT_MS = 1_000

/** The head of a broken scan, waiting for its tail. */
interface Partial {
  readonly text: string
  readonly endedAtMs: number
  /** True when it must be answered also when no tail comes. */
  readonly answerAlone: boolean
}

interface State {
  run: ScanRun | null
  /** The run that the clock ended, and the pad before: a late key of a busy page takes it back. */
  settled: { readonly run: ScanRun; readonly pad: string } | null
  partial: Partial | null
  pad: string
  lastScan: { readonly raw: string; readonly endedAtMs: number } | null
  lastSuffixAtMs: number
}

const NOTHING: Decoded = { prevent: false, events: [] }
const SWALLOW: Decoded = { prevent: true, events: [] }

/** Turns keystrokes into scans by the rules for scan input. Pure: the clock is in the keystrokes.
 *  Example: `A` `B` `Enter` at 10 ms a key -> one `scan` event with raw `AB`.
 *  Throws on a profile whose gap is out of its limits. */
export function createScanDecoder(profile: ScannerProfile): ScanDecoder {
  const { gapMsMax } = profile
  assert(gapMsMax >= SCAN_GAP_MS_MIN && gapMsMax <= SCAN_GAP_MS_MAX, `scan gap ${gapMsMax} ms`)
  const state: State = {
    run: null,
    settled: null,
    partial: null,
    pad: '',
    lastScan: null,
    lastSuffixAtMs: Number.NEGATIVE_INFINITY,
  }
  return {
    press: (stroke) => press(profile, state, stroke),
    tick: (nowMs) => tick(profile, state, nowMs),
    wakeAfterMs() {
      if (state.run !== null) return profile.gapMsMax + 1
      return state.partial === null ? null : PARTIAL_WAIT_MS + 1
    },
    clearPad() {
      state.pad = ''
    },
  }
}

function press(profile: ScannerProfile, state: State, stroke: Keystroke): Decoded {
  if (isModifierKey(stroke.code)) return NOTHING
  resumeSettled(profile, state, stroke)
  const before = tick(profile, state, stroke.pressedAtMs)
  const decoded = decodeStroke(profile, state, stroke)
  return before.length === 0 ? decoded : { ...decoded, events: [...before, ...decoded.events] }
}

function decodeStroke(profile: ScannerProfile, state: State, stroke: Keystroke): Decoded {
  const suffix = suffixOf(stroke)
  if (suffix !== null) return onSuffix(profile, state, { stroke, suffix })
  if (profile.prefix === 'F13' && stroke.code === 'F13') {
    state.partial = null
    return SWALLOW
  }
  const char = keyChar(stroke)
  // A key taken by an input method may come without a code; its pace still counts in a field.
  if (char === null && !(stroke.composing && stroke.inField)) return onOtherKey(state, stroke)
  const started = stroke.inField && !(state.run?.inField ?? false)
  const afterPartial = state.partial !== null
  state.run = addStroke(state.run, { ...stroke, char: char ?? '' })
  const events: DecodedEvent[] = started ? [{ kind: 'fieldRunStarted', afterPartial }] : []
  return { prevent: !stroke.inField || stroke.ctrl, events }
}

function onOtherKey(state: State, stroke: Keystroke): Decoded {
  // During a burst Ctrl+letter is a control character of the code, not a shortcut of the browser.
  if (state.run !== null && stroke.ctrl) return SWALLOW
  if (stroke.ctrl) return NOTHING
  if (stroke.code === 'Backspace' && !stroke.inField && state.pad !== '') {
    state.pad = state.pad.slice(0, -1)
    // What a person takes back was no head of a scan.
    if (state.partial?.answerAlone === false) state.partial = null
    return { prevent: true, events: [{ kind: 'pad', digits: state.pad }] }
  }
  return { prevent: false, events: [{ kind: 'key', code: stroke.code }] }
}

function onSuffix(
  profile: ScannerProfile,
  state: State,
  end: { readonly stroke: Keystroke; readonly suffix: ScanSuffix },
): Decoded {
  const { stroke, suffix } = end
  const { run } = state
  if (run === null) return onLoneSuffix(profile, state, end)
  if (!profile.suffixes.includes(suffix)) return SWALLOW
  state.run = null
  if (run.inField && !isFieldBurst(run, stroke.pressedAtMs)) {
    state.partial = null
    // Ctrl+J opens the browser's downloads, also from a field.
    return { prevent: stroke.ctrl, events: [{ kind: 'key', code: stroke.code }] }
  }
  if (!run.inField && suffix === 'enter' && isTypedNumber(run, stroke.pressedAtMs)) {
    addToPad(state, run)
    return confirmPad(state)
  }
  state.lastSuffixAtMs = stroke.pressedAtMs
  return { prevent: true, events: [finishRun(profile, state, run)] }
}

/** Enter on its own is a key for a person; right behind a scan it is the rest of its suffix, and while
 *  the head of a scan waits it is all that is left of the tail. */
function onLoneSuffix(
  profile: ScannerProfile,
  state: State,
  end: { readonly stroke: Keystroke; readonly suffix: ScanSuffix },
): Decoded {
  const { stroke, suffix } = end
  if (stroke.ctrl) return SWALLOW
  if (stroke.pressedAtMs - state.lastSuffixAtMs <= profile.gapMsMax) return SWALLOW
  const { partial } = state
  const isTail = !stroke.inField && profile.suffixes.includes(suffix)
  // Digits on the pad are a number to confirm, unless the head of a scan waits with them.
  if (partial !== null && isTail && (state.pad === '' || partial.answerAlone)) {
    state.partial = null
    state.pad = ''
    state.lastSuffixAtMs = stroke.pressedAtMs
    const { text: raw } = partial
    return {
      prevent: true,
      events: [{ kind: 'refused', reason: 'partial', raw, restoreField: false }],
    }
  }
  if (suffix === 'enter' && !stroke.inField && state.pad !== '') return confirmPad(state)
  return { prevent: false, events: [{ kind: 'key', code: stroke.code }] }
}

function finishRun(profile: ScannerProfile, state: State, run: ScanRun): DecodedEvent {
  const { partial } = state
  const restoreField = run.inField
  state.partial = null
  state.pad = ''
  const raw = stripScan(profile, run.text)
  if (run.composed) return { kind: 'refused', reason: 'composed', raw, restoreField }
  if (partial !== null || raw === '') {
    const text = (partial?.text ?? '') + run.text
    return { kind: 'refused', reason: 'partial', raw: text, restoreField }
  }
  const again = state.lastScan?.raw === raw
  const pauseMs = run.startedAtMs - (state.lastScan?.endedAtMs ?? Number.NEGATIVE_INFINITY)
  state.lastScan = { raw, endedAtMs: run.lastAtMs }
  const kind = again && pauseMs <= profile.repeatMsMax ? 'repeat' : 'scan'
  return { kind, raw, restoreField }
}

function confirmPad(state: State): Decoded {
  const digits = state.pad
  state.pad = ''
  state.partial = null
  const events: DecodedEvent[] = [
    { kind: 'padConfirmed', digits },
    { kind: 'pad', digits: '' },
  ]
  return { prevent: true, events }
}

function addToPad(state: State, run: ScanRun): void {
  state.pad = (state.pad + run.text).slice(0, PAD_DIGITS_MAX)
}

function tick(profile: ScannerProfile, state: State, nowMs: number): readonly DecodedEvent[] {
  const { run, partial } = state
  if (run !== null) return nowMs - run.lastAtMs > profile.gapMsMax ? breakRun(state, run) : []
  if (partial === null || nowMs - partial.endedAtMs <= PARTIAL_WAIT_MS) return []
  state.partial = null
  state.settled = null
  if (!partial.answerAlone) return []
  return [{ kind: 'refused', reason: 'partial', raw: partial.text, restoreField: false }]
}

/** The pause was too long: what came so far was typed, or is the head of a broken scan. */
function breakRun(state: State, run: ScanRun): readonly DecodedEvent[] {
  state.run = null
  state.settled = { run, pad: state.pad }
  if (run.inField) return breakFieldRun(state, run)
  if (run.text === '/') return [{ kind: 'openField' }]
  const number = isPadNumber(run)
  const { partial } = state
  state.partial = {
    text: (partial?.text ?? '') + run.text,
    endedAtMs: run.lastAtMs,
    answerAlone: (partial?.answerAlone ?? false) || (!number && isScanHead(run)),
  }
  if (!number) return []
  addToPad(state, run)
  return [{ kind: 'pad', digits: state.pad }]
}

function breakFieldRun(state: State, run: ScanRun): readonly DecodedEvent[] {
  const burst = run.strokes > 1 && isFieldBurst(run, run.lastAtMs)
  const { text, lastAtMs } = run
  const head = burst && isScanHead(run)
  state.partial = head ? { text, endedAtMs: lastAtMs, answerAlone: false } : null
  // The input method ate the suffix too: the pace alone shows that a scanner was there.
  if (!head || !run.composed) return []
  state.partial = null
  return [{ kind: 'refused', reason: 'composed', raw: run.text, restoreField: true }]
}

function resumeSettled(profile: ScannerProfile, state: State, stroke: Keystroke): void {
  const { settled } = state
  state.settled = null
  if (settled === null || state.run !== null) return
  if (stroke.pressedAtMs - settled.run.lastAtMs > profile.gapMsMax) return
  state.run = settled.run
  state.pad = settled.pad
  state.partial = null
}
