import { GS } from './keyChar.ts'
import type { ScanSample } from './scanSample.ts'
import { DEFAULT_SCANNER_PROFILE, SCAN_GAP_MS_MAX, type ScannerProfile } from './scannerProfile.ts'

/** Codes a scanner is learned from: letters of both cases with a dash, a GS1 code with a separator,
 *  and the signs that sit elsewhere on other keyboards. None of them is anybody's code. */
export const PRACTICE_CODES = [
  'Packline-2468',
  `010690123456789210AB12${GS}217`,
  'yZ-09/.+=aQ',
] as const

/** Why a sample does not do. */
export type SampleFault =
  | 'nothing'
  | 'noSuffix'
  | 'tooSlow'
  | 'altKeys'
  | 'twice'
  | 'capsLock'
  | 'layout'
  | 'otherCode'
  | 'noSeparator'
  | 'oddSeparator'
  | 'tail'
  | 'unsteady'

export interface Unfit {
  readonly kind: 'unfit'
  readonly fault: SampleFault
  readonly got: string
  readonly expected: string
}

/** What one sample says of its scanner. */
interface Facts {
  readonly kind: 'facts'
  readonly prefix: string
  readonly gsText: string
}

export type Learned = { readonly kind: 'learned'; readonly profile: ScannerProfile } | Unfit

/** Room for a pause that the samples did not have; below this a busy computer would break scans. */
const GAP_ROOM = 2
const GAP_LEARNED_MS_MIN = 100
const GAP_STEP_MS = 10

/** The profile of the scanner that sent these samples, the n-th for the n-th practice code, or what
 *  speaks against it. Samples may be fewer: then it says whether they do so far. */
export function learnScanner(samples: readonly ScanSample[]): Learned {
  const facts: Facts[] = []
  for (const [i, sample] of samples.entries()) {
    const read = readFacts(sample, PRACTICE_CODES[i] ?? '')
    if (read.kind === 'unfit') return read
    facts.push(read)
  }
  const [first] = samples
  const last = samples.at(-1)
  if (!first || !last) return unfit('nothing', '', PRACTICE_CODES[0])
  const prefix = commonPrefix(facts.map((each) => each.prefix))
  const isSteady = samples.every(
    (each) =>
      each.suffix === first.suffix && each.deviceId === first.deviceId && each.f13 === first.f13,
  )
  if (prefix === null || !isSteady)
    return unfit('unsteady', last.text, PRACTICE_CODES[samples.length - 1] ?? '')
  const { suffix } = first
  return {
    kind: 'learned',
    profile: {
      ...DEFAULT_SCANNER_PROFILE,
      deviceId: first.deviceId,
      prefix: first.f13 ? 'F13' : prefix,
      suffixes:
        suffix === null || suffix === 'framed' ? DEFAULT_SCANNER_PROFILE.suffixes : [suffix],
      gsText: facts.find(({ gsText }) => gsText !== '')?.gsText ?? '',
      gapMsMax: roomyGap(Math.max(...samples.map(({ gapMsMax }) => gapMsMax))),
    },
  }
}

function roomyGap(gapMs: number): number {
  const roomy = Math.ceil((gapMs * GAP_ROOM) / GAP_STEP_MS) * GAP_STEP_MS
  return Math.min(SCAN_GAP_MS_MAX, Math.max(GAP_LEARNED_MS_MIN, roomy))
}

/** What stands before each code; AIM ids differ from code to code. */
function commonPrefix(prefixes: readonly string[]): string | null {
  const [first = ''] = prefixes
  if (prefixes.every((each) => /^\][A-Za-z]\d$/.test(each))) return 'aim'
  return prefixes.every((each) => each === first) ? first : null
}

function readFacts(sample: ScanSample, expected: string): Facts | Unfit {
  const { text } = sample
  const fault = faultOfKeys(sample)
  if (fault !== null) return unfit(fault, shownText(sample), expected)
  const found = findCode(text, expected)
  if (found === null) return unfit(faultOfText(sample, expected), shownText(sample), expected)
  const { separator, prefix, tail } = found
  if (tail !== '') return unfit('tail', tail, expected)
  if (separator === null || separator === GS) return { kind: 'facts', prefix, gsText: '' }
  if (separator === '' && sample.oddKeys.length === 0) return unfit('noSeparator', text, expected)
  // A letter or digit for the separator would be taken out of other codes too.
  if (!/^[^0-9A-Za-z\s/.+-]$/.test(separator))
    return unfit('oddSeparator', separator || sample.oddKeys.join(' '), expected)
  return { kind: 'facts', prefix, gsText: separator }
}

function faultOfKeys(sample: ScanSample): SampleFault | null {
  if (sample.alt) return 'altKeys'
  if (sample.text === '') return 'nothing'
  if (sample.suffix === null) return 'noSuffix'
  if (sample.gapMsMax > SCAN_GAP_MS_MAX) return 'tooSlow'
  return sample.twice ? 'twice' : null
}

function faultOfText({ text }: ScanSample, expected: string): SampleFault {
  if (text.toLowerCase().includes(expected.toLowerCase())) return 'capsLock'
  const digits = (of: string) => of.replace(/\D/g, '')
  const isNear = text.length >= expected.length && text.length <= expected.length + PREFIX_MAX
  return isNear && digits(text).includes(digits(expected)) ? 'layout' : 'otherCode'
}

const PREFIX_MAX = 8

/** The practice code in a text, with whatever stands in the place of its separator. */
function findCode(text: string, expected: string) {
  const parts = expected.split(GS).map((part) => part.replace(/[^0-9A-Za-z]/g, '\\$&'))
  const match = new RegExp(parts.join('([^]{0,4}?)')).exec(text)
  if (match === null) return null
  const [whole, separator] = match
  const prefix = text.slice(0, match.index)
  const tail = text.slice(match.index + whole.length)
  return { prefix, tail, separator: separator ?? null }
}

const shownText = ({ text, oddKeys }: ScanSample): string =>
  text === '' ? oddKeys.join(' ') : text.replaceAll(GS, '[GS]')

function unfit(fault: SampleFault, got: string, expected: string): Unfit {
  return { kind: 'unfit', fault, got, expected: expected.replaceAll(GS, '[GS]') }
}

/** One profile for two scanners at one keyboard; null: one would be read wrongly by it. */
export function joinProfiles(one: ScannerProfile, other: ScannerProfile): ScannerProfile | null {
  const prefixes = new Set([one.prefix, other.prefix].filter((prefix) => prefix !== ''))
  const signs = new Set([one.gsText, other.gsText].filter((text) => text !== ''))
  if (prefixes.size > 1 || signs.size > 1) return null
  return {
    ...other,
    prefix: [...prefixes][0] ?? '',
    gsText: [...signs][0] ?? '',
    suffixes: [...new Set([...one.suffixes, ...other.suffixes])],
    gapMsMax: Math.max(one.gapMsMax, other.gapMsMax),
  }
}
