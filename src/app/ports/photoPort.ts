import type { Photo, Taken } from '@/domain/evidence/photo.ts'
import type { PhotoFacts } from '@/domain/record/evidence.ts'

/** The camera of the station and the place where its photos lie. */
export interface PhotoPort {
  /** Takes one picture, shrunk; never rejects. */
  take(): Promise<Taken>
  /** Keeps its bytes under their hash, the same picture once; null: there is no room for it, and nothing
   *  was changed. */
  keep(photo: Photo): Promise<PhotoFacts | null>
  /** Drops the bytes of photos that no document links any more; tells how many. */
  dropUnlinked(): Promise<number>
}
