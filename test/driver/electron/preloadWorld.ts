import type { ValueCodec } from './valueCodec.ts'
import type { WorldEnd } from './worlds.ts'

/** Calls from the main process into the preload world, by name on `globalThis`. */
export interface PreloadDoor {
  settle(id: number, ok: boolean, value: string): void
  deliver(channel: string, args: string): void
}

/** `require` of the preload script: it knows `electron` only, and of that the two parts a sandboxed
 *  preload uses. Self-contained: its source text runs in the preload world. */
export function createPreloadRequire(
  codec: ValueCodec,
  end: WorldEnd,
  names: { readonly binding: string; readonly door: string },
): (name: string) => unknown {
  const heard = new Map<string, Set<(event: object, ...args: unknown[]) => void>>()
  const waiting = new Map<number, (ok: boolean, value: unknown) => void>()
  let lastId = 0

  const tell = (message: object) => {
    const binding: unknown = Reflect.get(globalThis, names.binding)
    if (typeof binding === 'function') binding(JSON.stringify(message))
  }
  const door: PreloadDoor = {
    settle: (id, ok, value) => waiting.get(id)?.(ok, codec.decode(value)),
    deliver(channel, args) {
      for (const take of heard.get(channel) ?? []) take({}, ...(codec.decode(args) as unknown[]))
    },
  }
  Object.defineProperty(globalThis, names.door, { value: door })

  const uncovered = (part: string, known: object) =>
    new Proxy(known, {
      get(target, name) {
        if (name in target) return Reflect.get(target, name)
        throw new Error(`the stand-in does not cover ${part}.${String(name)}`)
      },
    })

  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = (lastId += 1)
        waiting.set(id, (ok, value) => {
          waiting.delete(id)
          if (ok) resolve(value)
          else reject(value)
        })
        tell({ op: 'invoke', id, channel, args: codec.encode(args) })
      }),
    send: (channel: string, ...args: unknown[]) =>
      tell({ op: 'send', id: 0, channel, args: codec.encode(args) }),
    on(channel: string, take: (event: object, ...args: unknown[]) => void) {
      heard.set(channel, (heard.get(channel) ?? new Set()).add(take))
    },
    removeListener: (channel: string, take: (event: object, ...args: unknown[]) => void) =>
      void heard.get(channel)?.delete(take),
  }
  const contextBridge = {
    exposeInMainWorld: (key: string, value: unknown) => end.expose(key, value),
  }
  const electron = {
    contextBridge: uncovered('contextBridge', contextBridge),
    ipcRenderer: uncovered('ipcRenderer', ipcRenderer),
  }
  return (name) => {
    if (name === 'electron') return uncovered('electron', electron)
    throw new Error(`a sandboxed preload cannot require ${name}`)
  }
}
