import {
  learnScanner,
  PRACTICE_CODES,
  type SampleFault,
  type Unfit,
} from '@/device/scan/learnScanner.ts'
import type { ScanSample } from '@/device/scan/scanSample.ts'
import type { ScannerProfile } from '@/device/scan/scannerProfile.ts'
import { accepted, attention, refused } from '@/workflow/workflow.ts'
import type { CommandVerb } from '@/domain/barcode/commandCode.ts'
import type { Notice } from '@/kernel/notice.ts'

/** Where the Devices screen stands. */
export type DevicesState =
  /** All devices; the card with this number takes the commands. */
  | { readonly kind: 'list'; readonly selected: number }
  /** What waits for the chosen printer goes to another; the card `to` takes it. */
  | { readonly kind: 'target'; readonly selected: number; readonly to: number }
  /** A scanner is learned; `unfit` says why the last sample did not do. */
  | {
      readonly kind: 'sample'
      readonly selected: number
      readonly samples: readonly ScanSample[]
      readonly unfit: Unfit | null
    }
  | {
      readonly kind: 'learned'
      readonly selected: number
      readonly samples: readonly ScanSample[]
      readonly profile: ScannerProfile
    }

/** Commands that mean something now, most used first. */
export const devicesVerbs = ({ kind }: DevicesState): readonly CommandVerb[] => verbsOf[kind]

const verbsOf: Readonly<Record<DevicesState['kind'], readonly CommandVerb[]>> = {
  list: ['OK', 'NEXT', 'PREV', 'YES', 'HOLD', 'BACK'],
  target: ['OK', 'NEXT', 'PREV', 'BACK'],
  sample: ['UNDO', 'BACK'],
  learned: ['OK', 'YES', 'UNDO', 'BACK'],
}

/** A step of the screen, and what it says. */
export interface DevicesStep {
  readonly state: DevicesState
  readonly notice: Notice
}

const faultCodes: Readonly<Record<SampleFault, string>> = {
  noSuffix: 'DEV-010',
  tooSlow: 'DEV-011',
  altKeys: 'DEV-012',
  capsLock: 'DEV-013',
  layout: 'DEV-014',
  otherCode: 'DEV-015',
  nothing: 'DEV-015',
  noSeparator: 'DEV-016',
  oddSeparator: 'DEV-017',
  unsteady: 'DEV-018',
  tail: 'DEV-019',
  twice: 'DEV-020',
}

/** Begins to learn a scanner. */
export const beginSamples = (selected: number): DevicesStep => ({
  state: { kind: 'sample', selected, samples: [], unfit: null },
  notice: accepted('DEV-005', { count: PRACTICE_CODES.length }),
})

/** A scanner is being learned. */
export type Sampling = Extract<DevicesState, { kind: 'sample' | 'learned' }>

/** Takes the sample of the practice code that is shown; one that does not do is not kept. */
export function takeSample(state: Sampling, sample: ScanSample): DevicesStep {
  const { selected } = state
  if (state.kind === 'learned') return { state, notice: attention('DEV-007') }
  const samples = [...state.samples, sample]
  const learned = learnScanner(samples)
  if (learned.kind === 'unfit') {
    const { fault, got, expected } = learned
    return {
      state: { ...state, unfit: learned },
      notice: refused(faultCodes[fault], { raw: got, got, expected }),
    }
  }
  if (samples.length < PRACTICE_CODES.length)
    return {
      state: { kind: 'sample', selected, samples, unfit: null },
      notice: accepted('DEV-006', { no: samples.length, count: PRACTICE_CODES.length }),
    }
  return {
    state: { kind: 'learned', selected, samples, profile: learned.profile },
    notice: attention('DEV-007'),
  }
}

/** Takes the last sample back; null: there is none. */
export function dropSample({ selected, samples }: Sampling): DevicesStep | null {
  if (samples.length === 0) return null
  return {
    state: { kind: 'sample', selected, samples: samples.slice(0, -1), unfit: null },
    notice: accepted('DEV-008', { no: samples.length }),
  }
}
