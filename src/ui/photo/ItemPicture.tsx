import type { PictureView } from '@/store/queries/evidence/readPicture.ts'
import { usePictureUrl } from '../kit/usePictureUrl.ts'
import './photo.css'

/** What the goods look like, beside their name. */
export function ItemPicture({ picture, name }: { picture: PictureView; name: string }) {
  const { bytes, type, skuId } = picture
  return (
    <img
      className="item-picture"
      src={usePictureUrl(bytes, type)}
      alt={name}
      data-picture={skuId}
    />
  )
}
