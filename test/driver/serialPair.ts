import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** True where two serial ports can be joined without hardware. */
export const hasSocat = spawnSync('socat', ['-V']).status === 0

/** Two joined serial ports: what is written into one end is read at the other. */
export interface SerialPair {
  /** For the station. */
  readonly hostEnd: string
  write(text: string): Promise<void>
  close(): Promise<void>
}

/** Makes a pair in `folder`, as if a scanner was plugged in. */
export async function plugInSerial(folder: string): Promise<SerialPair> {
  const scannerEnd = join(folder, 'scanner')
  const hostEnd = join(folder, 'host')
  const end = (path: string) => `pty,raw,echo=0,link=${path}`
  const pair = spawn('socat', [end(scannerEnd), end(hostEnd)], { stdio: 'ignore' })
  const ended = new Promise((done) => pair.once('exit', done))
  while (!existsSync(scannerEnd) || !existsSync(hostEnd)) await wait(20)
  return {
    hostEnd,
    async write(text) {
      const port = await open(scannerEnd, 'r+')
      await port.write(text)
      await port.close()
    },
    async close() {
      pair.kill('SIGTERM')
      await ended
    },
  }
}
