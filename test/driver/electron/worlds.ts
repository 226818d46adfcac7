import type { ValueCodec } from './valueCodec.ts'

/** One end of the wall between the page's world and the preload script's world. */
export interface WorldEnd {
  /** Puts `value` before the other world under `key`. */
  expose(key: string, value: unknown): void
}

/** The two worlds share the DOM only, so calls cross as synchronous events under a random name.
 *  Functions become frozen proxies on the other side, promises follow later. Self-contained: its
 *  source text runs in both worlds; `globalThis.window` here is the page's. */
export function createWorldEnd(
  codec: ValueCodec,
  names: { readonly out: string; readonly in: string },
): WorldEnd {
  interface Message {
    readonly op: 'call' | 'return' | 'settle' | 'expose'
    readonly id: number | string
    readonly ok?: boolean
    readonly value: string
  }
  const local = new Map<number, (...args: unknown[]) => unknown>()
  const ids = new Map<object, number>()
  const settled = new Map<number, { resolve(v: unknown): void; reject(v: unknown): void }>()
  const returned: Message[] = []
  let lastId = 0

  const tell = (message: Message) =>
    window.dispatchEvent(new CustomEvent(names.out, { detail: JSON.stringify(message) }))

  function mark(value: object): unknown {
    if (typeof value === 'function') {
      const id = ids.get(value) ?? (lastId += 1)
      ids.set(value, id)
      local.set(id, value as (...args: unknown[]) => unknown)
      return { fn: id }
    }
    if (!(value instanceof Promise)) return undefined
    const id = (lastId += 1)
    const settle = (ok: boolean) => (result: unknown) =>
      tell({ op: 'settle', id, ok, value: codec.encode(result, mark) })
    value.then(settle(true), settle(false))
    return { promise: id }
  }

  function unmark(marked: unknown): unknown {
    const { fn, promise } = marked as { fn?: number; promise?: number }
    if (fn !== undefined) return Object.freeze((...args: unknown[]) => callRemote(fn, args))
    return new Promise((resolve, reject) => settled.set(promise ?? 0, { resolve, reject }))
  }

  function callRemote(id: number, args: unknown[]): unknown {
    tell({ op: 'call', id, value: codec.encode(args, mark) })
    const answer = returned.pop()
    if (!answer) throw new Error('the other world is gone')
    const value = codec.decode(answer.value, unmark)
    if (answer.ok) return value
    throw value
  }

  function answerCall({ id, value }: Message): void {
    try {
      const args = codec.decode(value, unmark) as unknown[]
      const result = local.get(Number(id))?.(...args)
      tell({ op: 'return', id, ok: true, value: codec.encode(result, mark) })
    } catch (fault) {
      const plain = fault instanceof Error ? fault : new Error(String(fault))
      tell({ op: 'return', id, ok: false, value: codec.encode(plain) })
    }
  }

  function freezeDeep(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value
    for (const item of Object.values(value)) freezeDeep(item)
    return Object.freeze(value)
  }

  function settleRemote({ id, ok, value }: Message): void {
    const waiting = settled.get(Number(id))
    settled.delete(Number(id))
    const result = codec.decode(value, unmark)
    if (ok) waiting?.resolve(result)
    else waiting?.reject(result)
  }

  window.addEventListener(names.in, (event) => {
    const message = JSON.parse(String((event as CustomEvent).detail)) as Message
    if (message.op === 'call') answerCall(message)
    if (message.op === 'return') returned.push(message)
    if (message.op === 'settle') settleRemote(message)
    if (message.op === 'expose') {
      const value = freezeDeep(codec.decode(message.value, unmark))
      Object.defineProperty(globalThis, String(message.id), { value, enumerable: true })
    }
  })

  return {
    expose: (key, value) => void tell({ op: 'expose', id: key, value: codec.encode(value, mark) }),
  }
}
