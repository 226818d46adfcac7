/** Who hears of a scanner that the host reads. */
export interface ScannerEars {
  readonly onScan: (raw: string, deviceId: string) => void
  /** Told whenever it changes: `gone` while it is not plugged in or cannot be opened. */
  readonly onState: (state: 'ready' | 'gone') => void
  readonly onFault: (what: string, fault: unknown) => void
}

/** A scanner that is read until closed. */
export interface OpenScanner {
  readonly deviceId: string
  readonly kind: 'serial' | 'hid'
  close(): Promise<void>
}
