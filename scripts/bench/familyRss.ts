import { readdirSync, readFileSync } from 'node:fs'

const LOOK_MS = 100

/** Watches how much memory the processes started by this one hold together (Linux; what several share is
 *  counted once). `stop` says the most it was, in kB. */
export function watchFamilyRss(): { stop(): Promise<number> } {
  let most = 0
  const look = () => {
    most = Math.max(
      most,
      descendants(process.pid).reduce((sum, pid) => sum + heldKb(pid), 0),
    )
  }
  const timer = setInterval(look, LOOK_MS)
  return {
    async stop() {
      clearInterval(timer)
      look()
      return most
    },
  }
}

function descendants(root: number): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    // The name of a program may hold blanks and brackets, its parent is the second word after it.
    const words = /^\d+$/.test(name) ? read(`/proc/${name}/stat`).split(') ').at(-1) : undefined
    if (words) parents.set(Number(name), Number(words.split(' ')[1]))
  }
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid)
    return parent !== undefined && (parent === root || isBelow(parent))
  }
  return [...parents.keys()].filter(isBelow)
}

const heldKb = (pid: number): number =>
  Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0)

/** Empty where the process has ended meanwhile. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
