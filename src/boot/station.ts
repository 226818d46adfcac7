import { join } from 'node:path'
import { systemClock } from '@/kernel/clock.ts'
import { createSessionTokens } from '@/station/http/sessionTokens.ts'
import { STATION_HOST } from '@/station/http/requestPolicy.ts'
import { type StationHttp, startStationHttp } from '@/station/http/stationHttp.ts'
import { removeControlFile, writeControlFile } from '@/station/instanceFile.ts'
import { openStation } from '@/station/openStation.ts'
import { findPortHolder } from '@/station/portHolder.ts'
import { parseStationFlags, type StationFlags } from '@/station/stationFlags.ts'
import type { StationHost } from '@/station/stationHost.ts'
import { readVersion } from '@/station/stationVersion.ts'
import { hostWord } from './station/stationWords.ts'

const flags = parseStationFlags(process.argv.slice(2))
if ('fault' in flags) fail(hostWord('badFlag', undefined, { fault: flags.fault }))
else await run(flags)

async function run(flags: StationFlags): Promise<void> {
  const { dataDir, lang, port } = flags
  const opened = await openStation({
    flags,
    shell: 'browser',
    version: await readVersion(join(import.meta.dirname, '..', '..')),
    clock: systemClock,
    virtualPrinterName: hostWord('virtualPrinter', lang),
    demoDir: join(import.meta.dirname, '..', '..', 'assets', 'demo'),
    onFault: logFault,
  })
  if (opened.kind !== 'open') return fail(hostWord(opened.kind, lang, { dataDir, ...opened }))
  const { host } = opened
  const tokens = createSessionTokens()
  const http = await startHttp(host, tokens, port)
  if (http === undefined) {
    await host.close()
    const holder = (await findPortHolder(port)) ?? hostWord('unknownHolder', lang)
    return fail(hostWord('portTaken', lang, { port, holder }))
  }
  await writeControlFile(dataDir, { port: http.port, token: tokens.control, pid: process.pid })
  stopOnSignals(async () => {
    await http.close()
    await host.close()
    await removeControlFile(dataDir)
  })
  const url = `http://${STATION_HOST}:${http.port}/#token=${tokens.page}`
  process.stdout.write(`Packline ready: ${url}\n`)
}

async function startHttp(
  host: StationHost,
  tokens: ReturnType<typeof createSessionTokens>,
  port: number,
): Promise<StationHttp | undefined> {
  try {
    return await startStationHttp({
      handlers: host.handlers,
      sessions: host.sessions,
      tokens,
      clock: systemClock,
      onFault: logFault,
      port,
      pageRoot: join(import.meta.dirname, '..', 'renderer'),
    })
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'EADDRINUSE') return undefined
    throw fault
  }
}

function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      void stop().finally(() => process.exit(0))
    })
}

function logFault(what: string, fault: unknown): void {
  process.stderr.write(`${what}: ${fault instanceof Error ? fault.message : String(fault)}\n`)
}

function fail(text: string): void {
  process.stderr.write(`${text}\n`)
  process.exitCode = 1
}
