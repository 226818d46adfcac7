import type { ScaleView } from '@/domain/weighing/scaleView.ts'
import type { StationClient } from '../stationClient.ts'

/** What became of the wish to take the tray off. `moving`: the load did not stand still. */
export type Tared =
  | { readonly kind: 'taken'; readonly tareG: number }
  | { readonly kind: 'moving' }
  | { readonly kind: 'noScale' }

/** The scale of this station, from the page's side. */
export interface StationScale {
  /** null = this station has none. */
  view(): ScaleView | null
  subscribe(listener: () => void): () => void
  tare(): Promise<Tared>
}

/** Follows the scale at the host. `first`: how it stood when the page was opened. A host that is away is a
 *  silent scale. */
export function createStationScale(client: StationClient, first: ScaleView | null): StationScale {
  const listeners = new Set<() => void>()
  let view = first
  const change = (next: ScaleView | null) => {
    view = next
    for (const listener of listeners) listener()
  }
  client.on('scale', change)
  client.onState((state) => {
    if (state === 'lost' && view) change({ ...view, state: 'silent', reading: null })
  })
  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async tare() {
      const answer = await client.request('scale.tare', {})
      const scale = answer.ok ? answer.result.scale : null
      if (!answer.ok || !scale) return { kind: 'noScale' }
      change(scale)
      return answer.result.taken ? { kind: 'taken', tareG: scale.tareG } : { kind: 'moving' }
    },
  }
}

/** A station that weighs nothing. */
export const NO_SCALE: StationScale = {
  view: () => null,
  subscribe: () => () => undefined,
  tare: () => Promise.resolve({ kind: 'noScale' }),
}
