// `npm run import -- FILE… [--profile P] [--dry-run] [--data DIR]`: the import of the running station,
// asked for from a prompt. Prints every doubt as a table; exit 1 when a row was refused or waits for a
// decision. Where a path is wrong the other files are only tried: what belongs together comes together.
import { randomUUID } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { StationClient } from '@/device/stationClient.ts'
import { putFile } from '@/device/stationFiles.ts'
import { type ToolImport, importByTool } from '@/device/toolImport.ts'
import { defaultDataDir } from '@/station/defaultDataDir.ts'
import { readToolArgs } from './readToolArgs.ts'
import { connectTool } from './stationTool.ts'
import { textTable } from './textTable.ts'

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
    const { files, faults: unread } = await sendFiles(client, paths)
    for (const fault of unread) say(fault)
    if (files.length === 0) return 1
    const { profile } = values
    const answer = await importByTool(client, {
      files,
      dryRun: values['dry-run'] || unread.length > 0,
      ...(profile === undefined ? {} : { profile }),
    })
    if (!answer.ok) return say(answer.code)
    const { summary, refusedRows, waitingRows } = answer.result
    if (answer.result.faults.length > 0) console.log(`${faultTable(answer.result)}\n`)
    console.log(summary)
    if (unread.length > 0)
      return say('nothing was taken over: mend the paths above and run it again')
    return refusedRows + waitingRows > 0 ? 1 : 0
  } finally {
    client.close()
  }
}

function faultTable({ faults }: ToolImport): string {
  const rows = faults.map(({ file, row = '', column = '', outcome, text }) => [
    file,
    row,
    column,
    outcome,
    text,
  ])
  return textTable(['file', 'row', 'column', 'outcome', 'what'], rows)
}

interface SentFiles {
  readonly files: { readonly fileId: string; readonly name: string }[]
  /** Which paths are no files, or too large, one a line. */
  readonly faults: readonly string[]
}

async function sendFiles(client: StationClient, paths: readonly string[]): Promise<SentFiles> {
  const files: { fileId: string; name: string }[] = []
  const faults: string[] = []
  for (const path of paths) {
    const file = { fileId: randomUUID(), name: basename(path) }
    const bytes = readIfFile(path)
    if (!bytes) {
      faults.push(`${path}: no such file`)
      continue
    }
    const sent = await putFile(client, { ...file, bytes })
    if (sent.ok) files.push(file)
    else faults.push(`${path}: ${sent.code}`)
  }
  return { files, faults }
}

function readIfFile(path: string): Uint8Array | undefined {
  const found = statSync(path, { throwIfNoEntry: false })
  return found?.isFile() ? readFileSync(path) : undefined
}

function say(text: string): number {
  console.error(text)
  return 1
}
