import type { Json } from '@/kernel/json.ts'
import type { Decision } from '@/domain/stock/decision.ts'
import type { CommandStamp, LedgerReader } from './ports/ledger.ts'

/** What a decision may know of the command besides its args: who, where, when. */
export type CommandContext = Pick<CommandStamp, 'id' | 'station' | 'operatorId' | 'atMs'>

/** One kind of command: gather the facts (async), then decide (pure, no await). */
export interface CommandHandler<Args, Facts> {
  readonly version: number
  facts(reader: LedgerReader, args: Args, context: CommandContext): Promise<Facts>
  decide(facts: Facts, args: Args, context: CommandContext): Decision
}

/** A handler whose facts type is its own business; kept so that name and args stay paired. */
export interface AnyHandler<Args> {
  readonly version: number
  run(reader: LedgerReader, args: Args, context: CommandContext): Promise<() => Decision>
}

/** Closes over the facts type of one handler. Args are plain data: they are stored and sent. */
export function handler<Args extends object, Facts>(
  of: CommandHandler<Args, Facts>,
): AnyHandler<Args> {
  return {
    version: of.version,
    run: async (reader, args, context) => {
      const facts = await of.facts(reader, args, context)
      return () => of.decide(facts, args, context)
    },
  }
}

/** Args as stored: plain data by construction. */
export const argsJson = (args: object): Json => args as Json
