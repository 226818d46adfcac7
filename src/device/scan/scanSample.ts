import { parseCommandCode } from '@/domain/barcode/commandCode.ts'
import type { ScanSource } from '@/domain/barcode/scanEvent.ts'
import { isModifierKey, type Keystroke, keyChar } from './keyChar.ts'
import { KEYBOARD_DEVICE, type ScanSuffix, suffixOf } from './scannerProfile.ts'

/** One key of a sample; `alt` as some scanners type characters by number. */
export type SampleStroke = Pick<Keystroke, 'code' | 'shift' | 'ctrl' | 'pressedAtMs'> & {
  readonly alt: boolean
}

/** One code as a scanner sent it, nothing taken off. */
export interface ScanSample {
  readonly deviceId: string
  readonly source: Extract<ScanSource, 'wedge' | 'serial' | 'hid'>
  /** All characters before the suffix, with those of a prefix. */
  readonly text: string
  /** True when the key F13 came first. */
  readonly f13: boolean
  /** What ended it; null: nothing did. `framed`: the line itself tells where a scan ends. */
  readonly suffix: ScanSuffix | 'framed' | null
  readonly gapMsMax: number
  /** Keys that stand for no character, by `event.code`. */
  readonly oddKeys: readonly string[]
  readonly alt: boolean
  /** True when more came after the suffix: the trigger was pulled twice. */
  readonly twice: boolean
}

/** The sample that these keys are. Never throws. */
export function readSample(strokes: readonly SampleStroke[]): ScanSample {
  const keys = strokes.filter(({ code }) => !isModifierKey(code))
  const end = keys.findIndex((key) => suffixOf(key) !== null)
  const body = end < 0 ? keys : keys.slice(0, end)
  const rest = end < 0 ? [] : keys.slice(end)
  const [ending] = rest
  const f13 = body[0]?.code === 'F13'
  const typed = f13 ? body.slice(1) : body
  const gaps = keys.map((key, i) => key.pressedAtMs - (keys[i - 1] ?? key).pressedAtMs)
  return {
    deviceId: KEYBOARD_DEVICE,
    source: 'wedge',
    text: typed.map((key) => (key.alt ? '' : (keyChar(key) ?? ''))).join(''),
    f13,
    suffix: ending ? suffixOf(ending) : null,
    gapMsMax: Math.max(0, ...gaps),
    oddKeys: typed.filter((key) => !key.alt && keyChar(key) === null).map(({ code }) => code),
    alt: keys.some(({ alt }) => alt),
    twice: rest.some((key) => suffixOf(key) === null),
  }
}

/** The sample of a scanner on a line of its own. */
export function lineSample(from: Pick<ScanSample, 'deviceId' | 'source' | 'text'>): ScanSample {
  return {
    ...from,
    f13: false,
    suffix: 'framed',
    gapMsMax: 0,
    oddKeys: [],
    alt: false,
    twice: false,
  }
}

/** The command code in a sample, whatever the scanner puts around it; null: there is none. */
export function commandIn(text: string): string | null {
  const found = /ZQ[0-9A-Z]{3,}/.exec(text)?.[0] ?? ''
  return parseCommandCode(found)?.kind === 'command' ? found : null
}
