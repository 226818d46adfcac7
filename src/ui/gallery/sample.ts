import type { ReactNode } from 'react'

/** One state of a screen, drawn from made-up data. Each screen lists its samples beside it:
 *  `export const pickSamples: readonly Sample[]`, and `samples.ts` collects them. */
export interface Sample {
  /** `screen/state`, such as `pick/scanBin`: unique, and the name of its picture. */
  readonly id: string
  render(): ReactNode
}
