import { bytesToHex } from '@noble/hashes/utils.js'
import type { Clock } from '@/kernel/clock.ts'
import { canonicalJson } from '@/kernel/json.ts'
import type { Random } from '@/kernel/random.ts'
import type { PersonalData, PiiVault } from '@/app/ports/piiVault.ts'

const IV_BYTES = 12
const TABLE_VERSION = 1

/** A spread into one call would cost more: an import seals every receiver. */
function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (char) => char.charCodeAt(0))

/** Personal data under one AES-256-GCM key a month, derived from the host's root key (32 bytes). The
 *  row's id is part of what is authenticated: a row cannot be moved to another person. */
export async function createPiiVault(
  root: Uint8Array,
  ports: { readonly clock: Clock; readonly random: Random },
): Promise<PiiVault> {
  const base = await crypto.subtle.importKey('raw', new Uint8Array(root), 'HKDF', false, [
    'deriveKey',
  ])
  const indexKey = await deriveIndexKey(base)
  const keys = new Map<string, Promise<CryptoKey>>()
  const keyOf = (k: string): Promise<CryptoKey> => {
    const known = keys.get(k)
    if (known) return known
    const made = deriveMonthKey(base, k)
    keys.set(k, made)
    return made
  }
  return {
    async seal(id, data) {
      const k = new Date(ports.clock.nowMs()).toISOString().slice(0, 7)
      const iv = new Uint8Array(ports.random.bytes(IV_BYTES))
      const text = new TextEncoder().encode(JSON.stringify(data))
      const ct = await crypto.subtle.encrypt(gcm(id, iv), await keyOf(k), text)
      return { id, k, iv: toBase64(iv), ct: toBase64(new Uint8Array(ct)) }
    },
    async open({ id, k, iv, ct }) {
      const params = gcm(id, fromBase64(iv))
      const text = await crypto.subtle.decrypt(params, await keyOf(k), fromBase64(ct))
      return JSON.parse(new TextDecoder().decode(text)) as PersonalData
    },
    async fingerprint(data) {
      const text = new TextEncoder().encode(canonicalJson(data))
      return bytesToHex(new Uint8Array(await crypto.subtle.sign('HMAC', indexKey, text)))
    },
  }
}

function gcm(id: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams {
  const additionalData = new TextEncoder().encode(`pii|${id}|${TABLE_VERSION}`)
  return { name: 'AES-GCM', iv, additionalData }
}

function deriveMonthKey(base: CryptoKey, k: string): Promise<CryptoKey> {
  const info = new TextEncoder().encode(`packline/pii/v1|${k}`)
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

function deriveIndexKey(base: CryptoKey): Promise<CryptoKey> {
  const info = new TextEncoder().encode('packline/index/v1')
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info },
    base,
    { name: 'HMAC', hash: 'SHA-256', length: 256 },
    false,
    ['sign'],
  )
}
