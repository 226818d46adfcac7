import { SCAN_RAW_MAX } from '@/protocol/bridge.ts'

/** Splits a stream of serial text into scans: CR, LF or both end one; empty ones are dropped. A run
 *  longer than any code can be is noise (a wrong baud rate) and is dropped up to its end.
 *  Example: feed('690', '1\r\nA-0') → ['6901'], and 'A-0' waits for its suffix. */
export function createScanSplitter(): (text: string) => string[] {
  let rest = ''
  let overrun = false
  return (text) => {
    const parts = (rest + text).split(/[\r\n]/)
    rest = parts.pop() ?? ''
    if (overrun && parts.length > 0) {
      parts.shift()
      overrun = false
    }
    if (rest.length > SCAN_RAW_MAX) {
      rest = ''
      overrun = true
    }
    return parts.filter((raw) => raw !== '' && raw.length <= SCAN_RAW_MAX)
  }
}
