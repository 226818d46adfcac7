import { spawn, spawnSync } from 'node:child_process'
import { createReadStream, existsSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** True where two serial ports can be joined without hardware. */
export const hasSocat = spawnSync('socat', ['-V']).status === 0

/** Two joined serial ports: what is written into one end is read at the other. */
export interface SerialPair {
  /** For the station. */
  readonly hostEnd: string
  write(text: string | Uint8Array): Promise<void>
  /** Answers like a device: hears what the station writes. Returns how to stop. */
  answer(to: (text: string) => string): () => void
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
  const write = async (sent: string | Uint8Array) => {
    const port = await open(scannerEnd, 'r+')
    await port.write(typeof sent === 'string' ? Buffer.from(sent) : sent)
    await port.close()
  }
  return {
    hostEnd,
    write,
    answer(to) {
      const heard = createReadStream(scannerEnd, { encoding: 'latin1' })
      heard.on('data', (text) => void write(to(String(text))))
      heard.on('error', () => undefined)
      return () => heard.destroy()
    },
    async close() {
      pair.kill('SIGTERM')
      await ended
    },
  }
}
