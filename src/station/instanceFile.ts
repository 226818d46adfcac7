import { randomUUID } from 'node:crypto'
import { link, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { makePrivateDir, readFileIfThere, writePrivateFile } from './files/privateFile.ts'

const HOLDER_FILE = 'station.pid'
const CONTROL_FILE = 'station.json'

/** How a tool of the same account reaches the running station. */
export const controlFile = z.object({ port: z.int(), token: z.string(), pid: z.int() })
export type ControlFile = z.infer<typeof controlFile>

export type DataDirTaken =
  | { readonly kind: 'taken'; readonly release: () => Promise<void> }
  | { readonly kind: 'busy'; readonly pid: number }

/** Makes this process the only station of a data folder. A file left by a killed station does not
 *  count: its process is gone, or it is ours (a container starts again with the same number). */
export async function takeDataDir(dataDir: string): Promise<DataDirTaken> {
  await makePrivateDir(dataDir)
  const path = join(dataDir, HOLDER_FILE)
  for (;;) {
    try {
      await linkWritten(path, String(process.pid))
      return { kind: 'taken', release: () => rm(path, { force: true }) }
    } catch (fault) {
      if (!(fault instanceof Error && 'code' in fault && fault.code === 'EEXIST')) throw fault
    }
    const pid = Number((await readFileIfThere(path))?.toString() ?? '')
    if (pid !== process.pid && isAlive(pid) && (await isStation(pid))) return { kind: 'busy', pid }
    await rm(path, { force: true })
  }
}

/** Makes a file that is whole from its first moment: another station that starts now must not read it
 *  empty and take it for one left behind. Fails with EEXIST where there is one. */
async function linkWritten(path: string, text: string): Promise<void> {
  const draft = `${path}.${randomUUID()}.tmp`
  await writeFile(draft, text, { mode: 0o600, flag: 'wx' })
  try {
    await link(draft, path)
  } finally {
    await rm(draft, { force: true })
  }
}

/** A number can belong to another program after a power cut. Where the system tells what a process runs
 *  (Linux), only a station holds a folder; elsewhere a living process is believed. */
async function isStation(pid: number): Promise<boolean> {
  const commandLine = await readFileIfThere(`/proc/${pid}/cmdline`).catch(() => undefined)
  return commandLine === undefined || /station|electron|packline/i.test(commandLine.toString())
}

function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (fault) {
    // EPERM: it runs, under another account.
    return fault instanceof Error && 'code' in fault && fault.code === 'EPERM'
  }
}

/** Tells tools of this account where the station is; removed by `removeControlFile`. */
export async function writeControlFile(dataDir: string, control: ControlFile): Promise<void> {
  await writePrivateFile(join(dataDir, CONTROL_FILE), JSON.stringify(control))
}

/** Where the running station of a data folder is, undefined when none was started there. */
export async function readControlFile(dataDir: string): Promise<ControlFile | undefined> {
  const bytes = await readFileIfThere(join(dataDir, CONTROL_FILE))
  if (!bytes) return undefined
  const parsed = controlFile.safeParse(JSON.parse(bytes.toString()))
  return parsed.success ? parsed.data : undefined
}

/** Takes the address away when the station stops. */
export async function removeControlFile(dataDir: string): Promise<void> {
  await rm(join(dataDir, CONTROL_FILE), { force: true })
}
