import { randomUUID } from 'node:crypto'
import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron'
import type { Clock } from '@/kernel/clock.ts'
import { type BridgeHostMessage, refused } from '@/protocol/bridgeMessage.ts'
import { type BridgeReply, createBridgeGate } from '@/station/bridge/bridgeSession.ts'
import type { StationHost } from '@/station/stationHost.ts'
import { MESSAGE_CHANNEL, REQUEST_CHANNEL } from './ipcChannels.ts'
import { isOwnUrl } from './ownOrigin.ts'

export interface BridgeIpcOptions {
  readonly host: StationHost
  readonly clock: Clock
  readonly onFault: (name: string, fault: unknown) => void
}

type Gate = (message: unknown) => Promise<BridgeReply | undefined>

/** Serves the bridge to our windows; each window is one session that ends with it. */
export function serveBridgeIpc(options: BridgeIpcOptions): (contents: WebContents) => void {
  const gates = new Map<number, Gate>()
  ipcMain.handle(REQUEST_CHANNEL, (event, message: unknown) => {
    // Read now: later the frame may be gone or show another page.
    const gate = isOwnTopFrame(event) ? gates.get(event.sender.id) : undefined
    return gate ? gate(message) : denial(message)
  })
  return (contents) => {
    const caller = { sessionId: randomUUID(), role: 'page' as const }
    gates.set(
      contents.id,
      createBridgeGate({ ...options, handlers: options.host.handlers, caller }),
    )
    const added = options.host.sessions.add({
      ...caller,
      tell(name, payload) {
        const message: BridgeHostMessage = { kind: 'event', name, payload }
        if (!contents.isDestroyed()) contents.send(MESSAGE_CHANNEL, message)
      },
    })
    if (!added) gates.delete(contents.id)
    contents.once('destroyed', () => {
      gates.delete(contents.id)
      options.host.sessions.remove(caller.sessionId)
    })
  }
}

/** Only the top frame of our own page may speak; a frame that is gone may not. */
export function isOwnTopFrame(event: Pick<IpcMainInvokeEvent, 'senderFrame'>): boolean {
  const frame = event.senderFrame
  return frame !== null && frame.parent === null && isOwnUrl(frame.url)
}

function denial(message: unknown): BridgeReply {
  const hasId = typeof message === 'object' && message !== null && 'id' in message
  const id = hasId && typeof message.id === 'string' ? message.id : ''
  return { kind: 'reply', id, answer: refused('BRG-007', { name: REQUEST_CHANNEL }) }
}
