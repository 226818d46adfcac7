import { createStore, type StoreApi } from 'zustand/vanilla'
import { joinProfiles } from '@/device/scan/learnScanner.ts'
import { commandIn, type ScanSample } from '@/device/scan/scanSample.ts'
import { readScannerFile, SCANNERS_MAX, writeScannerFile } from '@/device/scan/scannerFile.ts'
import type { ScannerProfile } from '@/device/scan/scannerProfile.ts'
import { isCommandVerb, parseCommandCode } from '@/domain/barcode/commandCode.ts'
import type { Clock } from '@/kernel/clock.ts'
import type { Notice } from '@/kernel/notice.ts'
import { accepted, done, refused } from '@/workflow/workflow.ts'
import type { JobInput } from '../../workflow/job.ts'
import type { Runner, RunnerView } from '../../workflow/runner.ts'
import type { StationPrinters } from '../../print/stationPrinters.ts'
import { type DeviceCard, type DeviceError, deviceCards, type Plugged } from './deviceCards.ts'
import {
  beginSamples,
  type DevicesState,
  type DevicesStep,
  devicesVerbs,
  dropSample,
  type Sampling,
  takeSample,
} from './devicesState.ts'
import { beginMove, moveTo, type QueuePorts, stepTarget, toggleHold } from './printerQueue.ts'

/** What this station knows of scanner and scale, told by whoever hears of them. */
export const createPlugged = (first: Plugged): StoreApi<Plugged> =>
  createStore<Plugged>(() => first)

/** The scanners that were set up on this station. */
export const createScanners = (
  kept: readonly ScannerProfile[],
): StoreApi<readonly ScannerProfile[]> => createStore<readonly ScannerProfile[]>(() => kept)

export interface DevicesPorts extends QueuePorts {
  readonly clock: Clock
  readonly facts: StoreApi<Plugged>
  readonly printers: StationPrinters
  /** Profiles of this station's scanners, and how they are kept and put to use. */
  readonly profiles: StoreApi<readonly ScannerProfile[]>
  /** Hands scans over as they were sent, until told null. */
  sample(take: ((sample: ScanSample) => void) | null): void
  testPrint(printerId: string): Promise<Notice>
  testCamera(): Promise<Notice>
  /** Saves a file; the path, or the code of what went wrong. */
  saveFile(
    name: string,
    text: string,
  ): Promise<{ readonly path: string } | { readonly code: string }>
  /** Shows an answer to something that was no scan. */
  tell(notice: Notice): void
}

/** What the screen draws. */
export interface DevicesView extends RunnerView<DevicesState> {
  readonly cards: readonly DeviceCard[]
  /** The last fault of each device since the page was loaded, by the id of its card. */
  readonly errors: ReadonlyMap<string, DeviceError>
}

/** The Devices screen's work: it writes nothing to the ledger, so it needs no machine of commands. */
export interface DevicesDesk extends Omit<Runner<DevicesState>, 'view'> {
  view(): DevicesView
  /** Makes a card the one that takes the commands. */
  select(no: number): void
  /** Ends learning when another screen is opened. */
  leave(): void
  exportProfiles(): Promise<void>
  importProfiles(text: string): Promise<void>
}

const FILE_NAME = 'scanners.json'
const START: DevicesState = { kind: 'list', selected: 0 }

/** The work behind the Devices screen. */
export function createDevicesDesk(ports: DevicesPorts): DevicesDesk {
  const listeners = new Set<() => void>()
  let held = 0
  let view = look(ports, START, new Map())
  let sent: ScanSample | null = null
  const show = (state: DevicesState) => {
    view = look(ports, state, view.errors)
    if (held === 0) for (const listener of listeners) listener()
  }
  const go = ({ state, notice }: DevicesStep): Notice => {
    const isSampling = state.kind === 'sample'
    if (isSampling !== (view.state.kind === 'sample'))
      ports.sample(isSampling ? (sample) => void (sent = sample) : null)
    show(state)
    return notice
  }
  const desk: Inside = { ports, view: () => view, go }
  ports.facts.subscribe(() => show(view.state))
  ports.printers.subscribe(() => show(view.state))
  ports.profiles.subscribe(() => show(view.state))
  return {
    workflowId: 'devices',
    view: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    resume: async () => undefined,
    async scan(raw) {
      const sample = sent
      sent = null
      return answerScan(desk, raw, sample)
    },
    give: (input) => answerInput(desk, input),
    undo: async () => takeBack(desk),
    hold() {
      held += 1
      return () => {
        held -= 1
        if (held === 0) for (const listener of listeners) listener()
      }
    },
    select: (no) => show(chosen(view.state, no)),
    leave: () => void (view.state.kind === 'list' || go(toList(view.state, accepted('DEV-009')))),
    exportProfiles: () => exportProfiles(ports),
    importProfiles: (text) => importProfiles(ports, text),
  }
}

const chosen = (state: DevicesState, no: number): DevicesState =>
  state.kind === 'target' ? { ...state, to: no } : { kind: 'list', selected: no }

interface Inside {
  readonly ports: DevicesPorts
  view(): DevicesView
  go(step: DevicesStep): Notice
}

function look(
  { facts, printers, profiles, clock }: DevicesPorts,
  state: DevicesState,
  before: DevicesView['errors'],
): DevicesView {
  const known = { ...facts.getState(), printers: printers.getState().printers ?? [] }
  const cards = deviceCards(known, profiles.getState())
  const errors = new Map(before)
  for (const { id, why } of cards) {
    const isKnown = why === null || before.get(id)?.code === why.code
    if (!isKnown) errors.set(id, { ...why, atMs: clock.nowMs() })
  }
  const selected = Math.min(state.selected, cards.length - 1)
  return { state: { ...state, selected }, cards, errors, undoDepth: 0, choice: [], resumed: false }
}

const toList = ({ selected }: DevicesState, notice: Notice): DevicesStep => ({
  state: { kind: 'list', selected },
  notice,
})

/** On the list any code is a test of its scanner. What was just learned is not in use yet: a command comes
 *  with whatever the scanner puts around it. */
function answerScan(
  desk: Inside,
  raw: string,
  sample: ScanSample | null,
): Notice | Promise<Notice> {
  const { state } = desk.view()
  const command = state.kind === 'learned' ? parseCommandCode(commandIn(raw) ?? '') : null
  if (command?.kind === 'command') return answerInput(desk, { kind: 'verb', verb: command.verb })
  if (!isSampled(state)) return accepted('DEV-001', { raw: shownCode(raw) })
  if (sample === null) return refused('DEV-015', { raw: shownCode(raw), expected: '' })
  return desk.go(takeSample(state, sample))
}

/** Scans are samples of a scanner that is learned. */
const isSampled = (state: DevicesState): state is Sampling => 'samples' in state

const shownCode = (raw: string): string => raw.replaceAll('\u001d', '[GS]')

function takeBack({ view, go }: Inside): Notice {
  const { state } = view()
  const step = isSampled(state) ? dropSample(state) : null
  return step === null ? refused('SCAN-004', { verb: 'UNDO' }) : go(step)
}

type Given = Exclude<JobInput, { kind: 'record' }>

async function answerInput(desk: Inside, input: Given): Promise<Notice> {
  const { state, cards } = desk.view()
  if (input.kind === 'multiply') return refused('SCAN-004', { verb: 'X' })
  if (input.kind === 'number') {
    if (isSampled(state)) return refused('DEV-015', { raw: input.text, expected: '' })
    const card = cards[input.qty - 1]
    if (!card) return refused('SCAN-006', { no: input.qty, count: cards.length })
    if (state.kind === 'target') return handOver(desk, { ...state, to: input.qty - 1 })
    desk.go(toList({ ...state, selected: input.qty - 1 }, accepted('DEV-009')))
    return testDevice(desk, card)
  }
  const { verb } = input
  if (!isCommandVerb(verb) || !devicesVerbs(state).includes(verb))
    return refused('SCAN-004', { verb })
  if (verb === 'BACK') return desk.go(toList(state, accepted('DEV-009')))
  if (state.kind === 'list') return answerOnList(desk, verb)
  if (state.kind === 'target')
    return verb === 'OK'
      ? handOver(desk, state)
      : desk.go(stepTarget(cards, state, verb === 'NEXT' ? 1 : -1))
  return state.kind === 'learned' ? keepLearned(desk, state, verb) : takeBack(desk)
}

async function answerOnList(desk: Inside, verb: string): Promise<Notice> {
  const { state, cards } = desk.view()
  const card = cards[state.selected]
  if (!card) return refused('SCAN-004', { verb })
  if (verb === 'OK') return testDevice(desk, card)
  if (verb === 'HOLD') return toggleHold(desk.ports, card)
  if (verb === 'YES' && card.kind === 'printer') {
    const step = beginMove(cards, state.selected)
    return 'state' in step ? desk.go(step) : step
  }
  if (verb === 'YES')
    return card.kind === 'scanner' ? desk.go(beginSamples(state.selected)) : refused('DEV-003')
  const by = verb === 'NEXT' ? 1 : cards.length - 1
  const selected = (state.selected + by) % cards.length
  return desk.go({
    state: { kind: 'list', selected },
    notice: accepted('DEV-029', { no: selected + 1 }),
  })
}

/** Labels go to another printer; a number that is none leaves the question. */
async function handOver(
  desk: Inside,
  state: Extract<DevicesState, { kind: 'target' }>,
): Promise<Notice> {
  const notice = await moveTo(desk.ports, desk.view().cards, state)
  return notice.code === 'PRN-104' ? notice : desk.go(toList(state, notice))
}

async function testDevice({ ports }: Inside, card: DeviceCard): Promise<Notice> {
  switch (card.kind) {
    case 'printer':
      return ports.testPrint(card.id.slice('printer:'.length))
    case 'scanner':
      return accepted('DEV-002')
    case 'scale': {
      const { scale } = card
      if (scale === null) return refused('DEV-028')
      if (scale.reading?.kind !== 'load') return refused('DEV-026')
      return accepted('DEV-027', { weightG: scale.reading.weightG })
    }
    case 'camera':
      return ports.testCamera()
    case 'sound':
      return done('DEV-030')
  }
}

type LearnedState = Extract<DevicesState, { kind: 'learned' }>

/** OK: this scanner takes the place of the one set up before; YES: both are used. */
function keepLearned({ ports, go }: Inside, state: LearnedState, verb: string): Notice {
  if (verb === 'UNDO') {
    const step = dropSample(state)
    return step === null ? refused('SCAN-004', { verb }) : go(step)
  }
  const { profile } = state
  const kept = ports.profiles.getState()
  const before = kept.find(({ deviceId }) => deviceId === profile.deviceId)
  const joined = verb === 'YES' && before ? joinProfiles(before, profile) : profile
  if (joined === null) return refused('DEV-023')
  const others = kept.filter(({ deviceId }) => deviceId !== profile.deviceId)
  ports.profiles.setState([...others, joined].slice(-SCANNERS_MAX), true)
  return go(toList(state, done('DEV-025')))
}

async function exportProfiles({ profiles, saveFile, tell }: DevicesPorts): Promise<void> {
  const kept = profiles.getState()
  if (kept.length === 0) return tell(refused('DEV-032'))
  const saved = await saveFile(FILE_NAME, writeScannerFile(kept))
  tell('path' in saved ? done('DEV-021', { path: saved.path }) : refused(saved.code))
}

async function importProfiles({ profiles, tell }: DevicesPorts, text: string): Promise<void> {
  const read = readScannerFile(text)
  if (read === null) return tell(refused('DEV-033'))
  profiles.setState(read, true)
  tell(done('DEV-022', { count: read.length }))
}
