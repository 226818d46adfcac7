/** A value as text and back. */
export interface ValueCodec {
  encode(value: unknown, onFunction?: (fn: object) => unknown): string
  decode(text: string, onFunction?: (mark: unknown) => unknown): unknown
}

/** What crosses the process border in Electron: structured clone (undefined, NaN, BigInt, Date, Error,
 *  bytes, Map, Set), written as JSON. Functions and symbols cannot be cloned, nor can cycles here.
 *  Self-contained: its source text also runs inside the page. */
export function createValueCodec(): ValueCodec {
  type Packed = readonly [tag: string, ...rest: unknown[]]
  type FunctionHook = ((fn: object) => unknown) | undefined
  type MarkHook = ((mark: unknown) => unknown) | undefined

  const fail = () => new Error('An object could not be cloned.')

  function packBytes(bytes: Uint8Array): string {
    let text = ''
    for (let at = 0; at < bytes.length; at += 0x8000)
      text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
    return btoa(text)
  }

  function pack(value: unknown, hook: FunctionHook, above: readonly unknown[]): Packed {
    if (value === undefined) return ['u']
    if (typeof value === 'bigint') return ['n', value.toString()]
    if (typeof value === 'number' && !Number.isFinite(value)) return ['f', String(value)]
    if (value === null || ['boolean', 'number', 'string'].includes(typeof value))
      return ['v', value]
    if (typeof value === 'symbol') throw fail()
    const mark = hook?.(value)
    if (mark !== undefined) return ['x', mark]
    if (typeof value === 'function' || above.includes(value)) throw fail()
    return packObject(value, hook, [...above, value])
  }

  function packObject(value: object, hook: FunctionHook, above: readonly unknown[]): Packed {
    const inner = (item: unknown) => pack(item, hook, above)
    if (value instanceof Date) return ['d', value.getTime()]
    if (value instanceof Error) return ['e', value.name, value.message]
    if (value instanceof Uint8Array) return ['b', packBytes(value)]
    if (value instanceof ArrayBuffer) return ['r', packBytes(new Uint8Array(value))]
    if (value instanceof Map)
      return ['m', [...value].map(([key, item]) => [inner(key), inner(item)])]
    if (value instanceof Set) return ['s', [...value].map(inner)]
    if (Array.isArray(value)) return ['a', value.map(inner)]
    const own = Object.getPrototypeOf(value)
    if (own !== null && Object.getPrototypeOf(own) !== null) throw fail()
    return ['o', Object.entries(value).map(([key, item]) => [key, inner(item)])]
  }

  function unpackBytes(text: unknown): Uint8Array {
    return Uint8Array.from(atob(String(text)), (char) => char.charCodeAt(0))
  }

  function unpackError(name: unknown, message: unknown): Error {
    const fault = new Error(String(message))
    fault.name = String(name)
    return fault
  }

  function unpack(packed: Packed, hook: MarkHook): unknown {
    const [tag, body, more] = packed
    const inner = (item: unknown) => unpack(item as Packed, hook)
    const pairs = () => (body as [Packed, Packed][]).map(([a, b]) => [a, inner(b)] as const)
    if (tag === 'u') return undefined
    if (tag === 'v') return body
    if (tag === 'n') return BigInt(String(body))
    if (tag === 'f') return Number(body)
    if (tag === 'd') return new Date(Number(body))
    if (tag === 'e') return unpackError(body, more)
    if (tag === 'b') return unpackBytes(body)
    if (tag === 'r') return unpackBytes(body).buffer
    if (tag === 'x') return hook?.(body)
    if (tag === 'a') return (body as unknown[]).map(inner)
    if (tag === 's') return new Set((body as unknown[]).map(inner))
    if (tag === 'm') return new Map(pairs().map(([key, item]) => [inner(key), item]))
    return Object.fromEntries(pairs().map(([key, item]) => [String(key), item]))
  }

  return {
    encode: (value, onFunction) => JSON.stringify(pack(value, onFunction, [])),
    decode: (text, onFunction) => unpack(JSON.parse(text) as Packed, onFunction),
  }
}
