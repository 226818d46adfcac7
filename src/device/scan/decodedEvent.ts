import type { Keystroke } from './keyChar.ts'
import type { KeyRelease } from './imeRun.ts'

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
  /** A key came up; in a field, where an input method may hide that it went down. */
  release(key: KeyRelease): readonly DecodedEvent[]
  /** An input method made something of a key in a field, ms on the clock of `Event.timeStamp`. */
  take(atMs: number): readonly DecodedEvent[]
  /** Settles what the clock decides; nowMs on the clock of `Event.timeStamp`. */
  tick(nowMs: number): readonly DecodedEvent[]
  /** When `tick` is wanted next, ms from the last call; null: nothing is open. */
  wakeAfterMs(): number | null
  /** Empties the number pad, as after a scan or an undo. */
  clearPad(): void
}
