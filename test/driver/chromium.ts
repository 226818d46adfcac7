import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'

/** The Chromium tests run on. */
export const CHROMIUM_PATH = process.env.PACKLINE_CHROMIUM ?? '/usr/bin/chromium'

/** SQLite-backed IndexedDB as in the product, nothing that calls home. */
export const CHROMIUM_ARGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-features=IdbSqliteBackingStore',
]

/** Pid of the browser that works in `profileDir`, undefined when none does. */
export async function findChromium(profileDir: string): Promise<number | undefined> {
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue
    const words = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0')
    const isMain = !words.some((word) => word.startsWith('--type='))
    // A helper of the crash reporter carries no profile; children carry --type.
    if (isMain && words.includes(`--user-data-dir=${profileDir}`)) return Number(pid)
  }
  return undefined
}

/** Ends a whole process group at once, as a power cut would, and waits until it is gone. */
export async function killGroup(pid: number): Promise<void> {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    return // already gone
  }
  while (isGroupAlive(pid)) await wait(10)
}

function isGroupAlive(pid: number): boolean {
  try {
    process.kill(-pid, 0)
    return true
  } catch {
    return false
  }
}
