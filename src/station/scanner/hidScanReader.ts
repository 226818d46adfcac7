import { SCAN_RAW_MAX } from '@/protocol/bridge.ts'

/** A barcode report: id, length, three characters of AIM id, the text, filling, one byte of flags. */
const REPORT_ID = 2
const REPORT_BYTES = 64
const AIM_AT = 2
const TEXT_AT = 5
const TEXT_BYTES_MAX = 56
const FLAGS_AT = 63
/** Bit of the flags: the text goes on in the next report. */
const GOES_ON = 1

/** GS1 symbols: their AIM id stays in front of the text, for it says how the text is to be read. */
const GS1_AIM_IDS: ReadonlySet<string> = new Set([']C1', ']e0', ']d2', ']Q3', ']J1'])

/** Turns the reports of a USB scanner (usage page 8C) into scans. Reports of other kinds are passed over;
 *  a text of which a report is broken, or longer than any code, is dropped up to its last report: a tail
 *  alone is never a scan. Line ends that the scanner puts behind the text are taken off.
 *  Example: `02 03 5D 43 30 41 2D 31 00…` → ['A-1']. */
export function createHidScanReader(): (report: Uint8Array) => string[] {
  let parts: number[] = []
  let aim = ''
  let isBroken = false
  return (report) => {
    const [id, length = 0] = report
    if (id !== REPORT_ID) return []
    const isWhole = report.length >= REPORT_BYTES && length <= TEXT_BYTES_MAX
    if (parts.length === 0) aim = String.fromCharCode(...report.subarray(AIM_AT, TEXT_AT))
    if (isWhole) parts.push(...report.subarray(TEXT_AT, TEXT_AT + length))
    isBroken = isBroken || !isWhole || parts.length > SCAN_RAW_MAX
    if (((report[FLAGS_AT] ?? 0) & GOES_ON) !== 0) {
      if (isBroken) parts = []
      return []
    }
    const scans = isBroken ? [] : scansOf(aim, Uint8Array.from(parts))
    parts = []
    isBroken = false
    return scans
  }
}

function scansOf(aim: string, bytes: Uint8Array): string[] {
  const text = decode(bytes).replace(/[\r\n]+$/, '')
  if (text === '') return []
  return [GS1_AIM_IDS.has(aim) ? aim + text : text]
}

/** UTF-8, as most phones and shops write it; else the code pages of Chinese printers. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
