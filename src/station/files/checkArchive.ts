import { Unzip, UnzipInflate } from 'fflate'
import type { TableRefusal } from '@/domain/dataImport/tableFile.ts'

/** Unpacked bytes of a workbook above this are refused while unpacking, before they are kept. */
export const UNPACKED_BYTES_MAX = 200 * 1024 * 1024
/** Unpacked : packed above this is a bomb, once there is enough to tell. */
export const UNPACK_RATIO_MAX = 100
const RATIO_FROM_BYTES = 4 * 1024 * 1024
const ENTRIES_MAX = 2_000
const PUSH_BYTES = 16 * 1024
const TAIL_CHARACTERS = 16

const ACTIVE = /(?:vbaProject|externalLinks\/|macrosheets\/|activeX\/|embeddings\/)/i
const DECLARATION = /<!(?:DOCTYPE|ENTITY)/i

/** Walks through a zip in small pieces and throws each away, counting: nothing is believed of what the
 *  archive says about its own sizes. Returns why it must not be opened, or null. */
export function checkArchive(bytes: Uint8Array): TableRefusal | null {
  const state = { refusal: null as TableRefusal | null, unpacked: 0, packed: 0, entries: 0 }
  const unzip = new Unzip((file) => {
    state.entries += 1
    if (ACTIVE.test(file.name)) state.refusal ??= 'activeContent'
    if (state.entries > ENTRIES_MAX) state.refusal ??= 'zipBomb'
    let tail = ''
    file.ondata = (error, chunk) => {
      if (error) state.refusal ??= 'brokenWorkbook'
      if (state.refusal) return
      state.unpacked += chunk.length
      if (isBomb(state.unpacked, state.packed)) state.refusal = 'zipBomb'
      const text = tail + Buffer.from(chunk).toString('latin1')
      if (DECLARATION.test(text)) state.refusal ??= 'activeContent'
      tail = text.slice(-TAIL_CHARACTERS)
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    for (let at = 0; at < bytes.length && !state.refusal; at += PUSH_BYTES) {
      const piece = bytes.subarray(at, at + PUSH_BYTES)
      state.packed += piece.length
      unzip.push(piece, at + PUSH_BYTES >= bytes.length)
    }
  } catch {
    return state.refusal ?? 'brokenWorkbook'
  }
  return state.refusal ?? (state.entries === 0 ? 'brokenWorkbook' : null)
}

function isBomb(unpacked: number, packed: number): boolean {
  if (unpacked > UNPACKED_BYTES_MAX) return true
  return unpacked > RATIO_FROM_BYTES && unpacked > packed * UNPACK_RATIO_MAX
}
