import type { RasterLanguage } from '@/document/printerProfile.ts'
import type { PrinterQuery } from './labelReader.ts'
import type { StopFault } from './printerFault.ts'

/** How the printer is when it is asked. */
export interface PrinterNow {
  readonly stop: StopFault | undefined
  readonly isBusy: boolean
  /** Labels in its life. */
  readonly odometer: number
}

export interface PrinterAsked {
  readonly query: PrinterQuery
  readonly said: string
}

const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))

/** What a printer of this language says, byte for byte as the manuals have it; undefined where it
 *  has no answer to this. Written without a look at our parsers. */
export function printerAnswer(
  language: RasterLanguage,
  asked: PrinterAsked,
  now: PrinterNow,
): Uint8Array | undefined {
  return answers[language](asked, now)
}

const answers: Readonly<
  Record<RasterLanguage, (asked: PrinterAsked, now: PrinterNow) => Uint8Array | undefined>
> = {
  tspl({ query }, { stop, isBusy, odometer }) {
    if (query === 'counter') return latin1(`${odometer}\r`)
    if (query === 'status') return Uint8Array.of(stop ? tsplBits[stop] : isBusy ? 0x20 : 0)
    return latin1(`\x02${stop ? tsplLetters[stop] : isBusy ? 'P@@@' : '@@@@'}\x03\r\n`)
  },
  zpl({ query, said }, now) {
    if (query === 'status') return latin1(zplStatus(now))
    return latin1(said === 'odometer.total_label_count' ? `"${now.odometer}"` : '"?"')
  },
  escpos({ query, said }, { stop }) {
    if (query === 'receipt') return latin1(`7"${said}\0`)
    const isEmpty = stop === 'paperOut'
    const bits: Record<string, number> = {
      1: stop ? 0x08 | 0x04 : 0x04,
      2: stop === 'headOpen' ? 0x04 : isEmpty ? 0x20 : stop ? 0x40 : 0,
      3: stop === 'jam' ? 0x20 : 0,
      4: isEmpty ? 0x6c : 0,
    }
    return Uint8Array.of(0x12 | (bits[said] ?? 0))
  },
  cpcl({ query }, { stop }) {
    if (query === 'detail') return Uint8Array.of(stop === 'jam' ? 0x10 : 0)
    return Uint8Array.of(stop ? cpclBits[stop] : 0)
  },
}

const tsplBits = { paperOut: 0x04, headOpen: 0x01, jam: 0x02 } as const
const tsplLetters = { paperOut: 'E@@A', headOpen: 'E@@`', jam: 'E@@B' } as const
/** It cannot say that paper is jammed, only that it never comes to its end. */
const cpclBits = { paperOut: 0x02, headOpen: 0x04, jam: 0x01 } as const

function zplStatus({ stop, isBusy }: PrinterNow): string {
  const isEmpty = stop === 'paperOut' || stop === 'jam'
  const waiting = isBusy ? '001' : '000'
  const first = `030,${isEmpty ? 1 : 0},${stop ? 1 : 0},1245,${waiting},0,0,0,000,0,0,0`
  const second = `000,0,${stop === 'headOpen' ? 1 : 0},0,0,2,4,0,00000000,1,000`
  return [first, second, '1234,0'].map((part) => `\x02${part}\x03\r\n`).join('')
}
