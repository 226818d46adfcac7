import { describe, expect, it } from 'vitest'
import { createSeededRandom } from '@/kernel/random.ts'
import { frameReaderOf } from '@/domain/weighing/frameReaderOf.ts'
import { readA9 } from '@/domain/weighing/readA9.ts'
import { type ScaleKind, type ScaleReading, scaleKinds } from '@/domain/weighing/scaleReading.ts'
import { type ShownLoad, scaleFrame } from './driver/scaleFrames.ts'

// Goal: whatever a cable does to a scale's bytes, no weight is read that the scale did not show, and the
// next whole frame is read. Method: random frames, cut, joined, with noise between, from a seed.

const ROUNDS = 200
const serialKinds = scaleKinds.filter((kind) => kind !== 'hid')

function randomLoads(random: ReturnType<typeof createSeededRandom>): ShownLoad[] {
  return Array.from({ length: 1 + random.int(12) }, () => ({
    weightG: random.int(29_999) - 999,
    isStable: random.int(2) === 1,
  }))
}

/** The same bytes in pieces of random length, empty ones too. */
function cut(bytes: readonly number[], random: ReturnType<typeof createSeededRandom>) {
  const pieces: Uint8Array[] = []
  for (let at = 0; at < bytes.length; ) {
    const length = random.int(9)
    pieces.push(Uint8Array.from(bytes.slice(at, at + length)))
    at += length
  }
  return pieces
}

const readAll = (kind: ScaleKind, pieces: readonly Uint8Array[]): ScaleReading[] => {
  const read = frameReaderOf(kind, 'kg')
  return pieces.flatMap((piece) => [...read(piece)])
}
const weightsOf = (readings: readonly ScaleReading[]) =>
  readings.map((reading) => (reading.kind === 'load' ? reading.weightG : reading.kind))
const tellsStable = (kind: ScaleKind) => kind !== 'a9' && kind !== 'a12'

describe.each(serialKinds)('the bytes of %s', (kind) => {
  it('read the same however they are cut and joined', () => {
    for (let seed = 1; seed <= ROUNDS; seed += 1) {
      const random = createSeededRandom(seed)
      const loads = randomLoads(random)
      const bytes = loads.flatMap((load) => [...scaleFrame[kind](load)])
      const readings = readAll(kind, cut(bytes, random))
      const shown = loads.map(({ weightG, isStable }) =>
        tellsStable(kind) ? { weightG, isStable } : { weightG },
      )
      expect(readings, `seed ${seed}`).toMatchObject(shown)
    }
  })

  it('never read as a weight that was not shown, and go on after half frames and noise', () => {
    for (let seed = 1; seed <= ROUNDS; seed += 1) {
      const random = createSeededRandom(seed)
      const loads = randomLoads(random)
      const last = { weightG: 12_345, isStable: true }
      const bytes = loads.flatMap((load) => spoiled([...scaleFrame[kind](load)], random))
      // A line that noise runs into is lost, the one behind it is not.
      const end = [...scaleFrame[kind](last), ...scaleFrame[kind](last)]
      const weights = weightsOf(readAll(kind, cut([...bytes, ...end], random)))
      const shown = new Set<unknown>([...loads.map((load) => load.weightG), last.weightG])
      expect(
        weights.filter((weight) => !shown.has(weight)),
        `seed ${seed}`,
      ).toEqual([])
      expect(weights.at(-1), `seed ${seed}`).toBe(last.weightG)
    }
  })
})

/** A frame as it is, one cut short, or one behind noise. */
function spoiled(frame: number[], random: ReturnType<typeof createSeededRandom>): number[] {
  const noise = [...random.bytes(random.int(20))].filter((byte) => byte < 0x20 || byte > 0x7e)
  const cases = [frame, frame.slice(0, random.int(frame.length)), [...noise, ...frame], noise]
  return cases[random.int(cases.length)] ?? frame
}

it('a single wrong byte in a frame of the A9 never gives a weight', () => {
  const frame = scaleFrame.a9({ weightG: 1_250, isStable: true })
  for (let at = 0; at < frame.length; at += 1)
    for (let bit = 0; bit < 8; bit += 1) {
      const wrong = frame.map((byte, i) => (i === at ? byte ^ (1 << bit) : byte))
      const readings = readA9('kg')(wrong)
      expect(readings, `byte ${at}, bit ${bit}`).toEqual([])
      expect(weightsOf(readA9('kg')(Uint8Array.of(...wrong, ...frame)))).toEqual([1_250])
    }
})
