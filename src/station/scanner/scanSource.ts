import type { Clock } from '@/kernel/clock.ts'
import type { BridgeEvent } from '@/protocol/bridge.ts'
import type { BridgeSessions } from '../bridge/bridgeSessions.ts'

/** Scans that reach the page through the host. */
export interface ScanSource {
  /** Sends one scan to the page; its number, or undefined when no page is open. */
  scan(raw: string, source: BridgeEvent<'scan'>['source'], deviceId: string): number | undefined
}

/** Numbers scans without gaps per host run, over all its devices. */
export function createScanSource(sessions: BridgeSessions, clock: Clock): ScanSource {
  let seq = 0
  return {
    scan(raw, source, deviceId) {
      const scan = { raw, source, deviceId, seq: seq + 1, atMs: clock.nowMs() }
      if (!sessions.tellNewestPage('scan', scan)) return undefined
      seq += 1
      return seq
    },
  }
}
