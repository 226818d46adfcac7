// `npm run scan -- [--data DIR] CODE…`: sends scans to the running station, as a serial scanner would.
import { defaultDataDir } from '@/station/defaultDataDir.ts'
import { readToolArgs } from './readToolArgs.ts'
import { connectTool } from './stationTool.ts'

const USAGE = 'usage: npm run scan -- [--data DIR] CODE…'
const { values, positionals } = readToolArgs(
  { options: { data: { type: 'string' } }, allowPositionals: true },
  USAGE,
)
const dataDir = values.data ?? defaultDataDir()
process.exitCode = await sendScans(dataDir, positionals)

async function sendScans(dataDir: string, codes: readonly string[]): Promise<number> {
  if (codes.length === 0) return say(USAGE)
  const client = await connectTool(dataDir)
  if (!client) return say(`no station runs on ${dataDir}`)
  try {
    for (const raw of codes) {
      const answer = await client.request('cli.scan', { raw })
      if (!answer.ok) return say(`${raw}: ${answer.code}`)
      process.stdout.write(`${answer.result.seq} ${raw}\n`)
    }
    return 0
  } finally {
    client.close()
  }
}

function say(text: string): number {
  process.stderr.write(`${text}\n`)
  return 1
}
