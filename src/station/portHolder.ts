import { readdir, readFile, readlink } from 'node:fs/promises'

/** Listening state in /proc/net/tcp. */
const LISTEN = '0A'

/** Who listens on a port, as far as this account can see: `name (pid)`. Linux only; undefined when it
 *  cannot be known. */
export async function findPortHolder(port: number): Promise<string | undefined> {
  if (process.platform !== 'linux') return undefined
  try {
    const inode = await findInode(port)
    if (inode === undefined) return undefined
    for (const pid of await readdir('/proc')) {
      if (!/^\d+$/.test(pid) || !(await holdsSocket(pid, inode))) continue
      const name = await readFile(`/proc/${pid}/comm`, 'utf8')
      return `${name.trim()} (${pid})`
    }
  } catch {
    // A process that ended meanwhile, or no /proc: then we do not know.
  }
  return undefined
}

async function findInode(port: number): Promise<string | undefined> {
  const hex = port.toString(16).toUpperCase().padStart(4, '0')
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    const lines = await readFile(table, 'utf8').catch(() => '')
    for (const line of lines.split('\n').slice(1)) {
      const cells = line.trim().split(/\s+/)
      if (cells[1]?.endsWith(`:${hex}`) && cells[3] === LISTEN) return cells[9]
    }
  }
  return undefined
}

async function holdsSocket(pid: string, inode: string): Promise<boolean> {
  const open = await readdir(`/proc/${pid}/fd`).catch(() => [])
  for (const fd of open) {
    const target = await readlink(`/proc/${pid}/fd/${fd}`).catch(() => '')
    if (target === `socket:[${inode}]`) return true
  }
  return false
}
