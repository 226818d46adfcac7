import type { FrameReader, ScaleReading } from './scaleReading.ts'

/** Longer than any line of a scale: what grows beyond it is noise. */
export const SCALE_LINE_MAX = 64

/** Reads scales that end each frame with a line feed. `parse` gets a line without its end and gives null
 *  for what is no frame. */
export function lineReader(parse: (line: string) => ScaleReading | null): FrameReader {
  let rest = ''
  return (bytes) => {
    const readings: ScaleReading[] = []
    for (const byte of bytes) {
      const next = String.fromCharCode(byte)
      if (next !== '\n') {
        rest = (rest + next).slice(-SCALE_LINE_MAX)
        continue
      }
      const reading = parse(rest.replace(/\r$/, ''))
      if (reading) readings.push(reading)
      rest = ''
    }
    return readings
  }
}
