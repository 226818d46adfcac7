import type { BridgeRequestMessage } from '@/protocol/bridgeMessage.ts'

/** `denied`: the token is not (or no longer) valid, so trying again is no use. */
export type LinkState = 'connecting' | 'open' | 'lost' | 'denied'

/** What a transport reports to its client; messages are unchecked. */
export interface TransportEvents {
  receive(message: unknown): void
  state(state: LinkState): void
}

/** Carries messages between this page and the host. */
export interface StationTransport {
  /** Begins; called once. */
  start(events: TransportEvents): void
  /** Only while open. */
  send(message: BridgeRequestMessage): void
  close(): void
}
