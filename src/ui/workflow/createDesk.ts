import type { Notice } from '@/kernel/notice.ts'
import {
  type CommandVerb,
  SCREEN_VERBS,
  type ScreenId,
  isScreenVerb,
} from '@/domain/barcode/commandCode.ts'
import { type ParsedScan, parseScan } from '@/domain/barcode/parseScan.ts'
import type { ScanEvent } from '@/domain/barcode/scanEvent.ts'
import type { ScanFault } from '@/device/scan/scanQueue.ts'
import { accepted, refused } from '@/workflow/workflow.ts'
import type { Runner } from './createRunner.ts'

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
  const { runners, frame } = options
  const listeners = new Set<() => void>()
  let view: DeskView = { screen: options.firstScreen, notice: null, raw: '', answers: 0 }

  const change = (part: Partial<DeskView>) => {
    view = { ...view, ...part }
    for (const listener of listeners) listener()
  }
  const tell = (notice: Notice, raw: string) => change({ notice, raw, answers: view.answers + 1 })
  const runner = () => (view.screen === null ? undefined : runners.get(view.screen))

  async function open(screen: ScreenId | null): Promise<void> {
    await options.keepScreen(screen)
    change({ screen })
  }

  async function verb(given: CommandVerb): Promise<Notice> {
    if (isScreenVerb(given)) {
      await open(SCREEN_VERBS[given])
      return accepted('SCAN-011', { screen: SCREEN_VERBS[given] })
    }
    const framed = frame(given)
    if (framed) return framed
    if (given === 'HOME') {
      await open(null)
      return accepted('SCAN-012')
    }
    const active = runner()
    if (!active) return refused('SCAN-013')
    return given === 'UNDO' ? active.undo() : active.give({ kind: 'verb', verb: given })
  }

  async function code(scan: ParsedScan): Promise<Notice> {
    const active = runner()
    if (!active) return refused('SCAN-013')
    return active.scan(scan.text)
  }

  async function answer(scan: ScanEvent): Promise<Notice> {
    const parsed = parseScan(scan.raw)
    if (scan.source === 'keypad' && scan.raw.length < TYPED_CODE_LENGTH_MIN) {
      const qty = Number(scan.raw)
      return runner()?.give({ kind: 'number', qty, text: scan.raw }) ?? refused('SCAN-013')
    }
    switch (parsed.kind) {
      case 'damagedCommand':
        return refused('SCAN-002', { raw: scan.raw })
      case 'joined':
        return refused('SCAN-007', { first: parsed.parts[0], second: parsed.parts[1] })
      case 'command':
        return verb(parsed.verb)
      case 'multiplier':
        return runner()?.give({ kind: 'multiply', by: parsed.factor }) ?? refused('SCAN-013')
      case 'badge':
        return (await options.signIn(parsed.badge)) ?? code(parsed)
      default:
        return code(parsed)
    }
  }

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    open,
    tell,
    async handle(scan, fault) {
      const notice = fault ? faultNotice(fault, scan.raw) : await answer(scan)
      tell(notice, scan.raw)
      return notice
    },
  }
}

function faultNotice(fault: ScanFault, raw: string): Notice {
  const level = fault === 'repeat' ? 'ignored' : 'refused'
  return { level, code: faultCodes[fault], params: { raw } }
}
