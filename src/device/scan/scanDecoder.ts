import { assert } from '@/kernel/assert.ts'
import type { Decoded, DecodedEvent, ScanDecoder } from './decodedEvent.ts'
import { createDecoderState, type DecoderState } from './decoderState.ts'
import {
  addRelease,
  addTake,
  IME_WAIT_MS,
  isImeScan,
  isNewSeries,
  type KeyRelease,
} from './imeRun.ts'
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

/** A head of a scan waits this long for its tail, and both are refused. */
export const PARTIAL_WAIT_MS = 1_000

const NOTHING: Decoded = { prevent: false, events: [] }
const SWALLOW: Decoded = { prevent: true, events: [] }

/** Turns keystrokes into scans by the rules for scan input. Pure: the clock is in the keystrokes.
 *  Example: `A` `B` `Enter` at 10 ms a key -> one `scan` event with raw `AB`.
 *  Throws on a profile whose gap is out of its limits. */
export function createScanDecoder(profile: ScannerProfile): ScanDecoder {
  const { gapMsMax } = profile
  assert(gapMsMax >= SCAN_GAP_MS_MIN && gapMsMax <= SCAN_GAP_MS_MAX, `scan gap ${gapMsMax} ms`)
  const state = createDecoderState()
  return {
    press: (stroke) => press(profile, state, stroke),
    release: (key) => release(profile, state, key),
    take: (atMs) => take(profile, state, atMs),
    tick: (nowMs) => tick(profile, state, nowMs),
    wakeAfterMs() {
      if (state.run !== null) return profile.gapMsMax + 1
      if (state.ime !== null) return IME_WAIT_MS + 1
      return state.partial === null ? null : PARTIAL_WAIT_MS + 1
    },
    clearPad() {
      state.pad = ''
    },
  }
}

function press(profile: ScannerProfile, state: DecoderState, stroke: Keystroke): Decoded {
  if (isModifierKey(stroke.code)) return NOTHING
  resumeSettled(profile, state, stroke)
  const before = tick(profile, state, stroke.pressedAtMs)
  const decoded = decodeStroke(profile, state, stroke)
  return before.length === 0 ? decoded : { ...decoded, events: [...before, ...decoded.events] }
}

function decodeStroke(profile: ScannerProfile, state: DecoderState, stroke: Keystroke): Decoded {
  const suffix = suffixOf(stroke)
  if (isTail(state, stroke)) {
    // The next scan begins later than the slowest scanner's next key.
    state.takenAtMs = suffix === null ? stroke.pressedAtMs : Number.NEGATIVE_INFINITY
    if (suffix !== null) state.lastSuffixAtMs = stroke.pressedAtMs
    return SWALLOW
  }
  // Such a key may come late, under the code of another key (also that of Enter), or not at all.
  if (stroke.composing && stroke.inField)
    return { prevent: false, events: take(profile, state, stroke.pressedAtMs) }
  if (suffix !== null) return onSuffix(profile, state, { stroke, suffix })
  if (profile.prefix === 'F13' && stroke.code === 'F13') {
    state.partial = null
    return SWALLOW
  }
  const char = keyChar(stroke)
  if (char === null) return onOtherKey(state, stroke)
  const started = stroke.inField && !(state.run?.inField ?? false) && state.ime === null
  const afterPartial = state.partial !== null
  state.run = addStroke(state.run, { ...stroke, char })
  const events: DecodedEvent[] = started ? [{ kind: 'fieldRunStarted', afterPartial }] : []
  return { prevent: !stroke.inField || stroke.ctrl, events }
}

function onOtherKey(state: DecoderState, stroke: Keystroke): Decoded {
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
  state: DecoderState,
  end: { readonly stroke: Keystroke; readonly suffix: ScanSuffix },
): Decoded {
  const { stroke, suffix } = end
  const { run, ime } = state
  state.ime = null
  const isBurst = run !== null && isFieldBurst(run, stroke.pressedAtMs)
  const isTaken = ime !== null && isImeScan(ime, stroke.pressedAtMs, profile.gapMsMax)
  // Right behind what it took a burst is a tail, too.
  if (stroke.inField && (isTaken || (isBurst && ime?.takes != null))) {
    state.lastSuffixAtMs = stroke.pressedAtMs
    return { prevent: true, events: [refuseTaken(state)] }
  }
  if (run === null) return onLoneSuffix(profile, state, end)
  if (!profile.suffixes.includes(suffix)) return SWALLOW
  state.run = null
  if (run.inField && !isBurst) {
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
  state: DecoderState,
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

function finishRun(profile: ScannerProfile, state: DecoderState, run: ScanRun): DecodedEvent {
  const { partial } = state
  const restoreField = run.inField
  state.partial = null
  state.pad = ''
  const raw = stripScan(profile, run.text)
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

function confirmPad(state: DecoderState): Decoded {
  const digits = state.pad
  state.pad = ''
  state.partial = null
  const events: DecodedEvent[] = [
    { kind: 'padConfirmed', digits },
    { kind: 'pad', digits: '' },
  ]
  return { prevent: true, events }
}

function addToPad(state: DecoderState, run: ScanRun): void {
  state.pad = (state.pad + run.text).slice(0, PAD_DIGITS_MAX)
}

function tick(
  profile: ScannerProfile,
  state: DecoderState,
  nowMs: number,
): readonly DecodedEvent[] {
  const { run, ime, partial } = state
  if (run !== null) return nowMs - run.lastAtMs > profile.gapMsMax ? breakRun(state, run) : []
  if (ime !== null && nowMs - ime.lastAtMs > IME_WAIT_MS) {
    state.ime = null
    // It ate the suffix too: the pace alone shows that a scanner was there.
    if (isImeScan(ime, ime.lastAtMs, profile.gapMsMax)) return [refuseTaken(state, ime.lastAtMs)]
  }
  if (partial === null || nowMs - partial.endedAtMs <= PARTIAL_WAIT_MS) return []
  state.partial = null
  state.settled = null
  if (!partial.answerAlone) return []
  return [{ kind: 'refused', reason: 'partial', raw: partial.text, restoreField: false }]
}

/** The pause was too long: what came so far was typed, or is the head of a broken scan. */
function breakRun(state: DecoderState, run: ScanRun): readonly DecodedEvent[] {
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

function breakFieldRun(state: DecoderState, run: ScanRun): readonly DecodedEvent[] {
  const burst = run.strokes > 1 && isFieldBurst(run, run.lastAtMs)
  const { text, lastAtMs } = run
  const head = burst && isScanHead(run)
  state.partial = head ? { text, endedAtMs: lastAtMs, answerAlone: false } : null
  return []
}

function release(
  profile: ScannerProfile,
  state: DecoderState,
  key: KeyRelease,
): readonly DecodedEvent[] {
  if (isModifierKey(key.code)) return []
  const { ime } = state
  // The key that opened the field comes up in it.
  if (ime === null && state.run === null) return []
  if (suffixOf({ code: key.code, ctrl: false }) === null) {
    state.ime = addRelease(ime, key.atMs, profile.gapMsMax)
    const afterPartial = state.partial !== null || state.ime.headAtMs === ime?.releases?.lastAtMs
    return isNewSeries(ime, state.ime) ? [{ kind: 'fieldRunStarted', afterPartial }] : []
  }
  // Nobody saw it go down: the input method took it as the end of what it was composing.
  state.ime = null
  if (ime === null || !isImeScan(ime, key.atMs, profile.gapMsMax)) return []
  state.lastSuffixAtMs = key.atMs
  return [refuseTaken(state)]
}

function take(profile: ScannerProfile, state: DecoderState, atMs: number): readonly DecodedEvent[] {
  const started = state.ime === null && state.run === null
  const afterPartial = state.partial !== null
  state.ime = addTake(state.ime, atMs, profile.gapMsMax)
  return started ? [{ kind: 'fieldRunStarted', afterPartial }] : []
}

/** What is left of its keys is no code. `tailAfterMs`: its end was not seen. */
function refuseTaken(state: DecoderState, tailAfterMs = Number.NEGATIVE_INFINITY): DecodedEvent {
  state.run = null
  state.settled = null
  state.partial = null
  state.pad = ''
  state.takenAtMs = tailAfterMs
  return { kind: 'refused', reason: 'composed', raw: '', restoreField: true }
}

const isTail = ({ takenAtMs }: DecoderState, { pressedAtMs }: Keystroke): boolean =>
  pressedAtMs - takenAtMs <= SCAN_GAP_MS_MAX

function resumeSettled(profile: ScannerProfile, state: DecoderState, stroke: Keystroke): void {
  const { settled } = state
  state.settled = null
  if (settled === null || state.run !== null) return
  if (stroke.pressedAtMs - settled.run.lastAtMs > profile.gapMsMax) return
  state.run = settled.run
  state.pad = settled.pad
  state.partial = null
}
