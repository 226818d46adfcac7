import type { Session } from 'electron'
import { isOwnUrl } from './ownOrigin.ts'

/** What our page may ask the browser for; Electron itself would grant everything. */
const ALLOWED: ReadonlySet<string> = new Set([
  'clipboard-sanitized-write',
  'fullscreen',
  'screen-wake-lock',
  'persistent-storage',
])

export interface PermissionFacts {
  readonly permission: string
  readonly url: string
  /** Kinds of media asked for: `video`, `audio`. */
  readonly media: readonly string[]
}

/** Deny by default; only for our own page; the camera but never the microphone. */
export function isPermitted({ permission, url, media }: PermissionFacts): boolean {
  if (!isOwnUrl(url)) return false
  if (permission === 'media') return media.length > 0 && media.every((kind) => kind === 'video')
  return ALLOWED.has(permission)
}

/** Puts the policy on every door of a session: request, check, devices, choosers. */
export function setPermissionPolicy(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : []
    decide(isPermitted({ permission, url: details.requestingUrl, media }))
  })
  session.setPermissionCheckHandler((_contents, permission, origin, details) => {
    const media = details.mediaType === undefined ? [] : [details.mediaType]
    return isPermitted({ permission, url: origin, media })
  })
  session.setDevicePermissionHandler(() => false)
  session.setUSBProtectedClassesHandler(() => [])
  session.setBluetoothPairingHandler((_details, decide) => decide({ confirmed: false }))
  session.on('select-serial-port', (event, _ports, _contents, choose) => {
    event.preventDefault()
    choose('')
  })
  // The typings differ per name, the shape is one: event, details, answer.
  for (const chooser of ['select-hid-device', 'select-usb-device'] as const)
    session.on(chooser as 'select-hid-device', (event, _details, choose) => {
      event.preventDefault()
      choose(null)
    })
}
