import type { Timers } from '@/kernel/timers.ts'
import { type CameraFault, PHOTO_SIDE_PX_MAX, type Taken } from '@/domain/evidence/photo.ts'
import { shrinkPicture } from './shrinkPicture.ts'

/** A camera shows its first picture this late at most, ms; the scans behind the photo wait as long. */
const OPEN_MS_MAX = 6_000
/** The first pictures of a camera are too dark: it measures the light with them. */
const SETTLE_MS = 300

/** Takes one picture with this computer's camera, shrunk; the camera is let go at once. Never rejects. */
export async function takePhoto(window: Window, timers: Timers): Promise<Taken> {
  const late = lateOf(timers)
  const opening = openCamera(window.navigator)
  try {
    const opened = await Promise.race([opening, late.fault])
    if (typeof opened === 'string') return { kind: 'failed', fault: opened }
    const video = window.document.createElement('video')
    video.muted = true
    video.srcObject = opened
    await Promise.race([video.play(), late.fault])
    await new Promise<void>((done) => void timers.after(SETTLE_MS, done))
    const photo = await shrinkPicture(window.document, video, {
      widthPx: video.videoWidth,
      heightPx: video.videoHeight,
    })
    return photo ? { kind: 'taken', photo } : { kind: 'failed', fault: 'silent' }
  } catch {
    return { kind: 'failed', fault: 'silent' }
  } finally {
    late.stop()
    // Also of a camera that opens after its time is over, else its lamp stays on.
    void opening.then(stopCamera)
  }
}

/** The running camera, or why there is none. */
async function openCamera({ mediaDevices }: Navigator): Promise<MediaStream | CameraFault> {
  // Absent on a page that is no secure one.
  const media: MediaDevices | undefined = mediaDevices
  if (!media) return 'none'
  const side = { ideal: PHOTO_SIDE_PX_MAX }
  const asked = { video: { width: side, height: side, facingMode: 'environment' }, audio: false }
  return media.getUserMedia(asked).catch(faultOf)
}

function stopCamera(opened: MediaStream | CameraFault): void {
  if (typeof opened === 'string') return
  for (const track of opened.getTracks()) track.stop()
}

/** What the browser's refusal means to a person. Example: NotReadableError -> busy. */
export function faultOf(error: unknown): CameraFault {
  switch (Object(error).name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'refused'
    case 'NotReadableError':
    case 'AbortError':
      return 'busy'
    default:
      return 'none'
  }
}

function lateOf(timers: Timers): { readonly fault: Promise<never>; stop(): void } {
  let stop: () => void = () => undefined
  const fault = new Promise<never>((_, fail) => {
    stop = timers.after(OPEN_MS_MAX, () => fail(new Error('the camera shows nothing')))
  })
  // Where nobody waits for it any more it is no fault.
  fault.catch(() => undefined)
  return { fault, stop: () => stop() }
}
