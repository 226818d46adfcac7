import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The tables of the demo shop, by name; none without a folder. */
export async function readDemoFiles(
  demoDir: string | undefined,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }[]> {
  if (demoDir === undefined) return []
  const names = (await readdir(demoDir)).filter((name) => name.endsWith('.csv')).sort()
  return Promise.all(
    names.map(async (name) => ({ name, bytes: await readFile(join(demoDir, name)) })),
  )
}
