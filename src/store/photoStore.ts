import type { PhotoPort } from '@/app/ports/photoPort.ts'
import type { PacklineDb } from './db.ts'
import { hashBytes } from './hash.ts'

/** The photos of this station. Their bytes are written before the command that links them: a crash
 *  between the two leaves bytes that nobody links, and the next start drops them. */
export function createPhotoStore(db: PacklineDb): Omit<PhotoPort, 'take'> {
  return {
    async keep({ bytes, type, widthPx, heightPx }) {
      const photoId = hashBytes(bytes)
      try {
        await db.photos.put({ id: photoId, bytes, type })
      } catch (fault) {
        if (isFull(fault)) return null
        throw fault
      }
      return { photoId, type, widthPx, heightPx, byteCount: bytes.byteLength }
    },
    dropUnlinked: () =>
      db.transaction('rw', db.photos, db.documents('evidence'), async () => {
        const linked = new Set(await db.documents('evidence').orderBy('photoId').uniqueKeys())
        const kept = await db.photos.toCollection().primaryKeys()
        const unlinked = kept.filter((id) => !linked.has(id))
        await db.photos.bulkDelete(unlinked)
        return unlinked.length
      }),
  }
}

/** The store may tell it as the request's fault or as why its transaction ended. */
function isFull(fault: unknown): boolean {
  const { name, inner } = Object(fault)
  return name === 'QuotaExceededError' || Object(inner).name === 'QuotaExceededError'
}
