import { basename } from 'node:path'
import type { Clock } from '@/kernel/clock.ts'
import type { ScaleReading } from '@/domain/weighing/scaleReading.ts'
import { LOAD_G_MIN, type ScaleView } from '@/domain/weighing/scaleView.ts'
import { openScalePort } from './openScalePort.ts'
import type { ScaleSetup } from './scaleSetup.ts'

/** A scale that says nothing for so long is told as silent, ms. */
export const SCALE_SILENT_MS = 3_000
/** The page is told at most this often: nobody reads faster, and a scale sends twenty readings a second. */
const TELL_MS = 100

export interface ScaleServiceOptions {
  readonly setup: ScaleSetup
  readonly clock: Clock
  readonly onChange: (scale: ScaleView) => void
  readonly onFault: (what: string, fault: unknown) => void
}

/** The scale of a station: what it shows, and its tray. */
export interface ScaleService {
  view(): ScaleView
  /** Takes the load that lies there off every later reading; an empty scale forgets it. False while the
   *  load moves. */
  tare(): boolean
  /** Puts a load on the scale on the screen; false: this is a real one. */
  load(weightG: number): boolean
  close(): Promise<void>
}

/** Opens the scale and tells its changes until closed. */
export function createScaleService(options: ScaleServiceOptions): ScaleService {
  const { setup, clock, onChange, onFault } = options
  const scaleId = [setup.kind, basename(setup.path)].filter((part) => part !== '').join(':')
  let last: ScaleReading | null = null
  let heardMs = Number.NEGATIVE_INFINITY
  let tareG = 0
  const view = (): ScaleView => {
    const isSilent = clock.monoMs() - heardMs > SCALE_SILENT_MS
    return isSilent
      ? { scaleId, state: 'silent', tareG, reading: null }
      : { scaleId, state: 'live', tareG, reading: withoutTray(last, tareG) }
  }
  const port = openScalePort(setup, {
    onFault,
    onReadings(readings) {
      if (readings.length === 0) return
      last = readings.at(-1) ?? null
      heardMs = clock.monoMs()
    },
  })
  let told = JSON.stringify(view())
  const telling = setInterval(() => {
    const now = view()
    const text = JSON.stringify(now)
    if (text === told) return
    told = text
    onChange(now)
  }, TELL_MS)
  return {
    view,
    tare() {
      const reading = view().state === 'live' ? last : null
      if (reading?.kind !== 'load' || !reading.isStable) return false
      tareG = reading.weightG >= LOAD_G_MIN ? reading.weightG : 0
      return true
    },
    load: (weightG) => port.load(weightG),
    close() {
      clearInterval(telling)
      return port.close()
    },
  }
}

function withoutTray(reading: ScaleReading | null, tareG: number): ScaleReading | null {
  return reading?.kind === 'load' ? { ...reading, weightG: reading.weightG - tareG } : reading
}
