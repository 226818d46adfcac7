import type { ScaleView } from '@/domain/weighing/scaleView.ts'
import { KEYBOARD_DEVICE, type ScannerProfile } from '@/device/scan/scannerProfile.ts'
import { lightOf } from '../../print/printerLight.ts'
import type { StationPrinter } from '../../print/stationPrinters.ts'
import type { DeviceLight } from '../../shell/stationStatus.ts'

/** What is plugged in besides the printers. */
export interface Plugged {
  /** A scanner the host reads; null: only those that type. */
  readonly scanner: { readonly deviceId: string; readonly state: 'ready' | 'gone' } | null
  readonly scale: ScaleView | null
}

/** What this station knows of its devices. */
export interface DeviceFacts extends Plugged {
  readonly printers: readonly StationPrinter[]
}

/** Why a device does not work, or what it does now: a notice's code and what fills its words. */
export interface DeviceWords {
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
}

/** A fault that was seen on a device, and when. */
export interface DeviceError extends DeviceWords {
  readonly atMs: number
}

export const DEVICE_KINDS = ['printer', 'scanner', 'scale', 'camera', 'sound'] as const
export type DeviceKind = (typeof DEVICE_KINDS)[number]

/** One device of this station. */
export interface DeviceCard {
  readonly id: string
  readonly kind: DeviceKind
  /** Its own name; empty where its kind says enough. */
  readonly name: string
  readonly light: DeviceLight
  /** Why its light is `fault`. */
  readonly why: DeviceWords | null
  /** How its scans are read, on scanners that were set up. */
  readonly profile: ScannerProfile | null
  /** What lies on it, on scales. */
  readonly scale: ScaleView | null
  /** How its queue stands, on printers. */
  readonly printer: StationPrinter | null
}

/** The cards of a station, always in the same order: printers, scanners, scale, camera, sound. */
export function deviceCards(
  facts: DeviceFacts,
  profiles: readonly ScannerProfile[],
): readonly DeviceCard[] {
  const none = { name: '', why: null, profile: null, scale: null, printer: null }
  const printers = facts.printers.map((printer): DeviceCard => {
    const why = printer.notice ?? { code: 'DEV-031', params: { name: printer.name } }
    const light = lightOf(printer)
    const id = `printer:${printer.printerId}`
    const { name } = printer
    const isFault = light === 'fault'
    return { ...none, id, kind: 'printer', name, light, why: isFault ? why : null, printer }
  })
  return [
    ...printers,
    scannerCard(null, profiles),
    ...(facts.scanner ? [scannerCard(facts.scanner, profiles)] : []),
    scaleCard(facts.scale),
    { ...none, id: 'camera', kind: 'camera', light: 'ready' },
    { ...none, id: 'sound', kind: 'sound', light: 'ready' },
  ]
}

/** null: all scanners that type. They work without set-up, but nobody has tried them. */
function scannerCard(
  scanner: DeviceFacts['scanner'],
  profiles: readonly ScannerProfile[],
): DeviceCard {
  const deviceId = scanner?.deviceId ?? KEYBOARD_DEVICE
  const profile = profiles.find((each) => each.deviceId === deviceId) ?? null
  const isGone = scanner?.state === 'gone'
  return {
    id: `scanner:${deviceId}`,
    kind: 'scanner',
    name: scanner?.deviceId ?? '',
    light: isGone ? 'fault' : scanner === null && profile === null ? 'unset' : 'ready',
    why: isGone ? { code: 'DEV-024', params: { name: deviceId } } : null,
    profile,
    scale: null,
    printer: null,
  }
}

function scaleCard(scale: ScaleView | null): DeviceCard {
  const isSilent = scale?.state === 'silent'
  return {
    id: 'scale',
    kind: 'scale',
    name: scale?.scaleId ?? '',
    light: scale === null ? 'unset' : isSilent ? 'fault' : 'ready',
    why: isSilent ? { code: 'DEV-026' } : null,
    profile: null,
    scale,
    printer: null,
  }
}
