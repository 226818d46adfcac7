import type { BridgeArgs } from '@/protocol/bridge.ts'
import { saveExport } from './saveExport.ts'
import { writeCsv, writeXlsx } from './writeTable.ts'

/** Writes a table into the exports folder, by name and format; the path. */
export async function saveTable(
  dataDir: string,
  table: BridgeArgs<'files.writeTable'>,
): Promise<string> {
  const bytes = table.format === 'csv' ? writeCsv(table) : await writeXlsx(table, table.sheetName)
  return saveExport(dataDir, `${table.name}.${table.format}`, bytes)
}
