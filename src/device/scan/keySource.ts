import { COMMAND_KEYS, type CommandVerb } from '@/domain/barcode/commandCode.ts'
import type { Clock } from '@/kernel/clock.ts'
import type { CancelTimer, Timers } from '@/kernel/timers.ts'
import { createFieldMemory, type FieldMemory, findFocusedField } from './fieldMemory.ts'
import type { FocusPark } from './focusPark.ts'
import { createSampleKeys, type SampleKeys } from './sampleKeys.ts'
import type { DecodedEvent, ScanDecoder } from './decodedEvent.ts'
import { createScanDecoder } from './scanDecoder.ts'
import type { ScanFault } from './scanQueue.ts'
import type { SampleStroke } from './scanSample.ts'
import type { ScannerProfile } from './scannerProfile.ts'

/** What the keyboard had to say. */
export interface KeySink {
  scan(raw: string, fault: ScanFault | null): void
  command(verb: CommandVerb): void
  pad(digits: string): void
  padConfirmed(digits: string): void
  openField(): void
}

export interface KeySourceOptions {
  readonly profile: ScannerProfile
  readonly clock: Clock
  readonly timers: Timers
  readonly focus: FocusPark
  readonly sink: KeySink
}

/** The listening, once it began. */
export interface KeyListening {
  /** Reads scans by another profile from the next key on. */
  use(profile: ScannerProfile): void
  /** Hands bursts over as they were typed, to learn a scanner from; null ends it. */
  sample(take: ((strokes: readonly SampleStroke[]) => void) | null): void
  stop(): void
}

interface KeySource extends KeySourceOptions {
  readonly document: Document
  decoder: ScanDecoder
  samples: SampleKeys | null
  readonly memory: FieldMemory
  lastStrokeAtMs: number
  cancelTick: CancelTimer
}

/** A key event and its composition event are one keystroke. */
const SAME_STROKE_MS = 4
/** keyCode of a key that an input method took. */
const KEY_CODE_IME = 229

/** Listens to every key of the window before anyone else does. */
export function listenToKeys(window: Window, options: KeySourceOptions): KeyListening {
  const source: KeySource = {
    ...options,
    document: window.document,
    decoder: createScanDecoder(options.profile),
    samples: null,
    memory: createFieldMemory(),
    lastStrokeAtMs: Number.NEGATIVE_INFINITY,
    cancelTick: () => {},
  }
  const stop = new AbortController()
  const capture = { capture: true, signal: stop.signal }
  window.addEventListener('keydown', (event) => onKeydown(source, event), capture)
  window.addEventListener('keyup', (event) => onKeyup(source, event), capture)
  window.addEventListener('compositionupdate', (event) => onComposition(source, event), capture)
  return {
    use(profile) {
      source.decoder = createScanDecoder(profile)
    },
    sample(take) {
      source.samples?.end()
      source.samples = take && createSampleKeys(options.timers, take)
    },
    stop() {
      source.samples?.end()
      source.cancelTick()
      stop.abort()
    },
  }
}

function onKeydown(source: KeySource, event: KeyboardEvent): void {
  if (source.samples?.press(event)) {
    event.preventDefault()
    return event.stopPropagation()
  }
  if (event.altKey || event.metaKey) return
  // A key held down is one command, not many.
  if (event.repeat && isCommandKey(source.document, event.code)) return event.preventDefault()
  if (isSpaceForControl(source, event)) return
  source.lastStrokeAtMs = event.timeStamp
  const decoded = source.decoder.press({
    code: codeOf(event),
    shift: event.shiftKey,
    ctrl: event.ctrlKey,
    pressedAtMs: event.timeStamp,
    inField: findFocusedField(source.document) !== null,
    composing: event.isComposing || event.keyCode === KEY_CODE_IME || event.key === 'Process',
  })
  const command = settle(source, decoded.events)
  // Before the key reaches it: the focus may have moved since the run began.
  if (source.decoder.wakeAfterMs() !== null)
    source.memory.include(findFocusedField(source.document))
  if (!decoded.prevent && !command) return
  event.preventDefault()
  event.stopPropagation()
}

/** Some systems show no key at all while an input method composes. */
function onComposition(source: KeySource, event: CompositionEvent): void {
  if (event.timeStamp - source.lastStrokeAtMs <= SAME_STROKE_MS) return
  source.lastStrokeAtMs = event.timeStamp
  settle(source, source.decoder.take(event.timeStamp))
}

function onKeyup(source: KeySource, event: KeyboardEvent): void {
  if (findFocusedField(source.document) === null) return
  settle(source, source.decoder.release({ code: codeOf(event), atMs: event.timeStamp }))
}

/** Keys without a place, as of a remote desktop or a program that types: those that end a scan are the
 *  same under every layout, so their names will do. */
const codeOf = ({ code, key }: KeyboardEvent): string =>
  code === '' && (key === 'Enter' || key === 'Tab') ? key : code

/** Hands the events on and sets the next tick. True when a key was a command. */
function settle(source: KeySource, events: readonly DecodedEvent[]): boolean {
  let command = false
  for (const event of events) {
    if (event.kind === 'key') command = handleKey(source, event.code) || command
    else handle(source, event)
  }
  source.cancelTick()
  const { decoder, timers, clock } = source
  const wakeMs = decoder.wakeAfterMs()
  if (wakeMs !== null)
    source.cancelTick = timers.after(wakeMs, () => settle(source, decoder.tick(clock.monoMs())))
  return command
}

function handle(source: KeySource, event: Exclude<DecodedEvent, { kind: 'key' }>): void {
  const { sink } = source
  switch (event.kind) {
    case 'pad':
      return sink.pad(event.digits)
    case 'padConfirmed':
      return sink.padConfirmed(event.digits)
    case 'openField':
      return sink.openField()
    case 'fieldRunStarted':
      if (!event.afterPartial) source.memory.remember(findFocusedField(source.document))
      return
    case 'scan':
    case 'repeat':
    case 'refused':
      if (event.restoreField) restoreField(source)
      sink.pad('')
      return sink.scan(event.raw, faultOf(event))
  }
}

function faultOf(event: Extract<DecodedEvent, { restoreField: boolean }>): ScanFault | null {
  if (event.kind === 'scan') return null
  return event.kind === 'repeat' ? 'repeat' : event.reason
}

function restoreField({ focus, memory, timers }: KeySource): void {
  focus.park()
  memory.restore()
  // An input method hands its text over only after the field has lost the focus.
  timers.after(0, memory.restore)
}

/** True when the key was a command and the browser must not act on it. */
function handleKey(source: KeySource, code: string): boolean {
  const { document, focus, timers, sink } = source
  const inField = findFocusedField(document) !== null
  if (inField) focus.touch()
  if (code === 'Enter' || code === 'NumpadEnter' || code === 'Escape') {
    // The field's own handler runs first, then the focus goes home.
    if (inField) timers.after(0, focus.park)
    if (inField || (code !== 'Escape' && isOwnControl(document.activeElement))) return false
  }
  const verb = isCommandKey(document, code) ? COMMAND_KEYS[code] : undefined
  if (verb === undefined) return false
  if (inField) focus.park()
  sink.command(verb)
  return true
}

/** Keys that write or scroll where the focus is on something to write in or to scroll. */
const EDITING_KEYS: ReadonlySet<string> = new Set([
  'Home',
  'End',
  'PageDown',
  'PageUp',
  'Insert',
  'Delete',
])

function isCommandKey(document: Document, code: string): boolean {
  if (!Object.hasOwn(COMMAND_KEYS, code)) return false
  if (!EDITING_KEYS.has(code)) return true
  const { activeElement } = document
  if (findFocusedField(document) !== null || isOwnControl(activeElement)) return false
  return activeElement?.closest('[tabindex="0"]') == null
}

/** Space presses the button that has the focus, unless it is a part of a scan. */
function isSpaceForControl({ decoder, document }: KeySource, event: KeyboardEvent): boolean {
  if (event.code !== 'Space' || decoder.wakeAfterMs() !== null) return false
  return isOwnControl(document.activeElement)
}

/** True for elements on which Enter and Space mean something of their own. */
function isOwnControl(element: Element | null): boolean {
  return element?.closest('button,a[href],select,summary,input,[role=button],[role=tab]') != null
}
