/** What a file is by its first bytes. */
export type Content =
  | 'empty'
  | 'text'
  | 'zip'
  | 'html'
  | 'oldWorkbook'
  | 'pdf'
  | 'picture'
  | 'binary'

const HEAD_BYTES = 4096
const SIGNATURES: readonly (readonly [Content, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['oldWorkbook', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
]

/** Tells text from workbooks and from what is no table at all. A web page saved as .xls is `html`. */
export function sniffContent(bytes: Uint8Array): Content {
  const head = bytes.subarray(0, HEAD_BYTES)
  for (const [content, signature] of SIGNATURES)
    if (signature.every((byte, i) => head[i] === byte)) return content
  const text = Buffer.from(head)
    .toString('latin1')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
    .trimStart()
  if (text === '' && bytes.length <= HEAD_BYTES) return 'empty'
  if (/^(?:<!doctype|<html|<head|<body|<table|<\?xml|<meta|<!--)/i.test(text)) return 'html'
  return isBinary(head) ? 'binary' : 'text'
}

/** NUL bytes are normal in UTF-16 only, where they are at even or at odd places, never at both. */
function isBinary(head: Uint8Array): boolean {
  const nuls = [0, 0]
  head.forEach((byte, i) => {
    if (byte === 0) nuls[i % 2] = (nuls[i % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = nuls
  return even > 0 && odd > 0 && Math.min(even, odd) * 20 > Math.max(even, odd)
}
