/** Keys closer than this are a scanner's, ms: fast typists need 60, a Zebra scanner about 80 between
 *  some keys, so only the fast part of a scan is covered here; the page covers the rest. */
const BURST_GAP_MS = 50

/** The part of Electron's input event that is looked at. */
export interface KeyInput {
  readonly type: string
  readonly code: string
  readonly control: boolean
}

/** Says which keys of a scanner must not act as shortcuts: Ctrl with a letter inside a burst. Ctrl+J
 *  passes, it is the line feed that ends a scan, and the page stops its default itself; so does
 *  Ctrl+], the group separator of GS1 codes. */
export function createBurstGuard(monoMs: () => number): (input: KeyInput) => boolean {
  let lastMs = Number.NEGATIVE_INFINITY
  return ({ type, code, control }) => {
    if (type !== 'keyDown') return false
    const isModifier = /^(Control|Shift|Alt|Meta)/.test(code)
    const gapMs = monoMs() - lastMs
    if (!isModifier) lastMs = monoMs()
    return control && /^Key[A-Z]$/.test(code) && code !== 'KeyJ' && gapMs < BURST_GAP_MS
  }
}
