import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Spoken } from '@/kernel/notice.ts'

/** `untried`: set up, but nothing has been heard of it yet. */
export type DeviceLight = 'ready' | 'fault' | 'untried' | 'unset'

/** Words that stay in the status bar until they are true no more. */
export interface StationAlert {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
  /** Said aloud once, when the alert comes up. */
  readonly spoken?: Spoken
}

/** A label that needs a person: its number, and why. */
export interface TroubledPrint {
  readonly no: string
  readonly why: {
    readonly code: string
    readonly params: Readonly<Record<string, string | number>>
  } | null
}

/** What the status bar shows; whoever knows a part of it writes that part. */
export interface StationStatus {
  readonly operator: string | null
  readonly station: string
  readonly printer: { readonly light: DeviceLight; readonly name: string }
  readonly scale: { readonly light: DeviceLight; readonly name: string }
  /** Why a device does not do its work; stays until it does. */
  readonly alert: StationAlert | null
  /** Labels that a person must say something of: perhaps printed, printed although cancelled, or
   *  not printable. */
  readonly prints: {
    readonly doubts: readonly TroubledPrint[]
    readonly strays: readonly TroubledPrint[]
    readonly setAside: readonly TroubledPrint[]
  }
  readonly sync: {
    /** Commands that wait to be sent. */
    readonly pending: number
    readonly conflicts: number
    readonly online: boolean
    /** True when this station has no hub: then nothing is late. */
    readonly alone: boolean
    /** Age of the oldest waiting command: wall clock of its making, ms UTC. */
    readonly oldestAtMs: number | null
  }
}

export const EMPTY_STATUS: StationStatus = {
  operator: null,
  station: '',
  printer: { light: 'unset', name: '' },
  scale: { light: 'unset', name: '' },
  alert: null,
  prints: { doubts: [], strays: [], setAside: [] },
  sync: { pending: 0, conflicts: 0, online: false, alone: true, oldestAtMs: null },
}

export type StatusStore = StoreApi<StationStatus>

/** The status of this station, empty until its parts report. */
export function createStatus(): StatusStore {
  return createStore<StationStatus>(() => EMPTY_STATUS)
}
