/** Wraps a part of the stand-in so that whatever it does not have throws instead of being undefined:
 *  a test must never pass because a call did nothing. */
export function covered<T extends object>(name: string, part: T): T {
  return new Proxy(part, {
    get(target, key) {
      if (key in target || typeof key === 'symbol' || key === 'then' || key === 'toJSON') {
        const value: unknown = Reflect.get(target, key, target)
        return typeof value === 'function' ? value.bind(target) : value
      }
      throw new Error(`the stand-in does not cover ${name}.${key}`)
    },
  })
}

/** Records calls to parts that a headless machine does not have. */
export interface RecordedCall {
  readonly name: string
  readonly args: readonly unknown[]
}

export const recordedCalls: RecordedCall[] = []

/** A part whose calls are only written down; `answers` gives what they return. */
export function recorder(part: string, answers: Readonly<Record<string, unknown>>): object {
  const calls = Object.entries(answers).map(([name, answer]) => [
    name,
    (...args: unknown[]) => {
      recordedCalls.push({ name: `${part}.${name}`, args })
      return answer
    },
  ])
  return covered(part, Object.fromEntries(calls))
}

/** An event with Electron's `preventDefault`. */
export function preventable<T extends object>(facts: T) {
  let prevented = false
  return {
    ...facts,
    get defaultPrevented() {
      return prevented
    },
    preventDefault() {
      prevented = true
    },
  }
}
