import { join } from 'node:path'
import { systemClock } from '@/kernel/clock.ts'
import { createSessionTokens } from '@/station/http/sessionTokens.ts'
import { STATION_HOST } from '@/station/http/requestPolicy.ts'
import { type StationHttp, startStationHttp } from '@/station/http/stationHttp.ts'
import { removeControlFile, takeDataDir, writeControlFile } from '@/station/instanceFile.ts'
import { findPortHolder } from '@/station/portHolder.ts'
import { parseStationFlags, type StationFlags } from '@/station/stationFlags.ts'
import { createStationHost, type StationHost } from '@/station/stationHost.ts'
import { readVersion } from '@/station/stationVersion.ts'
import { hostWord } from './stationWords.ts'

const flags = parseStationFlags(process.argv.slice(2))
if ('fault' in flags) fail(hostWord('badFlag', undefined, { fault: flags.fault }))
else await run(flags)

async function run(flags: StationFlags): Promise<void> {
  const { dataDir, lang, port } = flags
  const taken = await takeDataDir(dataDir)
  if (taken.kind === 'busy') return fail(hostWord('dataDirBusy', lang, { dataDir, pid: taken.pid }))
  const host = createStationHost({
    dataDir,
    version: await readVersion(join(import.meta.dirname, '..', '..')),
    shell: 'browser',
    flags: { demo: flags.demo, ...(lang && { lang }) },
    clock: systemClock,
    scannerPath: flags.scannerPath,
    onFault: logFault,
  })
  const tokens = createSessionTokens()
  const http = await startHttp(host, tokens, port)
  if (http === undefined) {
    await host.close()
    await taken.release()
    const holder = (await findPortHolder(port)) ?? hostWord('unknownHolder', lang)
    return fail(hostWord('portTaken', lang, { port, holder }))
  }
  await writeControlFile(dataDir, { port: http.port, token: tokens.control, pid: process.pid })
  stopOnSignals(async () => {
    await http.close()
    await host.close()
    await removeControlFile(dataDir)
    await taken.release()
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
