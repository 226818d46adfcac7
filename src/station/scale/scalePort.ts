import type { ScaleReading } from '@/domain/weighing/scaleReading.ts'

/** Whoever hears what a scale says. */
export interface ScaleEars {
  readonly onReadings: (readings: readonly ScaleReading[]) => void
  readonly onFault: (what: string, fault: unknown) => void
}

/** The open connection to a scale. */
export interface ScalePort {
  /** Puts a load on the scale on the screen; false: this is a real one. */
  load(weightG: number): boolean
  close(): Promise<void>
}
