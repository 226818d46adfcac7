import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** Words of all clips of one language: name of the file without its ending -> what is said. */
type Lines = ReadonlyMap<string, string>

interface Speaker {
  readonly lines: Lines
  /** Speaks one line into a WAV file. */
  speak(line: string, wav: string): void
}

const SLOTS = 12
const PIECES = 99
/** Well above what speech of this kind needs to be understood, far below the size limit of the folder. */
const OPUS_KBIT = 14
/** What is softer than this at either end is silence and goes, so that the words come at once. */
const SILENCE = '0.5%'

const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1)

const DIGITS = ['', 'yi1', 'er4', 'san1', 'si4', 'wu3', 'liu4', 'qi1', 'ba1', 'jiu3']

/** A number of 1 to 99 in pinyin, as one word so that it is said in one breath. Example: 25 ->
 *  `er4shi2wu3`. */
function pinyinNumber(value: number): string {
  const tens = Math.floor(value / 10)
  const words = [tens > 1 ? DIGITS[tens] : '', tens > 0 ? 'shi2' : '', DIGITS[value % 10]]
  return words.join('')
}

/** Pieces are counted with 两, not 二; pinyin, for the dictionary reads 还 and 差 in another way. */
function chineseLines(): Lines {
  const pieces = (qty: number) => (qty === 2 ? 'liang3' : pinyinNumber(qty))
  return new Map([
    ...upTo(SLOTS).map((slot) => [`slot-${slot}`, `di4 ${pinyinNumber(slot)} ge2`] as const),
    ...upTo(PIECES).map((qty) => [`remaining-${qty}`, `hai2cha4 ${pieces(qty)} jian4`] as const),
    ['intercepted', 'lan2jie2'],
    ['paper-out', 'que1zhi3'],
  ])
}

function englishLines(): Lines {
  return new Map([
    ...upTo(SLOTS).map((slot) => [`slot-${slot}`, `slot ${slot}`] as const),
    ...upTo(PIECES).map((qty) => [`remaining-${qty}`, `${qty} to go`] as const),
    ['intercepted', 'order stopped'],
    ['paper-out', 'out of paper'],
  ])
}

const run = (program: string, args: readonly string[]) =>
  void execFileSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] })

const speakers: Readonly<Record<string, Speaker>> = {
  'zh-CN': {
    lines: chineseLines(),
    speak: (line, wav) =>
      run('espeak-ng', ['-v', 'cmn-latn-pinyin', '-s', '190', '-p', '45', '-w', wav, line]),
  },
  en: {
    lines: englishLines(),
    speak: (line, wav) => run('flite', ['-voice', 'slt', '-t', line, '-o', wav]),
  },
}

/** Cuts the silence at both ends, brings all clips to one loudness and packs them. */
function pack(wav: string, ogg: string, folder: string): void {
  const trimmed = join(folder, 'trimmed.wav')
  const cut = ['silence', '1', '0.01', SILENCE, 'reverse']
  run('sox', [wav, '-r', '24000', trimmed, ...cut, ...cut, 'gain', '-n', '-1', 'pad', '0', '0.02'])
  const quiet = ['--quiet', '--discard-comments', '--padding', '0', '--serial', '1', '--speech']
  run('opusenc', [...quiet, '--bitrate', String(OPUS_KBIT), '--framesize', '60', trimmed, ogg])
}

/** Makes every clip anew under `folder`/<language>/ and gives their size together, bytes. Needs Debian's
 *  espeak-ng, flite, sox and opus-tools. Example: node scripts/runTs.mjs scripts/makeVoice.ts */
export function makeVoice(folder: string): number {
  const own = mkdtempSync(join(tmpdir(), 'packline-voice-'))
  const spoken = join(own, 'spoken.wav')
  let bytes = 0
  for (const [language, { lines, speak }] of Object.entries(speakers)) {
    const out = join(folder, language)
    rmSync(out, { recursive: true, force: true })
    mkdirSync(out, { recursive: true })
    for (const [name, line] of lines) {
      speak(line, spoken)
      pack(spoken, join(out, `${name}.ogg`), own)
    }
    bytes += readdirSync(out).reduce((sum, name) => sum + statSync(join(out, name)).size, 0)
  }
  rmSync(own, { recursive: true })
  return bytes
}

const [, script, folder] = process.argv
if (script && resolve(script) === import.meta.filename) {
  const out = resolve(folder ?? join(import.meta.dirname, '..', 'assets', 'voice'))
  console.log(`${makeVoice(out)} bytes in ${out}`)
}
