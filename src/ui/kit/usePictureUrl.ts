import { useEffect, useMemo } from 'react'

/** An address of a picture that came as bytes, let go with the drawing. `type`: `image/png` … */
export function usePictureUrl(bytes: Uint8Array, type: string): string {
  // A copy: the picture may lie in a shared buffer, which no blob takes.
  const url = useMemo(() => URL.createObjectURL(new Blob([bytes.slice()], { type })), [bytes, type])
  useEffect(() => () => URL.revokeObjectURL(url), [url])
  return url
}
