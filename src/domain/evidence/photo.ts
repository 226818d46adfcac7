/** Longest side of a kept photo, px: enough to read a label on a carton, a quarter of what a camera gives. */
export const PHOTO_SIDE_PX_MAX = 1_600
/** Bytes of a kept photo: a thousand of them are less than a day of printing leaves behind. */
export const PHOTO_BYTES_MAX = 300_000

/** A picture as the camera gave it, shrunk and packed. */
export interface Photo {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: string
  readonly widthPx: number
  readonly heightPx: number
}

/** Why there is no picture: no camera, not allowed, another program has it, or it shows nothing. */
export type CameraFault = 'none' | 'refused' | 'busy' | 'silent'

/** What came of taking one. */
export type Taken =
  | { readonly kind: 'taken'; readonly photo: Photo }
  | { readonly kind: 'failed'; readonly fault: CameraFault }

/** The size a picture is kept in: as it is, or its longer side cut down to the limit.
 *  Example: 3200 × 1800 -> 1600 × 900. */
export function photoSize(
  widthPx: number,
  heightPx: number,
  sidePxMax: number = PHOTO_SIDE_PX_MAX,
): { readonly widthPx: number; readonly heightPx: number } {
  const by = Math.min(1, sidePxMax / Math.max(widthPx, heightPx, 1))
  return { widthPx: Math.round(widthPx * by), heightPx: Math.round(heightPx * by) }
}
