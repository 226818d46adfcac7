import { usePictureUrl } from './usePictureUrl.ts'

export interface PngPictureProps {
  readonly png: Uint8Array
  readonly alt: string
  /** The number the picture belongs to, for tests and tools. */
  readonly no: string
}

/** A picture that came as bytes. */
export function PngPicture({ png, alt, no }: PngPictureProps) {
  return <img src={usePictureUrl(png, 'image/png')} alt={alt} data-label-no={no} />
}
