import type { Transport } from './transport.ts'

/** Labels that the printer on the screen holds. */
export const VIRTUAL_LABELS_KEPT = 50

export interface VirtualLabel {
  readonly jobId: string
  readonly no: string
  readonly png: Uint8Array
}

/** The out-tray of a printer that only exists on the screen: for practice without hardware. */
export interface VirtualTray {
  put(label: VirtualLabel): void
  /** Newest first. */
  labels(): readonly VirtualLabel[]
}

/** An empty tray of `VIRTUAL_LABELS_KEPT` labels. */
export function createVirtualTray(): VirtualTray {
  const kept: VirtualLabel[] = []
  return {
    put(label) {
      kept.unshift(label)
      kept.length = Math.min(kept.length, VIRTUAL_LABELS_KEPT)
    },
    labels: () => [...kept],
  }
}

/** Puts the label's picture into the tray when its bytes are sent. */
export function createVirtualTransport(
  tray: VirtualTray,
  draw: () => Promise<VirtualLabel>,
): Transport {
  return {
    open: async () => undefined,
    async send(bytes, onHandedOver) {
      const label = await draw()
      onHandedOver(bytes.length)
      tray.put(label)
    },
    ask: async () => 'silent',
    close: async () => undefined,
  }
}
