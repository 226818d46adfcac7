import type { BridgeEvent, BridgeEventName } from '@/protocol/bridge.ts'
import type { BridgeSession } from './bridgeSession.ts'

/** Sessions open at once: a few windows and a few tools. */
export const BRIDGE_SESSIONS_MAX = 16

/** The open sessions of a host, oldest first. */
export interface BridgeSessions {
  /** False when there are too many. */
  add(session: BridgeSession): boolean
  remove(sessionId: string): void
  /** Tells every page. */
  tellPages<N extends BridgeEventName>(name: N, payload: BridgeEvent<N>): void
  /** Tells the page opened last and says whether there is one: a scan must be answered once, so it
   *  goes to one page only. */
  tellNewestPage<N extends BridgeEventName>(name: N, payload: BridgeEvent<N>): boolean
}

/** An empty set of sessions. */
export function createBridgeSessions(): BridgeSessions {
  const open = new Map<string, BridgeSession>()
  const pages = () => [...open.values()].filter((session) => session.role === 'page')
  return {
    add(session) {
      if (open.size >= BRIDGE_SESSIONS_MAX) return false
      open.set(session.sessionId, session)
      return true
    },
    remove: (sessionId) => void open.delete(sessionId),
    tellPages(name, payload) {
      for (const page of pages()) page.tell(name, payload)
    },
    tellNewestPage(name, payload) {
      const page = pages().at(-1)
      page?.tell(name, payload)
      return page !== undefined
    },
  }
}
