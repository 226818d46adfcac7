import { WebSocket } from 'ws'
import { createSocketTransport } from '@/device/socketTransport.ts'
import { createStationClient, type StationClient } from '@/device/stationClient.ts'
import { systemClock } from '@/kernel/clock.ts'
import { systemRandom } from '@/kernel/random.ts'
import { systemTimers } from '@/kernel/timers.ts'
import { BRIDGE_PATH } from '@/protocol/bridgeMessage.ts'
import { type ControlFile, readControlFile } from '@/station/instanceFile.ts'
import { STATION_HOST } from '@/station/http/requestPolicy.ts'

/** Connects a command-line tool to the station that runs on `dataDir`; undefined when none does. */
export async function connectTool(dataDir: string): Promise<StationClient | undefined> {
  const control = await readControlFile(dataDir)
  if (!control) return undefined
  const client = createStationClient({
    transport: createSocketTransport({
      open: () => openSocket(control),
      token: control.token,
      timers: systemTimers,
    }),
    clock: systemClock,
    random: systemRandom,
    timers: systemTimers,
  })
  const hello = await client.request('host.hello', {})
  if (hello.ok) return client
  client.close()
  return undefined
}

function openSocket({ port }: ControlFile): WebSocket {
  const own = `${STATION_HOST}:${port}`
  return new WebSocket(`ws://${own}${BRIDGE_PATH}`, { origin: `http://${own}` })
}
