import { GS, type Keystroke } from './keyChar.ts'

export type ScanSuffix = 'enter' | 'tab' | 'lf'

/** How one scanner sends its codes. Found by the set-up wizard, stored per device. */
export interface ScannerProfile {
  readonly deviceId: string
  /** `F13`: that key comes first. `aim`: an AIM id such as `]C1`. Any other text is sent literally;
   *  empty: no prefix. It is taken off where it is found: two scanners may share one keyboard. */
  readonly prefix: string
  /** Keys that end a scan. Timing alone never does. */
  readonly suffixes: readonly ScanSuffix[]
  /** Characters taken off at the start and at the end, such as the `*` of Code 39. */
  readonly stripStart: string
  readonly stripEnd: string
  /** What it sends for a GS1 separator; empty: Ctrl+] or the separator itself. */
  readonly gsText: string
  /** Longest pause within one scan, ms, 50..400. It only tells partials. */
  readonly gapMsMax: number
  /** The same code again within this many ms is one pull of the trigger. */
  readonly repeatMsMax: number
}

/** The device of all scanners that type: the computer cannot tell one from another. */
export const KEYBOARD_DEVICE = 'keyboard'

export const SCAN_GAP_MS_MIN = 50
export const SCAN_GAP_MS_MAX = 400

/** Without set-up: Enter or Tab or LF ends a scan, nothing is taken off. */
export const DEFAULT_SCANNER_PROFILE: ScannerProfile = {
  deviceId: KEYBOARD_DEVICE,
  prefix: '',
  suffixes: ['enter', 'tab', 'lf'],
  stripStart: '',
  stripEnd: '',
  gsText: '',
  gapMsMax: 150,
  // 300 ms is a double fire and 900 ms is two scans; the rest is room for a busy machine.
  repeatMsMax: 400,
}

const AIM_ID = /^\][A-Za-z][0-9A-Za-z]/

/** The code itself: prefix and strip characters taken off once each, the scanner's own sign for GS made
 *  GS. Example: prefix `~`, strip `*`: `~*ABC*` -> `ABC`. */
export function stripScan(profile: ScannerProfile, text: string): string {
  let code = text
  if (profile.prefix === 'aim') code = code.replace(AIM_ID, '')
  else if (profile.prefix !== 'F13' && profile.prefix !== '' && code.startsWith(profile.prefix))
    code = code.slice(profile.prefix.length)
  if (code.length > 1 && profile.stripStart.includes(code[0] ?? '\0')) code = code.slice(1)
  if (code.length > 1 && profile.stripEnd.includes(code.at(-1) ?? '\0')) code = code.slice(0, -1)
  return profile.gsText === '' ? code : code.replaceAll(profile.gsText, GS)
}

/** What a key says as the end of a scan; null: it ends none. */
export function suffixOf(stroke: Pick<Keystroke, 'code' | 'ctrl'>): ScanSuffix | null {
  if (stroke.ctrl) return stroke.code === 'KeyJ' ? 'lf' : stroke.code === 'KeyM' ? 'enter' : null
  if (stroke.code === 'Enter' || stroke.code === 'NumpadEnter') return 'enter'
  return stroke.code === 'Tab' ? 'tab' : null
}
