import type { Notice } from '@/kernel/notice.ts'
import { type RunContext, runCommand } from '@/app/runCommand.ts'
import type { CommandArgs } from '@/app/commands/handlers.ts'
import type { StationClient } from '@/device/stationClient.ts'
import type { BridgeResult } from '@/protocol/bridge.ts'
import type { QueuePorts } from '@/ui/screens/devices/printerQueue.ts'
import { accepted, attention, refused } from '@/workflow/workflow.ts'

type Steering = 'printing.holdPrinter' | 'printing.moveWaiting'

export interface QueueOf {
  readonly client: StationClient
  readonly ctx: RunContext & { newId(): string }
}

/** Pausing printers and moving what waits for them, at the host. What was asked stands in the access log
 *  before the host hears it: a break in between leaves a wish without effect, never the reverse. */
export function printerQueue({ client, ctx }: QueueOf): QueuePorts {
  const log = async <N extends Steering>(name: N, args: CommandArgs<N>) =>
    void (await runCommand(ctx, ctx.newId(), name, args))
  return {
    async hold({ printerId, name }, isHeld) {
      await log('printing.holdPrinter', { printerId, isHeld })
      const answer = await client.request('print.hold', { printerId, isHeld })
      if (!answer.ok) return refused(answer.code, answer.params)
      return accepted(isHeld ? 'PRN-105' : 'PRN-106', { printer: name })
    },
    async moveWaiting(from, to) {
      const args = { fromPrinterId: from.printerId, toPrinterId: to.printerId }
      await log('printing.moveWaiting', args)
      const answer = await client.request('print.moveWaiting', args)
      if (!answer.ok) return refused(answer.code, answer.params)
      return movedNotice(answer.result, { from: from.name, to: to.name })
    },
  }
}

function movedNotice(
  { moved, kept, asked }: BridgeResult<'print.moveWaiting'>,
  names: { readonly from: string; readonly to: string },
): Notice {
  const words = { ...names, moved, kept, asked }
  if (asked > 0) return attention('PRN-109', words)
  if (moved === 0) return refused('PRN-110', words)
  return kept > 0 ? attention('PRN-108', words) : accepted('PRN-107', words)
}
