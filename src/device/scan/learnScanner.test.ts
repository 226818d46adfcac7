import { describe, expect, test } from 'vitest'
import { GS } from './keyChar.ts'
import { joinProfiles, learnScanner, PRACTICE_CODES } from './learnScanner.ts'
import { readScannerFile, writeScannerFile } from './scannerFile.ts'
import { DEFAULT_SCANNER_PROFILE, stripScan } from './scannerProfile.ts'
import { commandIn, lineSample, readSample, type SampleStroke } from './scanSample.ts'
import { strokesOf } from './strokesOf.ts'

/** Goal: three samples say how a scanner sends, and a scanner that cannot be worked with is refused for
 *  the right reason. Method: scanners as tables of what they put around and into a code. */
interface Scanner {
  readonly before?: string
  readonly f13?: boolean
  readonly after?: string
  readonly suffix?: readonly Partial<SampleStroke>[]
  readonly gapMs?: number
  readonly gs?: readonly (Partial<SampleStroke> & { readonly code: string })[]
  readonly change?: (text: string) => string
}

const ENTER = [{ code: 'Enter' }]
const CTRL_GS = [{ code: 'BracketRight', ctrl: true }]

function scanOf(scanner: Scanner, code: string) {
  const { before = '', after = '', suffix = ENTER, gapMs = 10, gs = CTRL_GS } = scanner
  const sent = before + (scanner.change?.(code) ?? code) + after
  const keys = [
    ...(scanner.f13 ? [{ code: 'F13' }] : []),
    ...Array.from(sent).flatMap((char) => (char === GS ? gs : strokesOf(char))),
    ...suffix,
  ]
  const none = { code: '', shift: false, ctrl: false, alt: false }
  return readSample(keys.map((key, i) => ({ ...none, ...key, pressedAtMs: 1_000 + i * gapMs })))
}

const learn = (scanner: Scanner) =>
  learnScanner(PRACTICE_CODES.map((code) => scanOf(scanner, code)))

describe('three samples teach', () => {
  test.each<[string, Scanner, Partial<typeof DEFAULT_SCANNER_PROFILE>]>([
    ['Enter', {}, { suffixes: ['enter'], prefix: '', gsText: '', gapMsMax: 100 }],
    ['Tab', { suffix: [{ code: 'Tab' }] }, { suffixes: ['tab'] }],
    ['a line feed', { suffix: [{ code: 'KeyJ', ctrl: true }] }, { suffixes: ['lf'] }],
    [
      'carriage return and line feed as one end',
      { suffix: [{ code: 'Enter' }, { code: 'KeyJ', ctrl: true }] },
      { suffixes: ['enter'] },
    ],
    ['the key F13 in front', { f13: true }, { prefix: 'F13' }],
    ['a text in front', { before: '~' }, { prefix: '~' }],
    ['a slow scanner', { gapMs: 80 }, { gapMsMax: 160 }],
    ['the slowest scanner', { gapMs: 400 }, { gapMsMax: 400 }],
    [
      'a sign of its own for the separator',
      { gs: [{ code: 'Backslash', shift: true }] },
      { gsText: '|' },
    ],
  ])('%s', (_, scanner, expected) => {
    const learned = learn(scanner)
    expect(learned).toMatchObject({ kind: 'learned', profile: expected })
    if (learned.kind !== 'learned') return
    for (const code of PRACTICE_CODES)
      expect(stripScan(learned.profile, scanOf(scanner, code).text)).toBe(code)
  })

  test('an AIM id, which differs from code to code', () => {
    const ids = [']C0', ']C1', ']Q3']
    const learned = learnScanner(
      PRACTICE_CODES.map((code, i) => scanOf({ before: ids[i] ?? '' }, code)),
    )
    expect(learned).toMatchObject({ kind: 'learned', profile: { prefix: 'aim' } })
  })

  test('a scanner on a serial line, whose scans need no key at the end', () => {
    const samples = PRACTICE_CODES.map((code) =>
      lineSample({ deviceId: 'serial:ttyACM0', source: 'serial', text: `]C1${code}` }),
    )
    const profile = { deviceId: 'serial:ttyACM0', prefix: 'aim' }
    expect(learnScanner(samples)).toMatchObject({ kind: 'learned', profile })
  })
})

describe('refused with a reason', () => {
  test.each<[string, Scanner]>([
    ['noSuffix', { suffix: [] }],
    ['tooSlow', { gapMs: 401 }],
    ['altKeys', { suffix: [{ code: 'Numpad4', alt: true }, ...ENTER] }],
    ['twice', { suffix: [...ENTER, { code: 'KeyA' }, ...ENTER] }],
    ['capsLock', { change: (text) => text.toUpperCase() }],
    ['layout', { change: (text) => text.replaceAll('-', '/').replaceAll('k', 'q') }],
    ['otherCode', { change: () => '6901234567892' }],
    ['noSeparator', { gs: [] }],
    ['oddSeparator', { gs: [{ code: 'F8' }] }],
    ['oddSeparator', { gs: [{ code: 'KeyX' }] }],
    ['tail', { after: '99' }],
    ['nothing', { change: () => '', suffix: [{ code: 'F5' }, ...ENTER] }],
  ])('%s', (fault, scanner) => {
    expect(learn(scanner)).toMatchObject({ kind: 'unfit', fault })
  })

  test('a scanner that changes from scan to scan', () => {
    const [one, two, three] = PRACTICE_CODES
    const tab = scanOf({ suffix: [{ code: 'Tab' }] }, two)
    expect(learnScanner([scanOf({}, one), tab])).toMatchObject({ fault: 'unsteady' })
    const prefixed = scanOf({ before: '#' }, three)
    expect(learnScanner([scanOf({}, one), scanOf({}, two), prefixed])).toMatchObject({
      fault: 'unsteady',
    })
  })
})

test('a command code is found whatever the scanner puts around it', () => {
  expect(commandIn(']C0ZQBACKQ')).toBe('ZQBACKQ')
  expect(commandIn('ZQBACKX')).toBeNull()
  expect(PRACTICE_CODES.map(commandIn)).toEqual([null, null, null])
})

describe('the file of a station', () => {
  const profile = { ...DEFAULT_SCANNER_PROFILE, prefix: 'aim', gsText: '|' }

  test('is read as it was written', () => {
    expect(readScannerFile(writeScannerFile([profile]))).toEqual([profile])
  })

  test.each<[string, object]>([
    ['no scanner', { profiles: [] }],
    ['another format', { format: 'packline.printers' }],
    ['a later version', { version: 2 }],
    ['no suffix', { profiles: [{ ...profile, suffixes: [] }] }],
    ['an unknown suffix', { profiles: [{ ...profile, suffixes: ['f12'] }] }],
    ['a gap beyond the limit', { profiles: [{ ...profile, gapMsMax: 401 }] }],
    ['a gap below the limit', { profiles: [{ ...profile, gapMsMax: 49 }] }],
    ['a long prefix', { profiles: [{ ...profile, prefix: 'x'.repeat(17) }] }],
    ['one device twice', { profiles: [profile, profile] }],
    ['a missing field', { profiles: [{ deviceId: 'keyboard' }] }],
  ])('is refused whole with %s', (_, part) => {
    const file = { ...JSON.parse(writeScannerFile([profile])), ...part }
    expect(readScannerFile(JSON.stringify(file))).toBeNull()
  })

  test('is refused when it is no JSON', () => {
    expect(readScannerFile('[')).toBeNull()
    expect(readScannerFile('7')).toBeNull()
  })
})

test('two scanners at one keyboard share a profile unless one would be read wrongly', () => {
  const plain = { ...DEFAULT_SCANNER_PROFILE, suffixes: ['enter'] as const }
  const tab = { ...plain, suffixes: ['tab'] as const, prefix: '~', gapMsMax: 200 }
  expect(joinProfiles(plain, tab)).toMatchObject({
    suffixes: ['enter', 'tab'],
    prefix: '~',
    gapMsMax: 200,
  })
  expect(joinProfiles({ ...plain, prefix: 'aim' }, tab)).toBeNull()
})
