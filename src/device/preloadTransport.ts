import { refused } from '@/protocol/bridgeMessage.ts'
import type { StationTransport } from './stationTransport.ts'

/** What the desktop shell's preload script puts on `window.packlineBridge`. */
export interface PreloadBridge {
  readonly shell: 'electron'
  /** Sends one request message; the reply message, unchecked. */
  request(message: object): Promise<unknown>
  /** Hears host messages; returns how to stop. */
  listen(heard: (message: unknown) => void): () => void
}

/** True when the desktop shell gave this page its bridge. */
export function isPreloadBridge(value: unknown): value is PreloadBridge {
  if (typeof value !== 'object' || value === null) return false
  return (
    'request' in value &&
    typeof value.request === 'function' &&
    'listen' in value &&
    typeof value.listen === 'function'
  )
}

/** The desktop shell's typed IPC; it lives as long as the page. */
export function createPreloadTransport(bridge: PreloadBridge): StationTransport {
  let stop = () => {}
  let hear: ((message: unknown) => void) | undefined
  return {
    start(events) {
      hear = (message) => events.receive(message)
      stop = bridge.listen(hear)
      events.state('open')
    },
    send(message) {
      const failed = { kind: 'reply', id: message.id, answer: refused('BRG-009') }
      bridge.request(message).then(hear, () => hear?.(failed))
    },
    close: () => stop(),
  }
}
