import type { StationScale, Tared } from '@/device/scale/stationScale.ts'
import type { ScaleReading } from '@/domain/weighing/scaleReading.ts'
import type { ScaleView } from '@/domain/weighing/scaleView.ts'

/** A scale that shows what a story puts on it. */
export interface TestScale extends StationScale {
  /** A load in grams; it stands still unless said otherwise. */
  put(weightG: number, isStable?: boolean): void
  /** Any reading; null = nothing comes from the scale. */
  show(reading: ScaleReading | null): void
  /** From now on the table has no scale. */
  unplug(): void
  tareAs(outcome: Tared): void
}

/** An empty scale. */
export function createTestScale(): TestScale {
  const listeners: (() => void)[] = []
  let tared: Tared = { kind: 'noScale' }
  const viewOf = (reading: ScaleReading | null): ScaleView => ({
    scaleId: 'a9:ttyUSB0',
    state: reading ? 'live' : 'silent',
    tareG: 0,
    reading,
  })
  let view: ScaleView | null = viewOf({ kind: 'load', weightG: 0, isStable: true })
  const show = (reading: ScaleReading | null) => {
    view = viewOf(reading)
    for (const listener of listeners) listener()
  }
  return {
    view: () => view,
    subscribe(listener) {
      listeners.push(listener)
      return () => void listeners.splice(listeners.indexOf(listener), 1)
    },
    tare: () => Promise.resolve(tared),
    put: (weightG, isStable = true) => show({ kind: 'load', weightG, isStable }),
    show,
    unplug() {
      view = null
    },
    tareAs(outcome) {
      tared = outcome
    },
  }
}
