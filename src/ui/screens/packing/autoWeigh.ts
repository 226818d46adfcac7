import type { StationScale } from '@/device/scale/stationScale.ts'
import { LOAD_G_MIN, type ScaleView, settledG } from '@/domain/weighing/scaleView.ts'
import type { In } from '@/workflow/packing/packingState.ts'
import type { Runner } from '../../workflow/runner.ts'

/** A load that differs by no more than this from one that was judged is the same, grams. */
const SAME_LOAD_G = 2

export interface AutoWeighPorts {
  readonly scale: Pick<StationScale, 'view' | 'subscribe'>
  readonly runner: Pick<Runner, 'view' | 'subscribe'>
  /** True while the packing screen is open. */
  readonly isOpen: () => boolean
  /** Gives the command WEIGH, as if its code was scanned. */
  readonly weigh: () => void
}

/** Weighs without a scan: where the packing screen waits for a load, the next one that stands still gives
 *  the command. A load that was judged is not judged again until it was lifted or has changed. Returns how
 *  to stop. */
export function autoWeigh({ scale, runner, isOpen, weigh }: AutoWeighPorts): () => void {
  let wasLifted = false
  let triedG: number | null = null
  const look = () => {
    const { state } = runner.view()
    const weightG = settledG(scale.view())
    const isAsked = isWeighing(state) && isOpen()
    if (!isAsked || weightG === null) triedG = null
    wasLifted = isAsked && (wasLifted || isEmpty(scale.view()))
    if (!isAsked || weightG === null || weightG === triedG) return
    if (!wasLifted && state.diff && Math.abs(state.diff.weightG - weightG) <= SAME_LOAD_G) return
    wasLifted = false
    triedG = weightG
    weigh()
  }
  const stops = [scale.subscribe(look), runner.subscribe(look)]
  return () => {
    for (const stop of stops) stop()
  }
}

const isWeighing = (state: unknown): state is In<'weighing'> =>
  typeof state === 'object' && state !== null && 'kind' in state && state.kind === 'weighing'

const isEmpty = (scale: ScaleView | null): boolean =>
  scale?.reading?.kind === 'load' && scale.reading.weightG < LOAD_G_MIN
