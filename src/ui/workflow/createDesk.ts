import { createStore } from 'zustand/vanilla'
import type { Notice } from '@/kernel/notice.ts'
import {
  type CommandVerb,
  SCREEN_VERBS,
  type ScreenId,
  isScreenVerb,
  numberOfVerb,
} from '@/domain/barcode/commandCode.ts'
import { parseScan } from '@/domain/barcode/parseScan.ts'
import type { ScanEvent } from '@/domain/barcode/scanEvent.ts'
import type { ScanFault } from '@/device/scan/scanQueue.ts'
import { accepted, refused } from '@/workflow/workflow.ts'
import type { Runner } from './runner.ts'

/** What the frame of the page does with its own commands (language, theme, help …); null = the
 *  command is not one of the frame's. */
export type FrameVerbs = (verb: CommandVerb) => Notice | null

/** What a person sees of the last scan, whatever screen it was for. */
export interface DeskView {
  readonly screen: ScreenId | null
  readonly notice: Notice | null
  /** Raw text of the scan that was answered last. */
  readonly raw: string
  /** Answers since the page was loaded: exactly one for each scan. */
  readonly answers: number
}

export interface Desk {
  view(): DeskView
  subscribe(listener: () => void): () => void
  open(screen: ScreenId | null): Promise<void>
  /** Answers one scan; resolves when the answer is durable. Callers give one at a time, in order. */
  handle(scan: ScanEvent, fault: ScanFault | null): Promise<Notice>
  /** Shows an answer that no screen gave: an overflow, a failed consumer. */
  tell(notice: Notice, raw: string): void
}

export interface DeskOptions {
  readonly runners: ReadonlyMap<ScreenId, Runner>
  readonly frame: FrameVerbs
  /** Puts an operator's badge to work; null = nobody's badge. */
  readonly signIn: (badge: string) => Promise<Notice | null>
  /** Keeps the open screen, so that a restart shows it again. */
  readonly keepScreen: (screen: ScreenId | null) => Promise<void>
  readonly firstScreen: ScreenId | null
  /** Screens of the menu in its order: there a typed number opens one. */
  readonly menu: readonly ScreenId[]
}

/** Digits typed by hand that are at least this long are a code, not a quantity. */
const TYPED_CODE_LENGTH_MIN = 8

const faultCodes: Readonly<Record<ScanFault, string>> = {
  partial: 'SCAN-008',
  composed: 'SCAN-009',
  repeat: 'SCAN-010',
}

/** The place where every scan of the station comes to: commands of the frame, undo and the change of
 *  screen are handled here, all else by the open screen's job. */
export function createDesk(options: DeskOptions): Desk {
  const first: DeskView = { screen: options.firstScreen, notice: null, raw: '', answers: 0 }
  const { getState: view, setState: change, subscribe } = createStore<DeskView>(() => first)
  const tell = (notice: Notice, raw: string) => change({ notice, raw, answers: view().answers + 1 })
  const open = async (screen: ScreenId | null) => {
    await options.keepScreen(screen)
    change({ screen })
  }
  const inside: Inside = {
    options,
    open,
    screen: () => view().screen,
    runner() {
      const { screen } = view()
      return screen === null ? undefined : options.runners.get(screen)
    },
  }
  return {
    view,
    subscribe,
    open,
    tell,
    async handle(scan, fault) {
      const release = inside.runner()?.hold()
      try {
        const notice = fault ? faultNotice(fault, scan.raw) : await answerScan(inside, scan)
        tell(notice, scan.raw)
        return notice
      } finally {
        release?.()
      }
    },
  }
}

/** What the answers need of the desk. */
interface Inside {
  readonly options: DeskOptions
  open(screen: ScreenId | null): Promise<void>
  screen(): ScreenId | null
  runner(): Runner | undefined
}

async function answerScan(desk: Inside, scan: ScanEvent): Promise<Notice> {
  const parsed = parseScan(scan.raw)
  const runner = desk.runner()
  if (scan.source === 'keypad' && scan.raw.length < TYPED_CODE_LENGTH_MIN)
    return answerNumber(desk, scan.raw)
  switch (parsed.kind) {
    case 'damagedCommand':
      return refused('SCAN-002', { raw: scan.raw })
    case 'joined':
      return refused('SCAN-007', { first: parsed.parts[0], second: parsed.parts[1] })
    case 'command':
      return answerVerb(desk, parsed.verb)
    case 'multiplier':
      return give(runner, { kind: 'multiply', by: parsed.factor })
    case 'badge':
      return (await desk.options.signIn(parsed.badge)) ?? scanCode(runner, parsed.text)
    default:
      return scanCode(runner, parsed.text)
  }
}

/** On the menu a number opens a screen; on a screen it is the job's. */
async function answerNumber(desk: Inside, text: string): Promise<Notice> {
  const screen = desk.screen() === null ? desk.options.menu[Number(text) - 1] : undefined
  if (screen === undefined) return give(desk.runner(), { kind: 'number', qty: Number(text), text })
  await desk.open(screen)
  return accepted('SCAN-011', { screen })
}

type Given = Parameters<Runner['give']>[0]

async function give(runner: Runner | undefined, input: Given): Promise<Notice> {
  return runner ? runner.give(input) : refused('SCAN-013')
}

async function scanCode(runner: Runner | undefined, text: string): Promise<Notice> {
  return runner ? runner.scan(text) : refused('SCAN-013')
}

async function answerVerb(desk: Inside, verb: CommandVerb): Promise<Notice> {
  const no = numberOfVerb(verb)
  if (no !== null) return answerNumber(desk, String(no))
  if (isScreenVerb(verb)) {
    await desk.open(SCREEN_VERBS[verb])
    return accepted('SCAN-011', { screen: SCREEN_VERBS[verb] })
  }
  const framed = desk.options.frame(verb)
  if (framed) return framed
  if (verb === 'HOME') {
    await desk.open(null)
    return accepted('SCAN-012')
  }
  const runner = desk.runner()
  if (verb === 'UNDO' && runner) return runner.undo()
  return give(runner, { kind: 'verb', verb })
}

function faultNotice(fault: ScanFault, raw: string): Notice {
  const level = fault === 'repeat' ? 'ignored' : 'refused'
  return { level, code: faultCodes[fault], params: { raw } }
}
