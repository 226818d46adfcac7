import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { covered } from './guard.ts'

/** Set to play a system without a keyring. */
const NO_KEYRING = 'PACKLINE_STANDIN_NO_KEYRING'
const IV_LENGTH = 12
const TAG_LENGTH = 16

/** The system's secret store, played by a private key file. */
export function createSafeStorage(userData: () => string): object {
  const key = (): Buffer => {
    const path = join(userData(), 'safe-storage.key')
    if (existsSync(path)) return readFileSync(path)
    mkdirSync(userData(), { recursive: true })
    const made = randomBytes(32)
    writeFileSync(path, made, { mode: 0o600, flag: 'wx' })
    return made
  }
  return covered('safeStorage', {
    isEncryptionAvailable: () => true,
    getSelectedStorageBackend: () => (process.env[NO_KEYRING] ? 'basic_text' : 'gnome_libsecret'),
    encryptString(text: string): Buffer {
      const iv = randomBytes(IV_LENGTH)
      const cipher = createCipheriv('aes-256-gcm', key(), iv)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), body])
    },
    decryptString(bytes: Buffer): string {
      const cipher = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, IV_LENGTH))
      cipher.setAuthTag(bytes.subarray(IV_LENGTH, IV_LENGTH + TAG_LENGTH))
      const body = bytes.subarray(IV_LENGTH + TAG_LENGTH)
      return Buffer.concat([cipher.update(body), cipher.final()]).toString('utf8')
    },
  })
}
