import { randomUUID } from 'node:crypto'
import { type BridgeArgs, type BridgeResult, IMPORT_FAULTS_MAX } from '@/protocol/bridge.ts'
import { type BridgeAnswer, done, refused } from '@/protocol/bridgeMessage.ts'
import type { BridgeSessions } from './bridge/bridgeSessions.ts'

type Faults = BridgeArgs<'cli.tellFaults'>['faults']

/** Requests of command-line tools that only the page can do: it owns the data. */
export interface ToolRequests {
  runImport(args: BridgeArgs<'cli.import'>): Promise<BridgeAnswer<BridgeResult<'cli.import'>>>
  /** The findings of an import that was answered, from `first` on, as many as one message holds. */
  readFaults(args: BridgeArgs<'cli.readFaults'>): Faults
  /** Some findings of the page; false when nobody waits for them. */
  takeFaults(args: BridgeArgs<'cli.tellFaults'>): boolean
  /** The page's answer; false when nobody waits for it. */
  takeReply(args: BridgeArgs<'cli.reply'>): boolean
}

interface Waiting {
  readonly faults: Faults[number][]
  answer(result: BridgeResult<'cli.import'>): void
}

/** Passes requests to the page and waits for `cli.reply` (the gate ends waiting that is too long). */
export function createToolRequests(sessions: BridgeSessions): ToolRequests {
  const waiting = new Map<string, Waiting>()
  /** Findings not fetched yet, of one import: a tool that went away leaves no more behind. */
  let told: { readonly id: string; readonly faults: Faults } | null = null
  return {
    async runImport(args) {
      const id = randomUUID()
      const answer = new Promise<BridgeResult<'cli.import'>>((resolve) =>
        waiting.set(id, { faults: [], answer: resolve }),
      )
      if (!sessions.tellNewestPage('cli.request', { ...args, id, kind: 'import' })) {
        waiting.delete(id)
        return refused('BRG-010')
      }
      return done(await answer)
    },
    readFaults({ id, first }) {
      if (told?.id !== id) return []
      const { faults } = told
      const end = first + IMPORT_FAULTS_MAX
      if (end >= faults.length) told = null
      return faults.slice(first, end)
    },
    takeFaults({ id, faults }) {
      waiting.get(id)?.faults.push(...faults)
      return waiting.has(id)
    },
    takeReply({ id, result }) {
      const asked = waiting.get(id)
      if (!asked) return false
      waiting.delete(id)
      told = { id, faults: asked.faults }
      asked.answer({ ...result, id, faultCount: asked.faults.length })
      return true
    },
  }
}
