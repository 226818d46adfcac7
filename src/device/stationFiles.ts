import { type BridgeAnswer, refused } from '@/protocol/bridgeMessage.ts'
import { FILE_PART_MAX, FILE_PARTS_MAX } from '@/protocol/bridge.ts'
import type { StationClient } from './stationClient.ts'

/** Sends a file to the host in parts; `fileId` names it in later requests. Too large: FILE-002. */
export async function putFile(
  client: StationClient,
  file: { readonly fileId: string; readonly name: string; readonly bytes: Uint8Array },
): Promise<BridgeAnswer<unknown>> {
  const { fileId, name, bytes } = file
  const parts = Math.max(1, Math.ceil(bytes.byteLength / FILE_PART_MAX))
  if (parts > FILE_PARTS_MAX) return refused('FILE-002', { name })
  for (let part = 0; part < parts; part += 1) {
    const run = bytes.subarray(part * FILE_PART_MAX, (part + 1) * FILE_PART_MAX)
    const answer = await client.request('files.put', { fileId, name, part, parts, bytes: run })
    if (!answer.ok) return answer
  }
  return { ok: true, result: {} }
}
