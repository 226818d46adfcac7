import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const manifest = z.object({ version: z.string() })

/** The version of this build. `appDir`: the folder that holds package.json and `out`. */
export async function readVersion(appDir: string): Promise<string> {
  return manifest.parse(JSON.parse(await readFile(join(appDir, 'package.json'), 'utf8'))).version
}
