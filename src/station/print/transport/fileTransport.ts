import { mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Transport } from './transport.ts'

/** Writes each job as one file into a folder, whole or not at all. */
export function createFileTransport(dir: string, fileName: string): Transport {
  return {
    open: async () => void (await mkdir(dir, { recursive: true })),
    async send(bytes, onHandedOver) {
      const path = join(dir, fileName)
      const handle = await open(`${path}.part`, 'w')
      try {
        await handle.writeFile(bytes)
        await handle.datasync()
      } finally {
        await handle.close()
      }
      onHandedOver(bytes.length)
      await rename(`${path}.part`, path)
    },
    ask: async () => 'silent',
    close: async () => undefined,
  }
}
