import { crc32 } from 'node:zlib'
import { Unzip, UnzipInflate } from 'fflate'
import type { TableRefusal } from '@/domain/dataImport/tableFile.ts'
import { readZipDirectory } from './zipDirectory.ts'

/** Unpacked bytes of a workbook above this are refused while unpacking, before they are kept. */
export const UNPACKED_BYTES_MAX = 200 * 1024 * 1024
/** Unpacked : packed above this is a bomb, once there is enough to tell. */
export const UNPACK_RATIO_MAX = 100
/** Entries of an archive above this are refused. */
export const ENTRIES_MAX = 2_000
const RATIO_FROM_BYTES = 4 * 1024 * 1024
const PUSH_BYTES = 16 * 1024
const TAIL_CHARACTERS = 16

const ACTIVE = /(?:vbaProject|externalLinks\/|macrosheets\/|activeX\/|embeddings\/)/i
const DECLARATION = /<!(?:DOCTYPE|ENTITY)/i

type Keep = (name: string, chunk: Uint8Array) => void

/** Walks through a zip in small pieces and throws each away, counting: nothing is believed of what the
 *  archive says about its own sizes. Returns why it must not be opened, or null. */
export function checkArchive(bytes: Uint8Array): TableRefusal | null {
  return walkArchive(bytes, () => undefined)
}

/** The entries of an archive as a walk through it sees them: its own table of contents may point to other
 *  bytes than the walk has checked. null when contents and table do not agree: a download broken off, a
 *  damaged file. Call it only after checkArchive has found nothing. */
export function unpackArchive(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | null {
  const sums = readZipDirectory(bytes)
  if (!sums) return null
  const pieces = new Map<string, Uint8Array[]>()
  const refusal = walkArchive(bytes, (name, chunk) => {
    const held = pieces.get(name)
    if (held) held.push(chunk)
    else pieces.set(name, [chunk])
  })
  if (refusal) return null
  const entries = new Map([...pieces].map(([name, chunks]) => [name, Buffer.concat(chunks)]))
  const agree = [...entries].every(([name, data]) => sums.get(name) === crc32(data))
  const whole = [...sums].every(([name, sum]) => sum === 0 || entries.has(name))
  return agree && whole ? entries : null
}

interface Walk {
  refusal: TableRefusal | null
  unpacked: number
  packed: number
  entries: number
}

function walkArchive(bytes: Uint8Array, keep: Keep): TableRefusal | null {
  const walk: Walk = { refusal: null, unpacked: 0, packed: 0, entries: 0 }
  const unzip = new Unzip((file) => {
    walk.entries += 1
    if (ACTIVE.test(file.name)) walk.refusal ??= 'activeContent'
    if (walk.entries > ENTRIES_MAX) walk.refusal ??= 'zipBomb'
    if (walk.refusal) return
    file.ondata = watchEntry(walk, (chunk) => keep(file.name, chunk))
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    for (let at = 0; at < bytes.length && !walk.refusal; at += PUSH_BYTES) {
      const piece = bytes.subarray(at, at + PUSH_BYTES)
      walk.packed += piece.length
      unzip.push(piece, at + PUSH_BYTES >= bytes.length)
    }
  } catch {
    return walk.refusal ?? 'brokenWorkbook'
  }
  return walk.refusal ?? (walk.entries === 0 ? 'brokenWorkbook' : null)
}

function watchEntry(walk: Walk, keep: (chunk: Uint8Array) => void) {
  let tail = ''
  return (error: Error | null, chunk: Uint8Array) => {
    if (error) walk.refusal ??= 'brokenWorkbook'
    if (walk.refusal) return
    walk.unpacked += chunk.length
    if (isBomb(walk.unpacked, walk.packed)) walk.refusal = 'zipBomb'
    const text = tail + Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString('latin1')
    if (DECLARATION.test(text)) walk.refusal ??= 'activeContent'
    tail = text.slice(-TAIL_CHARACTERS)
    if (!walk.refusal) keep(chunk)
  }
}

function isBomb(unpacked: number, packed: number): boolean {
  if (unpacked > UNPACKED_BYTES_MAX) return true
  return unpacked > RATIO_FROM_BYTES && unpacked > packed * UNPACK_RATIO_MAX
}
