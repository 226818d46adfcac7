/** Where a text came from. `key` is a command key (F2 = UNDO), `keypad` a number confirmed on the
 *  number pad, `typed` a text a person entered in an opened field, `screen` a code tapped on screen,
 *  `scale` a load that was waited for and stands still; the others are scanners. */
export type ScanSource =
  | 'wedge'
  | 'hid'
  | 'serial'
  | 'camera'
  | 'cli'
  | 'key'
  | 'keypad'
  | 'typed'
  | 'screen'
  | 'scale'

/** One complete scan. `raw` is all printable ASCII (and GS) the scanner sent, without prefix and
 *  suffix; `seq` counts within the page; `atMs` is wall time in ms UTC. */
export interface ScanEvent {
  readonly raw: string
  readonly source: ScanSource
  readonly deviceId: string
  readonly seq: number
  readonly atMs: number
}
