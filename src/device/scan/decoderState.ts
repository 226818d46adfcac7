import type { ImeRun } from './imeRun.ts'
import type { ScanRun } from './scanRun.ts'

/** The head of a broken scan, waiting for its tail. */
interface Partial {
  readonly text: string
  readonly endedAtMs: number
  /** True when it must be answered also when no tail comes. */
  readonly answerAlone: boolean
}

/** What the decoder keeps between two keys. */
export interface DecoderState {
  run: ScanRun | null
  /** What an input method may have made of the keys in a field. */
  ime: ImeRun | null
  /** When the last key came of a scan that an input method took; what follows at once is its tail. */
  takenAtMs: number
  /** The run that the clock ended, and the pad before: a late key of a busy page takes it back. */
  settled: { readonly run: ScanRun; readonly pad: string } | null
  partial: Partial | null
  pad: string
  lastScan: { readonly raw: string; readonly endedAtMs: number } | null
  lastSuffixAtMs: number
}

/** Nothing was pressed yet. */
export const createDecoderState = (): DecoderState => ({
  run: null,
  ime: null,
  takenAtMs: Number.NEGATIVE_INFINITY,
  settled: null,
  partial: null,
  pad: '',
  lastScan: null,
  lastSuffixAtMs: Number.NEGATIVE_INFINITY,
})
