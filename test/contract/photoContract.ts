import { describe, expect, it } from 'vitest'
import type { PhotoPort } from '@/app/ports/photoPort.ts'
import { PHOTO_BYTES_MAX } from '@/domain/evidence/photo.ts'
import type { PhotoFacts } from '@/domain/record/evidence.ts'
import { type Put, accept, putNew } from '@/domain/stock/decision.ts'
import type { Ledger } from '@/app/ports/ledger.ts'
import { once, stampOf } from './ledgerContract.ts'

/** An empty place for photos beside its ledger, seen from outside. */
export interface PhotoWorld {
  readonly ledger: Ledger
  readonly photos: Omit<PhotoPort, 'take'>
  /** The stored bytes by their ids. */
  stored(): Promise<ReadonlyMap<string, Uint8Array>>
}

const shot = (fill: number) => ({
  bytes: new Uint8Array(PHOTO_BYTES_MAX).fill(fill),
  type: 'image/webp',
  widthPx: 1600,
  heightPx: 1200,
})

async function kept({ photos }: PhotoWorld, fill: number): Promise<PhotoFacts> {
  const facts = await photos.keep(shot(fill))
  if (!facts) throw new Error('no room for a photo in a test')
  return facts
}

const link = (id: string, docId: string, photo: PhotoFacts): Put =>
  putNew('evidence', {
    id,
    docKind: 'parcel',
    docId,
    skuId: '',
    lot: '',
    finding: '',
    ...photo,
    operatorId: 'op1',
    atMs: 1,
  })

/** What every place for photos must do. */
export function photoContract(name: string, create: () => Promise<PhotoWorld>): void {
  describe(`${name}: photos`, () => {
    it('keeps the same picture once, byte for byte, under its SHA-256', async () => {
      const world = await create()
      const first = await kept(world, 7)
      expect(await kept(world, 7)).toEqual(first)
      expect(first).toMatchObject({ byteCount: PHOTO_BYTES_MAX, widthPx: 1600, heightPx: 1200 })
      const hash = await crypto.subtle.digest('SHA-256', shot(7).bytes)
      expect(first.photoId).toBe(hexOf(hash))
      const stored = await world.stored()
      expect([...stored.keys()]).toEqual([first.photoId])
      expect(stored.get(first.photoId)).toEqual(shot(7).bytes)
    })

    it('drops what no document links, and only that', async () => {
      const world = await create()
      const { ledger, photos } = world
      const [one, two, three] = [await kept(world, 1), await kept(world, 2), await kept(world, 3)]
      await once(
        ledger,
        'c1',
        [],
        [link('c1', 'parcel:o1#1', one), link('c1b', 'parcel:o2#1', one)],
      )
      await once(ledger, 'c2', [], [link('c2', 'parcel:o1#1', two)])
      expect(await photos.dropUnlinked()).toBe(1)
      expect([...(await world.stored()).keys()].sort()).toEqual([one.photoId, two.photoId].sort())
      expect((await world.stored()).has(three.photoId)).toBe(false)
      await takeBack(ledger, 'c1')
      await takeBack(ledger, 'c2')
      expect(await photos.dropUnlinked()).toBe(1)
      expect([...(await world.stored()).keys()]).toEqual([one.photoId])
    })
  })
}

/** As UNDO does: the row that the command made goes; the other link of the picture stays. */
async function takeBack(ledger: Ledger, commandId: string): Promise<void> {
  const reverses = { commandId, removes: [{ table: 'evidence', id: commandId } as const] }
  await ledger.transact((tx) =>
    tx.commit(stampOf(`undo ${commandId}`), { ...accept([]), reverses }, null),
  )
}

const hexOf = (hash: ArrayBuffer): string =>
  [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
