import { type AddPhotoArgs, PHOTOS_OF_DOC_MAX, addPhoto } from '@/domain/evidence/addPhoto.ts'
import type { EvidenceKind } from '@/domain/record/evidence.ts'
import { handler } from '../command.ts'
import type { LedgerReader } from '../ports/ledger.ts'

export const evidenceCommands = {
  'evidence.addPhoto': handler({
    version: 1,
    async facts(reader, { subject: { docKind, docId, skuId } }: AddPhotoArgs) {
      const [photos, pictures] = await Promise.all([
        countPhotos(reader, docKind, docId),
        skuId === '' ? 0 : countPhotos(reader, 'sku', skuId),
      ])
      return { photos, hasPicture: pictures > 0 }
    },
    decide: addPhoto,
  }),
}

async function countPhotos(
  reader: LedgerReader,
  docKind: EvidenceKind,
  docId: string,
): Promise<number> {
  const query = { index: 'docKind+docId', equals: [docKind, docId] } as const
  return (await reader.list('evidence', { ...query, limit: PHOTOS_OF_DOC_MAX })).length
}
