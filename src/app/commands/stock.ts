import { type AskPrintsArgs, askPrints } from '@/domain/stock/askPrints.ts'
import { reverseCommand } from '@/domain/stock/reverseCommand.ts'
import { handler } from '../command.ts'
import { loadReverseFacts } from '../loadReverseFacts.ts'

export const stockCommands = {
  'stock.askPrints': handler({
    version: 1,
    facts: async (_reader, _args: AskPrintsArgs) => null,
    decide: askPrints,
  }),
  'stock.reverseCommand': handler({
    version: 1,
    facts: loadReverseFacts,
    decide: reverseCommand,
  }),
}
