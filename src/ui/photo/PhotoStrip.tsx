import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PhotosView, PhotoView } from '@/store/queries/evidence/readPhotos.ts'
import { usePictureUrl } from '../kit/usePictureUrl.ts'
import { momentText } from '../words/momentText.ts'
import './photo.css'

export interface PhotoStripProps {
  readonly photos: PhotosView
  /** The one a person typed the number of, 0 = none; left out where numbers mean something else. */
  readonly photoNo?: number
}

/** The photos of what is shown, small and with their number; a tap makes one large, another small again. */
export function PhotoStrip({ photos, photoNo }: PhotoStripProps) {
  const { t } = useTranslation()
  const [tappedId, setTappedId] = useState('')
  if (photos.count === 0) return null
  const openId = tappedId === '' ? (photos.rows[(photoNo ?? 0) - 1]?.id ?? '') : tappedId
  const open = photos.rows.find(({ id }) => id === openId)
  return (
    <section className="photo-strip" data-testid="photos" data-count={photos.count}>
      <h2>{t('photo.count', { count: photos.count })}</h2>
      <ul>
        {photos.rows.map((photo, i) => (
          <li key={photo.id}>
            <button
              type="button"
              className="photo-thumb"
              aria-expanded={photo.id === openId}
              onClick={() => setTappedId(photo.id === tappedId ? '' : photo.id)}
            >
              <PhotoImage photo={photo} />
              {photoNo !== undefined && <span className="photo-no">{i + 1}</span>}
            </button>
          </li>
        ))}
      </ul>
      {open && (
        <figure className="photo-large">
          <Caption photo={open} />
          <PhotoImage photo={open} />
        </figure>
      )}
    </section>
  )
}

function PhotoImage({ photo }: { readonly photo: PhotoView }) {
  const { t } = useTranslation()
  const { bytes, type, docNo, skuId } = photo
  const what = [docNo, skuId].filter(Boolean).join(' · ')
  return <img src={usePictureUrl(bytes, type)} alt={t('photo.alt', { what })} />
}

/** What it shows, who took it and when. */
function Caption({ photo }: { readonly photo: PhotoView }) {
  const { t } = useTranslation()
  const { docNo, skuId, finding, isPicture, atMs, operatorName } = photo
  const known = finding in findings ? t(`photo.finding.${finding as Finding}`) : ''
  const facts = [isPicture ? t('term.itemPicture') : docNo, skuId, known]
  return (
    <figcaption>
      {facts.filter(Boolean).join(' · ')}
      <br />
      {momentText(atMs)} · {operatorName}
    </figcaption>
  )
}

/** Findings that are worth a word; good goods need none. */
const findings = { damaged: 1, wrongItem: 1 } as const
type Finding = keyof typeof findings
