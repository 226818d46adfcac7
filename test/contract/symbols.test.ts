// Goal: no code we print reads as anything else. Method: random contents for each code and resolution,
// drawn by the real raster, many on a sheet, plain and with one dot of bleed, read by two other programs.
import { describe, expect, test } from 'vitest'
import { gs1CheckDigit } from '@/domain/barcode/checkDigit.ts'
import { GS, gs1Words, readGs1Elements } from '@/domain/barcode/gs1Elements.ts'
import { moduleMinDots } from '@/document/barcode/linearModules.ts'
import type { Bitmap } from '@/document/dotOp.ts'
import { defaultProfile, type PrinterProfile } from '@/document/printerProfile.ts'
import { createSeededRandom } from '@/kernel/random.ts'
import { loadLabelFonts } from '@/station/print/labelFonts.ts'
import { createLabelPress } from '@/station/print/labelPress.ts'
import { type CodeSheet, codeSheets, type SheetCode, withBleed } from '../driver/codeSheet.ts'
import { enlarged, readByZbar, readCrop } from '../driver/readCodes.ts'

const SEED = 1_000
const CODES = Number(process.env['PACKLINE_CODES'] ?? 120)
const MINUTES_MS = 60_000
const press = createLabelPress(loadLabelFonts())
const at203 = defaultProfile('p')
const at300: PrinterProfile = { ...at203, dotsPerMm: 11.811, headDots: 1_280 }

type Kind = SheetCode['kind']
type Dice = ReturnType<typeof createSeededRandom>

const digits = (dice: Dice, count: number): string =>
  Array.from({ length: count }, () => dice.int(10)).join('')
const withCheck = (body: string): string => `${body}${gs1CheckDigit(body)}`
const ascii = (dice: Dice, length: number): string =>
  Array.from({ length }, () => String.fromCharCode(33 + dice.int(94))).join('')
const mixed = (dice: Dice, lengthMax: number): string =>
  Array.from({ length: 1 + dice.int(4) }, () =>
    dice.int(2) === 0
      ? digits(dice, 1 + dice.int(lengthMax / 5))
      : ascii(dice, 1 + dice.int(lengthMax / 5)),
  ).join('')
const lot = (dice: Dice): string => ascii(dice, 1 + dice.int(8)).replace(/[#$@[\]{}~|^`\\()]/g, 'x')

function elements(dice: Dice): string {
  const day = `27${String(1 + dice.int(12)).padStart(2, '0')}28`
  return `01${withCheck(digits(dice, 13))}17${day}10${lot(dice)}${GS}21${digits(dice, 1 + dice.int(6))}`
}

const contents: Readonly<Record<Kind, (dice: Dice) => string>> = {
  code128: (dice) => mixed(dice, 20),
  ean13: (dice) => withCheck(digits(dice, 12)),
  ean8: (dice) => withCheck(digits(dice, 7)),
  upca: (dice) => withCheck(digits(dice, 11)),
  itf14: (dice) => withCheck(digits(dice, 13)),
  'gs1-128': elements,
  qr: (dice) => mixed(dice, 60),
  datamatrix: (dice) => mixed(dice, 40),
  'gs1-datamatrix': elements,
}

/** What zxing says of it: elements in brackets, a UPC-A as the EAN-13 it is. */
function asZxing(kind: Kind, text: string): string {
  if (kind === 'upca') return `0${text}`
  if (!kind.startsWith('gs1-')) return text
  const reading = readGs1Elements(text)
  return reading.kind === 'elements' ? gs1Words(reading.elements) : ''
}

const leastDots = (kind: Kind): number =>
  /^(?:ean|upca)/.test(kind) ? moduleMinDots(kind as 'upca') : 2

const asZbar = (kind: Kind, text: string): string => (kind === 'upca' ? `0${text}` : text)

async function misread(sheet: CodeSheet, bitmap: Bitmap): Promise<string[]> {
  const wrong: string[] = []
  for (const place of sheet.places) {
    const read = await readCrop(bitmap, place)
    const want = asZxing(place.kind, place.text)
    if (read.length !== 1 || read[0] !== want)
      wrong.push(`${want} in ${place.moduleDots} dots is ${read.join(' | ')}`)
  }
  return wrong
}

describe.each([
  ['203 dpi', at203],
  ['300 dpi', at300],
] as const)(`${CODES} random codes at %s (seed ${SEED})`, (_, profile) => {
  test.each(Object.keys(contents) as Kind[])('%s', { timeout: 10 * MINUTES_MS }, async (kind) => {
    const dice = createSeededRandom(SEED)
    const texts = new Set<string>()
    while (texts.size < CODES) texts.add(contents[kind](dice))
    const codes = [...texts].map((text) => ({
      kind,
      text,
      moduleDots: leastDots(kind) + dice.int(2),
    }))
    const sheets = codeSheets(codes, profile)
    const plain = sheets.map(({ model }) => press.draw(model, profile))
    const bled = plain.map(withBleed)
    for (const bitmaps of [plain, bled]) {
      const wrong = await Promise.all(
        sheets.map((sheet, i) => misread(sheet, bitmaps[i] as Bitmap)),
      )
      expect(wrong.flat()).toEqual([])
      if (kind.endsWith('datamatrix')) continue
      const read =
        kind === 'qr'
          ? await readByZbar(
              bitmaps.map((each) => enlarged(each, 2)),
              'squares',
            )
          : await readByZbar(bitmaps, 'bars')
      const wanted = new Set(codes.map(({ text }) => asZbar(kind, text)))
      expect([...read].filter((text) => !wanted.has(text))).toEqual([])
      expect([...wanted].filter((text) => !read.has(text))).toEqual([])
    }
  })
})
