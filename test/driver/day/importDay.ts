import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BridgeResult } from '@/protocol/bridge.ts'
import { putFile } from '@/device/stationFiles.ts'
import { connectTool } from '../../../scripts/stationTool.ts'
import { compareSamples } from '../compareSamples.ts'
import type { DayRule } from './checkDay.ts'

export interface ImportedFolder {
  readonly summary: string
  readonly refusedRows: number
  readonly faults: BridgeResult<'cli.import'>['faults']
}

/** Tables of a folder that this station has no use for yet. */
const COURIER_BILL = /^courier-bill/
const TABLE_FILE = /\.(?:csv|txt|tsv|xlsx?)$/i

/** Imports every table of the folder through the running station, as `npm run import` does. Files are
 *  recognised by their content; what is left out is left out by name and said. */
export async function importFolder(dataDir: string, folder: string): Promise<ImportedFolder> {
  const client = await connectTool(dataDir)
  if (!client) throw new Error(`no station runs on ${dataDir}`)
  try {
    const names = readdirSync(folder).filter((name) => TABLE_FILE.test(name))
    const files: { fileId: string; name: string }[] = []
    for (const name of names.filter((each) => !COURIER_BILL.test(each)).sort()) {
      const file = { fileId: randomUUID(), name }
      const sent = await putFile(client, { ...file, bytes: readFileSync(join(folder, name)) })
      if (!sent.ok) throw new Error(`${name}: ${sent.code}`)
      files.push(file)
    }
    const answer = await client.request('cli.import', { files, dryRun: false })
    if (!answer.ok) throw new Error(`import: ${answer.code}`)
    return answer.result
  } finally {
    client.close()
  }
}

/** What the folder says about itself: how its orders read, what its damaged files must be told. */
export async function importRules(folder: string, imported: ImportedFolder): Promise<DayRule[]> {
  const unknown = imported.faults.filter((fault) => fault.level === 'refuseFile')
  const rules: DayRule[] = [
    {
      name: 'every file of the folder was taken over',
      breaches: unknown.map((fault) => `${fault.file}: ${fault.text}`),
    },
  ]
  const isTold = ['orders.expected.json', 'dirty.expected.json'].some((name) =>
    existsSync(join(folder, name)),
  )
  if (!isTold) return rules
  const bills = readdirSync(folder).filter((name) => COURIER_BILL.test(name))
  const { compared, differences } = await compareSamples(folder, [
    ...bills,
    'courier-bill-dirty.csv',
  ])
  const { orders, files, findings } = compared
  const nothing = orders + files === 0 ? ['nothing was compared'] : []
  rules.push({
    name: `${orders} orders and ${findings} findings in ${files} damaged files read as expected`,
    breaches: [...differences, ...nothing],
  })
  return rules
}
