import { randomUUID } from 'node:crypto'
import type { BridgeArgs, BridgeResult } from '@/protocol/bridge.ts'
import { type BridgeAnswer, done, refused } from '@/protocol/bridgeMessage.ts'
import type { BridgeSessions } from './bridge/bridgeSessions.ts'

/** Requests of command-line tools that only the page can do: it owns the data. */
export interface ToolRequests {
  runImport(args: BridgeArgs<'cli.import'>): Promise<BridgeAnswer<BridgeResult<'cli.import'>>>
  /** The page's answer; false when nobody waits for it. */
  takeReply(args: BridgeArgs<'cli.reply'>): boolean
}

/** Passes requests to the page and waits for `cli.reply` (the gate ends waiting that is too long). */
export function createToolRequests(sessions: BridgeSessions): ToolRequests {
  const waiting = new Map<string, (result: BridgeResult<'cli.import'>) => void>()
  return {
    async runImport(args) {
      const id = randomUUID()
      const answer = new Promise<BridgeResult<'cli.import'>>((resolve) => waiting.set(id, resolve))
      if (!sessions.tellNewestPage('cli.request', { ...args, id, kind: 'import' })) {
        waiting.delete(id)
        return refused('BRG-010')
      }
      return done(await answer)
    },
    takeReply({ id, result }) {
      const take = waiting.get(id)
      waiting.delete(id)
      take?.(result)
      return take !== undefined
    },
  }
}
