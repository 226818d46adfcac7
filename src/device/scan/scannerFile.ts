import {
  DEFAULT_SCANNER_PROFILE,
  SCAN_GAP_MS_MAX,
  SCAN_GAP_MS_MIN,
  type ScannerProfile,
  type ScanSuffix,
} from './scannerProfile.ts'

/** Says what a file is, so that no other JSON is taken for it. */
const FORMAT = 'packline.scanners'
const VERSION = 1
/** More scanners than one station has. */
export const SCANNERS_MAX = 16
/** Longest file that is read, characters. */
export const SCANNER_FILE_MAX = 64_000
const TEXT_MAX = 16
const SUFFIXES: readonly ScanSuffix[] = ['enter', 'tab', 'lf']

/** The scanners of a station as a file that another station reads. */
export function writeScannerFile(profiles: readonly ScannerProfile[]): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, profiles }, null, 2)}\n`
}

/** Reads what `writeScannerFile` wrote; anything else, also in one field, is refused whole (null). */
export function readScannerFile(text: string): readonly ScannerProfile[] | null {
  if (text.length > SCANNER_FILE_MAX) return null
  const file = toRecord(parseJson(text))
  if (file === null || file.format !== FORMAT || file.version !== VERSION) return null
  const { profiles } = file
  if (!Array.isArray(profiles) || profiles.length === 0 || profiles.length > SCANNERS_MAX)
    return null
  const read = profiles.map(readProfile)
  const good = read.filter((each) => each !== null)
  const isWhole = good.length === read.length
  return isWhole && new Set(good.map(({ deviceId }) => deviceId)).size === good.length ? good : null
}

function readProfile(value: unknown): ScannerProfile | null {
  const { deviceId, prefix, stripStart, stripEnd, gsText, suffixes, gapMsMax, repeatMsMax } =
    toRecord(value) ?? {}
  if (!isText(deviceId, 64) || deviceId === '') return null
  if (!isText(prefix) || !isText(stripStart) || !isText(stripEnd) || !isText(gsText)) return null
  const ends = readSuffixes(suffixes)
  if (ends === null || !isWithin(gapMsMax, SCAN_GAP_MS_MIN, SCAN_GAP_MS_MAX)) return null
  if (!isWithin(repeatMsMax, 0, DEFAULT_SCANNER_PROFILE.repeatMsMax)) return null
  return { deviceId, prefix, stripStart, stripEnd, gsText, suffixes: ends, gapMsMax, repeatMsMax }
}

/** A scanner without a suffix is none that can be worked with. */
function readSuffixes(value: unknown): ScanSuffix[] | null {
  if (!Array.isArray(value) || value.length === 0 || value.length > SUFFIXES.length) return null
  const known = SUFFIXES.filter((suffix) => value.includes(suffix))
  return known.length === value.length ? known : null
}

const isText = (value: unknown, most = TEXT_MAX): value is string =>
  typeof value === 'string' && value.length <= most

const isWithin = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most

function toRecord(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
