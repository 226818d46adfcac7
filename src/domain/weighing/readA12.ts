import { gramsOf } from './gramsOf.ts'
import type { FrameReader, ScaleReading } from './scaleReading.ts'

const FRAME = /w([nwt])([-\d][\d.]{6})(kg|g|lb|oz)/g
const FRAME_LENGTH_MAX = 11

/** XK3190-A12, continuous: `w`, then `n` net, `w` gross or `t` tare, seven characters, the unit. Tare is
 *  passed over; where net is sent, gross is too. Examples: `wn0003.17kg` -> 3170 g, `wn-0000.1kg` -> -100 g. */
export function readA12(): FrameReader {
  let rest = ''
  let tellsNet = false
  return (bytes) => {
    rest += String.fromCharCode(...bytes)
    const readings: ScaleReading[] = []
    for (const [, of = '', text = '', unit = ''] of rest.matchAll(FRAME)) {
      tellsNet ||= of === 'n'
      const weightG = gramsOf(text, unit)
      const isMeant = of === 'n' || (of === 'w' && !tellsNet)
      if (isMeant && weightG !== null) readings.push({ kind: 'load', weightG, isStable: false })
    }
    rest = unreadTail(rest)
    return readings
  }
}

/** What may be the start of a frame that is still to come. */
function unreadTail(text: string): string {
  const last = [...text.matchAll(FRAME)].at(-1)
  const tail = last ? text.slice(last.index + last[0].length) : text
  return tail.slice(-FRAME_LENGTH_MAX)
}
