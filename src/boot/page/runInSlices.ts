import type { Clock } from '@/kernel/clock.ts'
import type { Steps } from '@/kernel/steps.ts'

/** Longest piece of work between two looks at the clock, ms: a scan waits no longer for it than a frame
 *  or two. */
const SLICE_MS = 25
/** Steps between two looks at the clock. */
const STEPS_PER_LOOK = 32

/** Runs long work in slices, so that scans, keys and paint come in between. */
export async function runInSlices<T>(steps: Steps<T>, clock: Clock): Promise<T> {
  for (;;) {
    const untilMs = clock.monoMs() + SLICE_MS
    do {
      for (let done = 0; done < STEPS_PER_LOOK; done += 1) {
        const step = steps.next()
        if (step.done) return step.value
      }
    } while (clock.monoMs() < untilMs)
    await nextTurn()
  }
}

/** The next turn of the event loop. Not a timer: those are held back to one a second in a hidden page. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
