import type { ScreenId } from '@/domain/barcode/commandCode.ts'

/** A label in the tray of the printer on the screen. */
export interface DemoLabel {
  readonly jobId: string
  readonly no: string
  readonly png: Uint8Array
}

/** What the demo panel needs beyond the station's own data. */
export interface DemoPorts {
  /** Labels in the tray, newest first. */
  readLabels(): Promise<readonly DemoLabel[]>
  /** Hears when a label came out; returns how to stop. */
  onLabel(heard: () => void): () => void
  /** Puts a load on the scale on the screen, grams. */
  load(weightG: number): void
  /** Name of the machine behind a screen, '' = none. */
  workflowOf(screen: ScreenId | null): string
}
