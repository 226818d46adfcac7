/** Bytes inside a message are taken out of its JSON and appended: base64 would cost a third more
 *  and milliseconds a label. Layout of a binary frame: 4 bytes big-endian length of the JSON, the
 *  JSON, then the byte runs in order; a run is `{"$bytes": length}` in the JSON. */
const MARK = '$bytes'
const HEAD_LENGTH = 4

declare class TextEncoder {
  encode(text: string): Uint8Array
}
declare class TextDecoder {
  constructor(label: string, options: { fatal: boolean })
  decode(bytes: Uint8Array): string
}

/** Text when the message holds no bytes, else a binary frame. */
export function encodeFrame(message: unknown): string | Uint8Array {
  const runs: Uint8Array[] = []
  // `this[key]`, because Buffer turns itself into a list before a replacer sees it.
  const json = JSON.stringify(message, function (this: Record<string, unknown>, key, value) {
    const held = this[key]
    if (!(held instanceof Uint8Array)) return value
    runs.push(held)
    return { [MARK]: held.byteLength }
  })
  return runs.length === 0 ? json : joinFrame(new TextEncoder().encode(json), runs)
}

function joinFrame(json: Uint8Array, runs: readonly Uint8Array[]): Uint8Array {
  const total = runs.reduce((sum, run) => sum + run.byteLength, HEAD_LENGTH + json.byteLength)
  const frame = new Uint8Array(total)
  new DataView(frame.buffer).setUint32(0, json.byteLength)
  frame.set(json, HEAD_LENGTH)
  let at = HEAD_LENGTH + json.byteLength
  for (const run of runs) {
    frame.set(run, at)
    at += run.byteLength
  }
  return frame
}

/** The message of a frame, unchecked; undefined when the frame is malformed. */
export function decodeFrame(frame: string | Uint8Array): unknown {
  try {
    return typeof frame === 'string' ? JSON.parse(frame) : splitFrame(frame)
  } catch {
    return undefined
  }
}

function splitFrame(frame: Uint8Array): unknown {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength)
  const jsonEnd = HEAD_LENGTH + view.getUint32(0)
  if (jsonEnd > frame.byteLength) return undefined
  const json = new TextDecoder('utf-8', { fatal: true }).decode(
    frame.subarray(HEAD_LENGTH, jsonEnd),
  )
  let at = jsonEnd
  let broken = false
  const message: unknown = JSON.parse(json, (_key, value: unknown) => {
    const length = runLength(value)
    if (length === undefined) return value
    // A copy: `slice` of a Node Buffer would share its memory pool.
    const run = new Uint8Array(frame.subarray(at, at + length))
    broken ||= run.byteLength !== length
    at += length
    return run
  })
  return broken || at !== frame.byteLength ? undefined : message
}

function runLength(value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null || !(MARK in value)) return undefined
  const length = value[MARK]
  return typeof length === 'number' && Number.isSafeInteger(length) && length >= 0
    ? length
    : undefined
}

/** Bytes of a message on the wire: the same measure for every transport. */
export function frameLength(frame: string | Uint8Array): number {
  return typeof frame === 'string' ? new TextEncoder().encode(frame).byteLength : frame.byteLength
}
