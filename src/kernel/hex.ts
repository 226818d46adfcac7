/** Lower-case hex of bytes. Example: [255, 1] -> `ff01`. */
export function bytesHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
