import { basename, extname, join } from 'node:path'
import { access } from 'node:fs/promises'
import { makePrivateDir, writePrivateFile } from './privateFile.ts'

/** Longest name kept, characters: file systems allow 255 bytes, a Chinese character takes 3. */
const NAME_MAX = 80
/** Copies of one name before a save gives up. */
const COPIES_MAX = 1000
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** A name that is safe as a file name on Linux, macOS and Windows: no folder, no control or
 *  reserved character, not hidden, not a device. Example: `../a:b.pdf` → `a_b.pdf`. */
export function safeFileName(name: string): string {
  const last = basename(name.replaceAll('\\', '/'))
  // biome-ignore lint: control characters are what is looked for
  const plain = last.replace(/[\u0000-\u001f\u007f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]/g, '_')
  const ext = extname(plain).slice(0, 10)
  const stem = plain.slice(0, plain.length - extname(plain).length).slice(0, NAME_MAX)
  const trimmed = `${stem}${ext}`.replace(/^[.\s]+|[.\s]+$/g, '')
  if (trimmed === '') return 'file'
  return RESERVED.test(trimmed) ? `_${trimmed}` : trimmed
}

/** Writes into `<dataDir>/exports`, never over an older file (`a.csv`, then `a (2).csv`); the path. */
export async function saveExport(
  dataDir: string,
  name: string,
  bytes: Uint8Array,
): Promise<string> {
  const folder = join(dataDir, 'exports')
  await makePrivateDir(folder)
  const safe = safeFileName(name)
  const ext = extname(safe)
  const stem = safe.slice(0, safe.length - ext.length)
  for (let copy = 1; copy <= COPIES_MAX; copy += 1) {
    const path = join(folder, copy === 1 ? safe : `${stem} (${copy})${ext}`)
    if (await isThere(path)) continue
    await writePrivateFile(path, bytes)
    return path
  }
  throw new Error(`more than ${COPIES_MAX} files named ${safe}`)
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
