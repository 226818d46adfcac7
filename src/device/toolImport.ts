import type { BridgeArgs, BridgeResult } from '@/protocol/bridge.ts'
import { type BridgeAnswer, refused } from '@/protocol/bridgeMessage.ts'
import type { StationClient } from './stationClient.ts'

export interface ToolImport extends BridgeResult<'cli.import'> {
  readonly faults: BridgeResult<'cli.readFaults'>['faults']
}

/** Asks the running station for an import, as a tool does, and gathers its findings, which come in parts.
 *  BRG-009: the station lost some of them. */
export async function importByTool(
  client: StationClient,
  args: BridgeArgs<'cli.import'>,
): Promise<BridgeAnswer<ToolImport>> {
  const answer = await client.request('cli.import', args)
  if (!answer.ok) return answer
  const { id, faultCount } = answer.result
  const faults: ToolImport['faults'] = []
  while (faults.length < faultCount) {
    const part = await client.request('cli.readFaults', { id, first: faults.length })
    if (!part.ok) return part
    if (part.result.faults.length === 0) return refused('BRG-009', { name: 'cli.readFaults' })
    faults.push(...part.result.faults)
  }
  return { ok: true, result: { ...answer.result, faults } }
}
