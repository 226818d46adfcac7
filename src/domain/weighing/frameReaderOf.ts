import { readA9 } from './readA9.ts'
import { readA12 } from './readA12.ts'
import { readAnd, readCas } from './readHeadedLine.ts'
import { readHidScale } from './readHidScale.ts'
import { readSics } from './readSics.ts'
import type { FrameReader, PlainUnit, ScaleKind } from './scaleReading.ts'
import { steadyReader } from './steadyReader.ts'

/** A fresh reader for the bytes of one scale. `unit` counts where a frame names none. */
export function frameReaderOf(kind: ScaleKind, unit: PlainUnit): FrameReader {
  return readers[kind](unit)
}

const readers: Readonly<Record<ScaleKind, (unit: PlainUnit) => FrameReader>> = {
  a9: (unit) => steadyReader(readA9(unit)),
  a12: () => steadyReader(readA12()),
  sics: readSics,
  and: readAnd,
  cas: readCas,
  hid: readHidScale,
}
