import { randomBytes } from 'node:crypto'
import { chmod } from 'node:fs/promises'
import { join } from 'node:path'
import { makePrivateDir, readFileIfThere, writePrivateFile } from '../files/privateFile.ts'

/** Length of the key that encrypts personal data in the page, bytes (AES-256). */
export const DATA_KEY_LENGTH = 32

/** The data key of this data folder; made on the first run, readable by this account only.
 *  Throws when the file has another length: a new key would make every stored receiver unreadable
 *  for good, so a person must decide. */
export async function loadDataKey(dataDir: string): Promise<Uint8Array> {
  const folder = join(dataDir, 'keys')
  await makePrivateDir(folder)
  const path = join(folder, 'data.key')
  const known = await readFileIfThere(path)
  if (known === undefined) {
    const key = randomBytes(DATA_KEY_LENGTH)
    await writePrivateFile(path, key)
    return new Uint8Array(key)
  }
  if (known.byteLength !== DATA_KEY_LENGTH) throw new Error('data key has a wrong length')
  await chmod(path, 0o600)
  return new Uint8Array(known)
}
