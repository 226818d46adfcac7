import type { Timers } from '@/kernel/timers.ts'

/** Longest side of a kept photo, px: enough to read a label on a carton, a tenth of what a camera gives. */
export const PHOTO_SIDE_PX_MAX = 1_280
const QUALITY = 0.8
/** A camera shows its first picture this late at most, ms. */
const OPEN_MS_MAX = 8_000
/** The first pictures of a camera are too dark: it measures the light with them. */
const SETTLE_MS = 300

export interface Photo {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: string
  readonly widthPx: number
  readonly heightPx: number
}

/** Takes one picture with this computer's camera, shrunk; null: there is none, or it is not allowed. */
export async function takePhoto(window: Window, timers: Timers): Promise<Photo | null> {
  const { navigator, document } = window
  // Absent on a page that is no secure one.
  const media: MediaDevices | undefined = navigator.mediaDevices
  const side = { ideal: PHOTO_SIDE_PX_MAX }
  const asked = { video: { width: side, height: side, facingMode: 'environment' }, audio: false }
  const stream = await media?.getUserMedia(asked).catch(() => null)
  if (!stream) return null
  try {
    const video = document.createElement('video')
    video.muted = true
    video.srcObject = stream
    await Promise.race([video.play(), lateFault(timers)])
    await new Promise<void>((done) => void timers.after(SETTLE_MS, done))
    return await shrink(document, video)
  } catch {
    return null
  } finally {
    for (const track of stream.getTracks()) track.stop()
  }
}

const lateFault = (timers: Timers): Promise<never> =>
  new Promise((_, fail) => {
    timers.after(OPEN_MS_MAX, () => fail(new Error('the camera shows nothing')))
  })

async function shrink(document: Document, video: HTMLVideoElement): Promise<Photo | null> {
  const { widthPx, heightPx } = photoSize(video.videoWidth, video.videoHeight)
  const canvas = document.createElement('canvas')
  canvas.width = widthPx
  canvas.height = heightPx
  canvas.getContext('2d')?.drawImage(video, 0, 0, widthPx, heightPx)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/webp', QUALITY))
  if (!blob || widthPx === 0) return null
  const bytes = new Uint8Array(await blob.arrayBuffer())
  return { bytes, type: blob.type, widthPx, heightPx }
}

/** The size a picture is kept in: as it is, or its longer side cut down to the limit.
 *  Example: 1920 × 1080 -> 1280 × 720. */
export function photoSize(
  widthPx: number,
  heightPx: number,
): { readonly widthPx: number; readonly heightPx: number } {
  const by = Math.min(1, PHOTO_SIDE_PX_MAX / Math.max(widthPx, heightPx, 1))
  return { widthPx: Math.round(widthPx * by), heightPx: Math.round(heightPx * by) }
}
