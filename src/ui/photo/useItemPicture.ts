import { type PictureView, readPicture } from '@/store/queries/evidence/readPicture.ts'
import { useLive } from '../workflow/useLive.ts'

/** The picture of the goods asked for, kept current; null = they have none. `skuId` '' = no goods. */
export function useItemPicture(skuId: string): PictureView | null {
  const found = useLive((data) => readPicture(data, skuId), null, [skuId])
  // Until the next answer comes there is still the picture of the goods before: it would mislead.
  return found?.skuId === skuId ? found : null
}
