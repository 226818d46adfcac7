import { frameReaderOf } from '@/domain/weighing/frameReaderOf.ts'
import type { ScaleEars, ScalePort } from './scalePort.ts'

/** A usual indicator sends ten to twenty frames a second. */
const FRAME_MS = 50

/** The scale on the screen: it sends the frames of a real indicator, through the same reader. */
export function openVirtualScale({ onReadings }: ScaleEars): ScalePort {
  const read = frameReaderOf('a9', 'g')
  let loadG = 0
  const sending = setInterval(() => onReadings(read(frameOf(loadG))), FRAME_MS)
  return {
    load(weightG) {
      loadG = weightG
      return true
    },
    async close() {
      clearInterval(sending)
    },
  }
}

/** One frame of whole grams. Example: 1560 -> `02 "+0015600" "19" 03`. */
function frameOf(weightG: number): Uint8Array {
  const body = Buffer.from(`+${String(weightG).padStart(6, '0')}0`, 'latin1')
  const xor = body.reduce((sum, byte) => sum ^ byte, 0)
  const check = Buffer.from(xor.toString(16).toUpperCase().padStart(2, '0'), 'latin1')
  return Buffer.concat([Buffer.of(2), body, check, Buffer.of(3)])
}
