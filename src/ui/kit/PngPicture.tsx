import { useEffect, useMemo } from 'react'

export interface PngPictureProps {
  readonly png: Uint8Array
  readonly alt: string
  /** The number the picture belongs to, for tests and tools. */
  readonly no: string
}

/** A picture that came as bytes. */
export function PngPicture({ png, alt, no }: PngPictureProps) {
  // A copy: the picture may lie in a shared buffer, which no blob takes.
  const url = useMemo(
    () => URL.createObjectURL(new Blob([png.slice()], { type: 'image/png' })),
    [png],
  )
  useEffect(() => () => URL.revokeObjectURL(url), [url])
  return <img src={url} alt={alt} data-label-no={no} />
}
