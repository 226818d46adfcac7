/** Long work in small steps: whoever runs it may let other work in between two of them. */
export type Steps<T> = Generator<undefined, T, undefined>

/** Runs all steps at once. Example: runSteps(readImportInSteps(files, world)) */
export function runSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
