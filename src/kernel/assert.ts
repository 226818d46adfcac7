/** Throws when a promise of the program itself is broken; never for expected refusals. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`assertion failed: ${message}`)
}

/** Makes a switch over `kind` complete: a new kind that nobody handles does not compile. */
export function assertNever(value: never): never {
  throw new Error(`unhandled value: ${JSON.stringify(value)}`)
}
