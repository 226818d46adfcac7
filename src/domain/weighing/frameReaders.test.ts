import { describe, expect, it } from 'vitest'
import { frameReaderOf } from './frameReaderOf.ts'
import { SCALE_WEIGHT_G_MAX, gramsOf } from './gramsOf.ts'
import { SCALE_LINE_MAX } from './lineReader.ts'
import { readA9 } from './readA9.ts'
import { readA12 } from './readA12.ts'
import { readAnd, readCas } from './readHeadedLine.ts'
import { readHidScale } from './readHidScale.ts'
import { readSics } from './readSics.ts'
import { STEADY_READINGS } from './steadyReader.ts'

const hex = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16))
const ascii = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0))
const load = (weightG: number, isStable = false) => ({ kind: 'load', weightG, isStable })

describe('frames as the makers write them', () => {
  it.each([
    ['022b30303135363030313903', 'g', 1_560],
    ['022b30303132353033314503', 'kg', 1_250],
    ['022b30303132353033313e03', 'kg', 1_250],
    ['022d30303030313033314603', 'kg', -10],
  ] as const)('XK3190-A9 %s in %s is %d g', (frame, unit, weightG) => {
    expect(readA9(unit)(hex(frame))).toEqual([load(weightG)])
  })

  it.each([
    ['wn0003.17kg', [load(3_170)]],
    ['wn-0000.1kg\r\n', [load(-100)]],
    ['wt0001.00kg', []],
    ['ww0004.17kgwn0003.17kgww0004.17kg', [load(4_170), load(3_170)]],
    ['wn003.17kg', []],
  ])('XK3190-A12 %j', (text, expected) => {
    expect(readA12()(ascii(text))).toEqual(expected)
  })

  it.each([
    ['S S     1.250 kg', [load(1_250, true)]],
    ['S D     1.251 kg', [load(1_251)]],
    ['S S    -0.010 kg', [load(-10, true)]],
    ['S S      250.0 g', [load(250, true)]],
    ['S I', []],
    ['S +', [{ kind: 'overload' }]],
    ['S -', [{ kind: 'underload' }]],
    ['ES', [{ kind: 'broken' }]],
    ['1.250 kg', []],
    ['S S     1.250 stone', []],
  ])('MT-SICS %j', (text, expected) => {
    expect(readSics()(ascii(`${text}\r\n`))).toEqual(expected)
  })

  it.each([
    ['ST,GS,+00012.5kg', [load(12_500, true)]],
    ['US,NT,-00000.1kg', [load(-100)]],
    ['ST,GS,+000250. g', [load(250, true)]],
    ['OL,GS,+9999999kg', [{ kind: 'overload' }]],
    ['ST,GS,+0012.5kg', []],
  ])('A&D %j', (text, expected) => {
    expect(readAnd()(ascii(`${text}\r\n`))).toEqual(expected)
  })

  it.each([
    ['ST,GS,1\u00c4,  12.500 kg', [load(12_500, true)]],
    ['US,NT,1\u0084,-  0.100 kg', [load(-100)]],
    ['ST,GS,1,\u00c4,000013.5, ,kg', [load(13_500, true)]],
    ['OL,GS,1\u00c4,         kg', [{ kind: 'overload' }]],
    ['ST,GS,1\u00c4, 12.500 kg', []],
  ])('CAS %j', (text, expected) => {
    expect(readCas()(ascii(`${text}\r\n`))).toEqual(expected)
  })

  it.each([
    ['030402001400', [load(20, true)]],
    ['03040bff3419', [load(18_291, true)]],
    ['030303fd e204'.replace(' ', ''), [load(1_250)]],
    ['030202000000', [load(0, true)]],
    ['030502000a00', [load(-10)]],
    ['03060bff0000', [{ kind: 'overload' }]],
    ['030102000000', [{ kind: 'broken' }]],
    ['040402001400', []],
    ['0304020014', []],
  ])('USB page 8D %s', (report, expected) => {
    expect(readHidScale()(hex(report))).toEqual(expected)
  })
})

describe('a scale that does not say whether it stands still', () => {
  const frame = hex('022b30303132353033314503')
  const other = hex('022d30303030313033314603')

  it('stands still after enough equal readings, and moves with the next other one', () => {
    const read = frameReaderOf('a9', 'kg')
    const stable = (bytes: Uint8Array) =>
      read(bytes).map((reading) => reading.kind === 'load' && reading.isStable)
    for (let count = 1; count < STEADY_READINGS; count += 1) expect(stable(frame)).toEqual([false])
    expect(stable(frame)).toEqual([true])
    expect(stable(other)).toEqual([false])
    expect(stable(frame)).toEqual([false])
  })
})

describe('what is no weight', () => {
  it.each([
    ['1.2.3', 'kg', null],
    ['', 'kg', null],
    ['12', 'stone', null],
    ['12', 'constructor', null],
    ['-0.0001', 'kg', 0],
    [String(SCALE_WEIGHT_G_MAX), 'g', SCALE_WEIGHT_G_MAX],
    [String(SCALE_WEIGHT_G_MAX + 1), 'g', null],
    ['1', 'lb', 454],
  ])('%j %s is %s', (text, unit, weightG) => {
    expect(gramsOf(text, unit)).toBe(weightG)
  })

  it('is a line longer than any frame, up to its end', () => {
    const read = readSics()
    expect(read(ascii(`${'x'.repeat(SCALE_LINE_MAX * 3)}\r\n`))).toEqual([])
    expect(read(ascii('S S     1.250 kg\r\n'))).toEqual([load(1_250, true)])
  })
})
