import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import type { TableEncoding } from '@/domain/dataImport/tableFile.ts'

/** The text of a file. `mixed`: some lines are not in this encoding (their lost characters are U+FFFD);
 *  `brokenEnd`: the bytes end inside a character. */
export interface DecodedText {
  readonly encoding: Exclude<TableEncoding, 'XLSX'>
  readonly text: string
  readonly mixed: boolean
  readonly brokenEnd: boolean
}

const LF = 0x0a
const UTF16_PROBE_BYTES = 4096

/** Decodes bytes as UTF-8, UTF-16 or GB18030; a mark at the start decides first, then validity.
 *  GB18030 and never GBK: GBK loses 㐂 and 𠮷, and some GBK tables turn FE 9F (䶮) into a private character. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return decodeUtf16(buffer.subarray(2), 'UTF-16LE')
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return decodeUtf16(buffer.subarray(2), 'UTF-16BE')
  if (buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf)
    return decodeUtf8(buffer.subarray(3), 'UTF-8 with BOM')
  const wide = guessUtf16(buffer)
  if (wide) return decodeUtf16(buffer, wide)
  return looksLikeUtf8(buffer) ? decodeUtf8(buffer, 'UTF-8') : decodeGb18030(buffer)
}

function decodeUtf16(buffer: Buffer, encoding: 'UTF-16LE' | 'UTF-16BE'): DecodedText {
  const text = iconv.decode(buffer, encoding)
  return { encoding, text, mixed: text.includes('\ufffd'), brokenEnd: buffer.length % 2 === 1 }
}

function decodeUtf8(buffer: Buffer, encoding: 'UTF-8' | 'UTF-8 with BOM'): DecodedText {
  const cut = utf8CutAt(buffer)
  const whole = buffer.subarray(0, cut)
  return {
    encoding,
    text: whole.toString('utf8'),
    mixed: !isUtf8(whole),
    brokenEnd: cut < buffer.length,
  }
}

function decodeGb18030(buffer: Buffer): DecodedText {
  const text = iconv.decode(buffer, 'gb18030')
  const brokenEnd = text.endsWith('\ufffd')
  return {
    encoding: 'GB18030',
    text: brokenEnd ? text.replace(/\ufffd+$/, '') : text,
    mixed: true,
    brokenEnd,
  }
}

/** Where an unfinished last character of UTF-8 begins, or the length. */
function utf8CutAt(buffer: Buffer): number {
  for (let back = 1; back <= Math.min(3, buffer.length); back += 1) {
    const byte = buffer[buffer.length - back] ?? 0
    if (byte < 0x80) break
    if (byte >= 0xc0) {
      const wanted = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return wanted > back ? buffer.length - back : buffer.length
    }
  }
  return buffer.length
}

/** A file with one damaged line must not be read wholly in the other encoding: the lines vote. */
function looksLikeUtf8(buffer: Buffer): boolean {
  if (isUtf8(buffer.subarray(0, utf8CutAt(buffer)))) return true
  let right = 0
  let wrong = 0
  for (let start = 0; start < buffer.length; ) {
    const end = buffer.indexOf(LF, start)
    const line = buffer.subarray(start, end < 0 ? buffer.length : end)
    if (line.some((byte) => byte >= 0x80)) {
      if (isUtf8(line)) right += 1
      else wrong += 1
    }
    start = end < 0 ? buffer.length : end + 1
  }
  return right > wrong
}

function guessUtf16(buffer: Buffer): 'UTF-16LE' | 'UTF-16BE' | null {
  const head = buffer.subarray(0, UTF16_PROBE_BYTES)
  let even = 0
  let odd = 0
  for (let i = 0; i < head.length; i += 1) {
    if (head[i] !== 0) continue
    if (i % 2 === 0) even += 1
    else odd += 1
  }
  if (even + odd < head.length / 20 || even + odd === 0) return null
  return odd > even ? 'UTF-16LE' : 'UTF-16BE'
}

/** Whether a text decoded as GB18030 came from bytes that are UTF-8: Chinese text is hardly ever both. */
export function isUtf8ReadAsGb18030(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII alone is the same in both
  if (/^[\x00-\x7f]*$/.test(text)) return false
  return isUtf8(iconv.encode(text, 'gb18030'))
}
