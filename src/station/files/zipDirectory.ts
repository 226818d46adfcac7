const END_MARK = 0x06054b50
const ENTRY_MARK = 0x02014b50
const END_BYTES = 22
const ENTRY_BYTES = 46
const COMMENT_BYTES_MAX = 0xffff

/** The table of contents at the end of a zip: name -> CRC-32. null when there is none, as in a download
 *  that broke off, or when it cannot be read. */
export function readZipDirectory(bytes: Uint8Array): ReadonlyMap<string, number> | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end < 0) return null
  const count = view.readUInt16LE(end + 10)
  const sums = new Map<string, number>()
  let at = view.readUInt32LE(end + 16)
  for (let i = 0; i < count; i += 1) {
    if (at + ENTRY_BYTES > end || view.readUInt32LE(at) !== ENTRY_MARK) return null
    const nameEnd = at + ENTRY_BYTES + view.readUInt16LE(at + 28)
    const name = view.toString('utf8', at + ENTRY_BYTES, nameEnd)
    if (sums.has(name)) return null
    sums.set(name, view.readUInt32LE(at + 16))
    at = nameEnd + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32)
  }
  return sums
}

function findEnd(view: Buffer): number {
  const first = Math.max(0, view.length - END_BYTES - COMMENT_BYTES_MAX)
  for (let at = view.length - END_BYTES; at >= first; at -= 1)
    if (view.readUInt32LE(at) === END_MARK) return at
  return -1
}
