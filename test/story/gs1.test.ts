// Our reading of GS1 element strings against two others: the lint of bwip-js and the text of zxing.
import bwipjs from 'bwip-js/generic'
import { describe, expect, test } from 'vitest'
import { gs1CheckDigit } from '@/domain/barcode/checkDigit.ts'
import { GS, gs1Words, readGs1Elements } from '@/domain/barcode/gs1Elements.ts'
import { type Gs1Element, type Gs1Format, gs1FormatOf } from '@/domain/barcode/gs1Table.ts'
import { createSeededRandom } from '@/kernel/random.ts'

const SEED = 820
const random = createSeededRandom(SEED)
/** Without brackets: bwip-js would take them for identifiers. */
const X_CHARACTERS =
  '!"%&\'*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'
const OTHER_CHARACTERS = '#$@[]{}~|^` '
/** One of each format, and all that a warehouse meets. */
const AIS =
  '00 01 02 10 11 13 15 17 20 21 22 235 240 241 242 251 253 255 30 3100 3103 3305 37 400 402 403 410 417 420 4300 4309 4321 4324 4326 4330 7001 7003 7004 7006 7007 7011 7240 8001 8003 8005 8006 8008 8011 8017 8020 8040 8200 90 91 99'.split(
    ' ',
  )

const pick = (characters: string): string => characters.charAt(random.int(characters.length))
const digits = (count: number): string =>
  Array.from({ length: count }, () => random.int(10)).join('')
const two = (number: number): string => String(number).padStart(2, '0')

function valueFor(format: Gs1Format): string {
  return format.parts
    .map((part, index) => {
      if (part.isOptional && random.int(2) === 0 && index > 0) return ''
      const length = part.lengthMin + random.int(part.lengthMax - part.lengthMin + 1)
      if (part.check === 'csum') {
        const body = digits(length - 1)
        return `${body}${gs1CheckDigit(body)}`
      }
      if (part.check?.startsWith('yymmd'))
        return `${two(random.int(100))}${two(1 + random.int(12))}${two(1 + random.int(28))}`
      if (part.check === 'hhmi') return `${two(random.int(24))}${two(random.int(60))}`
      if (part.check === 'hyphen') return '-'
      if (part.check === 'zero') return '0'
      if (part.check === 'winding') return pick('019')
      if (part.check === 'nonzero') return `1${digits(length - 1)}`
      if (part.check === 'yesno') return String(random.int(2))
      if (part.check === 'latitude' || part.check === 'longitude') return `0${digits(length - 1)}`
      if (part.check === 'pieceoftotal') return '0102'
      if (part.check === 'hh') return two(random.int(24))
      if (part.check === 'mi' || part.check === 'ss') return two(random.int(60))
      if (part.check === 'nozeroprefix') return `7${digits(length - 1)}`
      if (part.type === 'N') return digits(length)
      return Array.from({ length }, () => pick(X_CHARACTERS.replace('%', ''))).join('')
    })
    .join('')
}

/** The same value with one thing wrong, most of the time. */
function damaged(value: string): string {
  const at = random.int(value.length)
  const put = (text: string): string => value.slice(0, at) + text + value.slice(at + 1)
  return (
    [
      () => put(String(random.int(10))),
      () => put(pick(OTHER_CHARACTERS)),
      () => value + pick('0123456789'),
      () => value.slice(0, -1),
      () => put(pick('AZaz')),
      () => value,
      () => value.repeat(4),
    ][random.int(7)]?.() ?? value
  )
}

function formatOf(ai: string): Gs1Format {
  const format = gs1FormatOf(ai)
  if (!format) throw new Error(`no identifier ${ai}`)
  return format
}

/** The word for the first fault that bwip-js names, or undefined where it draws the code. */
function faultOfBwip(words: string): string | undefined {
  try {
    bwipjs.raw('gs1-128', words)
    return undefined
  } catch (fault) {
    return String(fault)
  }
}

/** One to five elements, each identifier once. */
function someElements(): Gs1Element[] {
  const ais = new Set(
    Array.from({ length: 1 + random.int(5) }, () => AIS[random.int(AIS.length)] ?? ''),
  )
  return [...ais].map((ai) => ({ ai, value: valueFor(formatOf(ai)) }))
}

/** As printed: a separator behind every element that needs one, unless it is the last. */
function joined(elements: readonly Gs1Element[]): string {
  return elements
    .map(({ ai, value }, i) => {
      const isOpen = !formatOf(ai).isPredefined && i < elements.length - 1
      return ai + value + (isOpen ? GS : '')
    })
    .join('')
}

describe(`seed ${SEED}`, () => {
  test('one element is taken or refused as bwip-js does', { timeout: 120_000 }, () => {
    let refused = 0
    const differing: string[] = []
    for (let i = 0; i < 1_500; i += 1) {
      const ai = AIS[i % AIS.length] ?? ''
      const right = valueFor(formatOf(ai))
      const value = i % 3 === 0 ? right : damaged(right)
      const reading = readGs1Elements(ai + value)
      const other = faultOfBwip(`(${ai})${value}`)
      // Behind a value of known length more elements may follow: then it is not this one that is read.
      const isTaken =
        reading.kind === 'elements' && gs1Words(reading.elements) === `(${ai})${value}`
      if (isTaken !== (other === undefined)) differing.push(`(${ai})${value}: ${isTaken}, ${other}`)
      if (!isTaken) refused += 1
    }
    expect(differing).toEqual([])
    expect(refused).toBeGreaterThan(400)
  })

  test('whole strings are read back element by element', () => {
    for (let i = 0; i < 3_000; i += 1) {
      const elements = someElements()
      expect(readGs1Elements(joined(elements))).toEqual({ kind: 'elements', elements })
    }
  })

  test('no text at all makes the reader fail', () => {
    for (let i = 0; i < 20_000; i += 1) {
      const text = Array.from({ length: random.int(24) }, () =>
        random.int(3) === 0 ? pick(`${GS}${OTHER_CHARACTERS}${X_CHARACTERS}(仓`) : pick('01234789'),
      ).join('')
      const reading = readGs1Elements((AIS[random.int(2 * AIS.length)] ?? '') + text)
      expect(['elements', 'refused']).toContain(reading.kind)
    }
  })
})
