import type { TableFile, TableRow } from '@/domain/dataImport/tableFile.ts'
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

/** Sends a file and reads it back as a table: every row of it, gathered from pages. The host forgets
 *  the file afterwards. */
export async function readTableFile(
  client: StationClient,
  file: { readonly fileId: string; readonly name: string; readonly bytes: Uint8Array },
): Promise<BridgeAnswer<TableFile>> {
  const sent = await putFile(client, file)
  return sent.ok ? readPutTable(client, file.fileId) : sent
}

/** Reads a file as a table that a tool has already sent. */
export async function readPutTable(
  client: StationClient,
  fileId: string,
): Promise<BridgeAnswer<TableFile>> {
  const rows: TableRow[] = []
  for (;;) {
    const answer = await client.request('files.readTable', { fileId, firstRow: rows.length })
    if (!answer.ok) return answer
    const { table, rowCount } = answer.result
    rows.push(...table.rows)
    if (rows.length < rowCount && table.rows.length > 0) continue
    await client.request('files.drop', { fileId })
    return { ok: true, result: { ...table, rows } }
  }
}
