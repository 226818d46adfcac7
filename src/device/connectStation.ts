import { systemClock } from '@/kernel/clock.ts'
import { systemRandom } from '@/kernel/random.ts'
import { systemTimers } from '@/kernel/timers.ts'
import { BRIDGE_PATH } from '@/protocol/bridgeMessage.ts'
import { createPreloadTransport, isPreloadBridge } from './preloadTransport.ts'
import { createSocketTransport, type SocketLike } from './socketTransport.ts'
import { createStationClient, type StationClient } from './stationClient.ts'
import type { StationTransport } from './stationTransport.ts'

const TOKEN_KEY = 'packline.session'

export interface ConnectedStation {
  readonly shell: 'browser' | 'electron'
  readonly client: StationClient
}

/** Connects this page to its host: through the desktop shell's bridge where there is one, else over
 *  a socket to the address the page came from. */
export function connectStation(): ConnectedStation {
  const bridge: unknown = Reflect.get(window, 'packlineBridge')
  if (isPreloadBridge(bridge))
    return { shell: 'electron', client: clientOver(createPreloadTransport(bridge)) }
  const open = (): SocketLike => new WebSocket(`ws://${location.host}${BRIDGE_PATH}`)
  const transport = createSocketTransport({ open, token: takeToken(), timers: systemTimers })
  return { shell: 'browser', client: clientOver(transport) }
}

function clientOver(transport: StationTransport): StationClient {
  return createStationClient({
    transport,
    clock: systemClock,
    random: systemRandom,
    timers: systemTimers,
  })
}

/** The token comes in the fragment, which no request ever carries; it is taken out of the address at
 *  once and kept for reloads of this tab only. */
function takeToken(): string {
  const given = new URLSearchParams(location.hash.slice(1)).get('token')
  if (given === null) return sessionStorage.getItem(TOKEN_KEY) ?? ''
  sessionStorage.setItem(TOKEN_KEY, given)
  history.replaceState(null, '', location.pathname)
  return given
}
