import { commandCodeOf } from '@/domain/barcode/commandCode.ts'
import type { ScanEvent, ScanSource } from '@/domain/barcode/scanEvent.ts'
import type { Clock } from '@/kernel/clock.ts'
import type { Timers } from '@/kernel/timers.ts'
import { createFocusPark } from './focusPark.ts'
import { type KeySink, listenToKeys } from './keySource.ts'
import { createScanQueue, type ScanConsumer, type ScanFault, type ScanInput } from './scanQueue.ts'
import { commandIn, lineSample, readSample, type ScanSample } from './scanSample.ts'
import {
  DEFAULT_SCANNER_PROFILE,
  KEYBOARD_DEVICE,
  type ScannerProfile,
  stripScan,
} from './scannerProfile.ts'

/** What a screen shows of the router; a new object after each change. */
export interface ScanRouterState {
  /** Digits typed on the parked zone, not yet confirmed. */
  readonly pad: string
  /** True while a field is open: scans still arrive, but a person may be typing. */
  readonly paused: boolean
  /** Scans not answered yet. */
  readonly waiting: number
}

/** What a host, a camera or a tapped code hands in; `seq` is given here, `atMs` when missing. */
export type PushedScan = Pick<ScanEvent, 'raw' | 'source' | 'deviceId'> & { readonly atMs?: number }

export interface ScanRouter {
  /** Who works on the scans; null lets them wait. */
  setConsumer(consumer: ScanConsumer | null): void
  push(scan: PushedScan): void
  /** Reads the scans of each device by its profile from now on; others as without set-up. */
  use(profiles: readonly ScannerProfile[]): void
  /** Hands each code over as its scanner sent it, before it is queued as a scan; null ends it. Command
   *  codes and command keys go their usual way. */
  sample(take: ((sample: ScanSample) => void) | null): void
  /** Gives the focus back to the scan zone. */
  park(): void
  getState(): ScanRouterState
  /** Calls back after each change of the state; returns the function that ends it. */
  subscribe(listener: () => void): () => void
  dispose(): void
}

export interface ScanRouterOptions {
  readonly clock: Clock
  readonly timers: Timers
  /** How the scanners of this station send; left out: none was set up. */
  readonly profiles?: readonly ScannerProfile[]
  /** The queue is full: the scan is refused at once. */
  readonly onOverflow: (scan: ScanEvent) => void
  /** A person typed `/`: open a field for a code typed by hand. */
  readonly onOpenField: () => void
  /** A consumer failed on a scan; it must still be answered. */
  readonly onFailed: (error: unknown, input: ScanInput) => void
}

const KEYBOARD = { deviceId: KEYBOARD_DEVICE } as const

/** These sources are triggers that can fire twice; a command line and a tap say what they mean. */
const TRIGGERS: readonly ScanSource[] = ['serial', 'hid', 'camera']

/** The one place where scans enter the page: a window-level capture listener for keys, and `push`
 *  for everything else. Scans are queued and handed to the consumer one by one, in order. */
export function createScanRouter(window: Window, options: ScanRouterOptions): ScanRouter {
  const { clock, timers } = options
  let profiles = options.profiles ?? []
  const profile = profileOf(profiles, KEYBOARD_DEVICE)
  const store = createState()
  const queue = createScanQueue({
    changed: () => store.change({ waiting: queue.waiting() }),
    failed: options.onFailed,
  })
  let seq = 0
  const enqueue = (pushed: PushedScan, fault: ScanFault | null) => {
    seq += 1
    const { raw, source, deviceId } = pushed
    const scan = { raw, source, deviceId, seq, atMs: pushed.atMs ?? clock.nowMs() }
    if (!queue.add({ scan, fault })) options.onOverflow(scan)
  }
  const sink: KeySink = {
    scan: (raw, fault) => enqueue({ ...KEYBOARD, raw, source: 'wedge' }, fault),
    command: (verb) => enqueue({ ...KEYBOARD, raw: commandCodeOf(verb), source: 'key' }, null),
    padConfirmed: (digits) => enqueue({ ...KEYBOARD, raw: digits, source: 'keypad' }, null),
    pad: (pad) => store.change({ pad }),
    openField: options.onOpenField,
  }
  const focus = createFocusPark(window, timers, (paused) => store.change({ paused }))
  const keys = listenToKeys(window, { profile, clock, timers, focus, sink })
  const isRepeat = createRepeatGuard(DEFAULT_SCANNER_PROFILE.repeatMsMax)
  let take: ((sample: ScanSample) => void) | null = null
  const onSample = (sample: ScanSample) => {
    const command = commandIn(sample.text)
    if (command === null) take?.(sample)
    enqueue({ ...sample, raw: command ?? sample.text }, null)
  }
  return {
    setConsumer: queue.setConsumer,
    push(pushed) {
      const { source, raw: text } = pushed
      if (take !== null && (source === 'serial' || source === 'hid'))
        return onSample(lineSample({ deviceId: pushed.deviceId, source, text }))
      const raw = stripPushed(profiles, pushed)
      const scan = { ...pushed, raw, atMs: pushed.atMs ?? clock.nowMs() }
      enqueue(scan, isRepeat(scan) ? 'repeat' : null)
    },
    use(next) {
      profiles = next
      keys.use(profileOf(profiles, KEYBOARD_DEVICE))
    },
    sample(next) {
      take = next
      keys.sample(next && ((strokes) => onSample(readSample(strokes))))
    },
    park: focus.park,
    getState: store.get,
    subscribe: store.subscribe,
    dispose() {
      keys.stop()
      focus.dispose()
      store.clear()
    },
  }
}

const profileOf = (profiles: readonly ScannerProfile[], deviceId: string): ScannerProfile =>
  profiles.find((each) => each.deviceId === deviceId) ?? { ...DEFAULT_SCANNER_PROFILE, deviceId }

/** Scanners on a line of their own may send a prefix too; a tap or a command line says what it means. */
const stripPushed = (profiles: readonly ScannerProfile[], { raw, source, deviceId }: PushedScan) =>
  TRIGGERS.includes(source) ? stripScan(profileOf(profiles, deviceId), raw) : raw

/** Tells a trigger that fired twice, per device. */
function createRepeatGuard(repeatMsMax: number) {
  const last = new Map<string, { readonly raw: string; readonly atMs: number }>()
  return ({ deviceId, raw, atMs, source }: PushedScan & { readonly atMs: number }): boolean => {
    if (!TRIGGERS.includes(source)) return false
    const before = last.get(deviceId)
    last.set(deviceId, { raw, atMs })
    return before?.raw === raw && atMs - before.atMs <= repeatMsMax
  }
}

function createState() {
  const listeners = new Set<() => void>()
  let state: ScanRouterState = { pad: '', paused: false, waiting: 0 }
  return {
    get: () => state,
    change(part: Partial<ScanRouterState>) {
      const next = { ...state, ...part }
      const same = next.pad === state.pad && next.paused === state.paused
      if (same && next.waiting === state.waiting) return
      state = next
      for (const listener of listeners) listener()
    },
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    clear: () => listeners.clear(),
  }
}
