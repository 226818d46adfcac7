import { type BridgeAnswer, done, refused } from '@/protocol/bridgeMessage.ts'

/** All files under way or not yet read, bytes. */
export const UPLOADS_BYTES_MAX = 256_000_000
/** Files held at once; the oldest goes first. */
export const UPLOADS_MAX = 64

export interface FilePart {
  readonly fileId: string
  readonly name: string
  readonly part: number
  readonly parts: number
  readonly bytes: Uint8Array
}

interface Upload {
  readonly name: string
  readonly parts: readonly (Uint8Array | undefined)[]
}

/** Files that arrived in parts because a message holds 2 MB. They live in memory only: they may
 *  hold personal data. */
export interface FileUploads {
  /** Takes a part; a part sent twice counts once. */
  put(part: FilePart): BridgeAnswer<{ complete: boolean }>
  /** The whole file, undefined when parts are missing. */
  take(fileId: string): { name: string; bytes: Uint8Array } | undefined
  drop(fileId: string): void
}

/** An empty store of uploads. */
export function createFileUploads(): FileUploads {
  const held = new Map<string, Upload>()
  const heldBytes = () => [...held.values()].reduce((sum, upload) => sum + lengthOf(upload), 0)
  return {
    put(part) {
      const known = held.get(part.fileId)
      if (part.part >= part.parts || (known && known.parts.length !== part.parts))
        return refused('FILE-001')
      if (heldBytes() + part.bytes.byteLength > UPLOADS_BYTES_MAX) return refused('FILE-002')
      const before = known?.parts ?? Array.from<Uint8Array | undefined>({ length: part.parts })
      const parts = before.with(part.part, part.bytes)
      held.set(part.fileId, { name: part.name, parts })
      const oldest = held.keys().next().value
      if (held.size > UPLOADS_MAX && oldest !== undefined) held.delete(oldest)
      return done({ complete: parts.every((bytes) => bytes !== undefined) })
    },
    take(fileId) {
      const upload = held.get(fileId)
      const parts = upload?.parts.filter((bytes) => bytes !== undefined)
      if (!upload || parts?.length !== upload.parts.length) return undefined
      return { name: upload.name, bytes: Buffer.concat(parts) }
    },
    drop: (fileId) => void held.delete(fileId),
  }
}

function lengthOf(upload: Upload): number {
  return upload.parts.reduce((sum, bytes) => sum + (bytes?.byteLength ?? 0), 0)
}
