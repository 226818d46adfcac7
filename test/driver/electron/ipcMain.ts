import { EventEmitter } from 'node:events'
import { createValueCodec } from './valueCodec.ts'

type Handler = (event: object, ...args: unknown[]) => unknown

export const valueCodec = createValueCodec()

class StandInIpcMain extends EventEmitter {
  readonly handlers = new Map<string, Handler>()

  handle(channel: string, handler: Handler): void {
    if (this.handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.handlers.set(channel, handler)
  }
  removeHandler(channel: string): void {
    this.handlers.delete(channel)
  }
}

export const ipcMain = new StandInIpcMain()

/** Runs the handler of a channel; what the preload world is told. */
export async function answerInvoke(
  event: object,
  channel: string,
  args: unknown[],
): Promise<{ ok: boolean; value: string }> {
  try {
    const handler = ipcMain.handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    return { ok: true, value: valueCodec.encode(await handler(event, ...args)) }
  } catch (fault) {
    const text = `Error invoking remote method '${channel}': ${String(fault)}`
    return { ok: false, value: valueCodec.encode(new Error(text)) }
  }
}
