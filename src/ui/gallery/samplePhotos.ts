import type { PhotosView, PhotoView } from '@/store/queries/evidence/readPhotos.ts'
import type { PictureView } from '@/store/queries/evidence/readPicture.ts'

const SAMPLE_AT_MS = 1_793_584_800_000
const TYPE = 'image/svg+xml'

/** A book on a table; `torn`: with a corner off. */
const drawn = (torn: boolean) =>
  new TextEncoder().encode(
    `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480">
      <rect width="640" height="480" fill="#b9ada0"/>
      <path d="M210 60h220v${torn ? '250l-60 110h-160' : '360h-220'}z" fill="#f4f1ea" stroke="#555"/>
      <path d="M240 120h160M240 150h110" stroke="#555" stroke-width="10"/>
    </svg>`,
  )
const whole = drawn(false)
const torn = drawn(true)

export const samplePicture = (skuId: string): PictureView => ({ skuId, bytes: whole, type: TYPE })

const photoOf = (id: string, more: Partial<PhotoView>): PhotoView => ({
  id,
  bytes: whole,
  type: TYPE,
  docNo: 'PO261019008',
  skuId: 'BK000113',
  finding: '',
  isPicture: false,
  atMs: SAMPLE_AT_MS,
  operatorName: '李敏',
  ...more,
})

export const samplePhotos: PhotosView = {
  count: 3,
  rows: [
    photoOf('3', { bytes: torn, finding: 'damaged' }),
    photoOf('2', {}),
    photoOf('1', { isPicture: true }),
  ],
}
