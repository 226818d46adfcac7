import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { StationClient } from '@/device/stationClient.ts'
import { putFile } from '@/device/stationFiles.ts'
import { type ToolImport, importByTool } from '@/device/toolImport.ts'
import { connectTool } from '../../../scripts/stationTool.ts'
import { compareSamples } from '../compareSamples.ts'
import type { DayRule } from './checkDay.ts'
import { type ToldFault, dirtyFolderRules } from './dirtyDay.ts'

export interface ImportedFolder {
  readonly summary: string
  readonly refusedRows: number
  readonly faults: readonly ToldFault[]
  /** What the station says of the damaged files of the folder. */
  readonly dirtyRules: readonly DayRule[]
}

const TABLE_FILE = /\.(?:csv|txt|tsv|xlsx?)$/i

/** Imports every table of the folder through the running station, as `npm run import` does, then tries
 *  its damaged files. Files are recognised by their content. */
export async function importFolder(dataDir: string, folder: string): Promise<ImportedFolder> {
  const client = await connectTool(dataDir)
  if (!client) throw new Error(`no station runs on ${dataDir}`)
  try {
    const names = readdirSync(folder).filter((name) => TABLE_FILE.test(name))
    const paths = names.sort().map((name) => join(folder, name))
    const result = await importPaths(client, paths, false)
    const tryFile = (path: string) => importPaths(client, [path], true)
    return { ...result, dirtyRules: await dirtyFolderRules(folder, tryFile) }
  } finally {
    client.close()
  }
}

async function importPaths(
  client: StationClient,
  paths: readonly string[],
  dryRun: boolean,
): Promise<ToolImport> {
  const files: { fileId: string; name: string }[] = []
  for (const path of paths) {
    const file = { fileId: randomUUID(), name: path.slice(path.lastIndexOf('/') + 1) }
    const sent = await putFile(client, { ...file, bytes: readFileSync(path) })
    if (!sent.ok) throw new Error(`${file.name}: ${sent.code}`)
    files.push(file)
  }
  const answer = await importByTool(client, { files, dryRun })
  if (!answer.ok) throw new Error(`import: ${answer.code}`)
  return answer.result
}

/** What the folder says about itself: how its orders read, what its damaged files must be told. Courier
 *  bills are left out, and only they. */
export async function importRules(folder: string, imported: ImportedFolder): Promise<DayRule[]> {
  const refused = imported.faults.filter(
    ({ level, code }) => level === 'refuseFile' && code !== 'courierBill',
  )
  const rules: DayRule[] = [
    {
      name: 'every file of the folder was taken over',
      breaches: refused.map((fault) => `${fault.file}: ${fault.text}`),
    },
    ...imported.dirtyRules,
  ]
  const isTold = ['orders.expected.json', 'dirty.expected.json'].some((name) =>
    existsSync(join(folder, name)),
  )
  if (!isTold) return rules
  const { compared, differences } = await compareSamples(folder)
  const { orders, files, findings } = compared
  const nothing = orders + files === 0 ? ['nothing was compared'] : []
  rules.push({
    name: `${orders} orders and ${findings} findings in ${files} damaged files read as expected`,
    breaches: [...differences, ...nothing],
  })
  return rules
}
