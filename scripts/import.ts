// `npm run import -- FILE… [--profile P] [--dry-run] [--data DIR]`: the import of the running station,
// asked for from a prompt. Prints every doubt as a table; exit 1 when a row was refused.
import { randomUUID } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { StationClient } from '@/device/stationClient.ts'
import { putFile } from '@/device/stationFiles.ts'
import { defaultDataDir } from '@/station/defaultDataDir.ts'
import { readToolArgs } from './readToolArgs.ts'
import { connectTool } from './stationTool.ts'

const USAGE = 'usage: npm run import -- FILE… [--profile P] [--dry-run] [--data DIR]'
const { values, positionals } = readToolArgs(
  {
    options: {
      data: { type: 'string' },
      profile: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
    },
    allowPositionals: true,
  },
  USAGE,
)
process.exitCode = await importFiles(values.data ?? defaultDataDir(), positionals)

async function importFiles(dataDir: string, paths: readonly string[]): Promise<number> {
  if (paths.length === 0) return say(USAGE)
  const client = await connectTool(dataDir)
  if (!client) return say(`no station runs on ${dataDir}: npm start first`)
  try {
    const files = await sendFiles(client, paths)
    if (typeof files === 'string') return say(files)
    const { profile } = values
    const answer = await client.request('cli.import', {
      files,
      dryRun: values['dry-run'],
      ...(profile === undefined ? {} : { profile }),
    })
    if (!answer.ok) return say(answer.code)
    const { summary, faults, refusedRows } = answer.result
    // The text begins with the number people quote; the bare code is for programs.
    if (faults.length > 0) console.table(faults.map(({ code: _code, ...shown }) => shown))
    console.log(summary)
    return refusedRows > 0 ? 1 : 0
  } finally {
    client.close()
  }
}

async function sendFiles(
  client: StationClient,
  paths: readonly string[],
): Promise<{ fileId: string; name: string }[] | string> {
  const files: { fileId: string; name: string }[] = []
  for (const path of paths) {
    const file = { fileId: randomUUID(), name: basename(path) }
    const bytes = readIfFile(path)
    if (!bytes) return `${path}: no such file`
    const sent = await putFile(client, { ...file, bytes })
    if (!sent.ok) return `${path}: ${sent.code}`
    files.push(file)
  }
  return files
}

function readIfFile(path: string): Uint8Array | undefined {
  const found = statSync(path, { throwIfNoEntry: false })
  return found?.isFile() ? readFileSync(path) : undefined
}

function say(text: string): number {
  console.error(text)
  return 1
}
