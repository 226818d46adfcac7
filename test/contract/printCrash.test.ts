import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createSeededRandom } from '@/kernel/random.ts'
import { openPrintLog } from '@/station/print/printLog.ts'
import { decodeLabel } from '../driver/decodeLabel.ts'
import { startVirtualPrinter } from '../driver/virtualPrinter/virtualPrinter.ts'

const LABELS = 30
const KILLS = 4
const seed = 9100

/** Resolves with the first of the lines that the process says, or `gone` when it ends. */
function heard(child: ChildProcess, lines: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      const line = lines.find((wanted) => chunk.toString().includes(wanted))
      if (line) resolve(line)
    })
    child.once('exit', () => resolve('gone'))
  })
}

/** Goal: no label twice and none silently missing, wherever the host dies. Method: a host process is
 *  killed at random moments while it prints; the last one finishes. */
test(`a host killed while printing loses and doubles nothing (seed ${seed})`, async () => {
  const random = createSeededRandom(seed)
  const dir = await mkdtemp(join(tmpdir(), 'packline-crash-'))
  // A slow reader, so that most deaths fall into the middle of a label.
  const printer = await startVirtualPrinter({ fault: { kind: 'slow', bytesPerSecond: 200_000 } })
  const args = [
    'scripts/runTs.mjs',
    'test/driver/printChild.ts',
    dir,
    String(printer.port),
    String(LABELS),
  ]
  let last = ''
  for (let life = 0; last !== 'done' && life < KILLS + 3; life += 1) {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    expect(await heard(child, ['ready'])).toBe('ready')
    const end = heard(child, ['done'])
    if (life < KILLS) {
      // After some labels, anywhere in the next one.
      await printer.untilPrinted(printer.labels().length + 1 + random.int(3), 60_000)
      await sleep(random.int(90))
      child.kill('SIGKILL')
    }
    last = await end
  }
  expect(last).toBe('done')

  const log = await openPrintLog(dir)
  expect(log.jobs).toHaveLength(LABELS)
  const unknown = log.jobs.filter((job) => job.state === 'unknown')
  expect(unknown.length).toBeLessThanOrEqual(KILLS)
  // The printer takes its time after its sender has gone.
  await printer.untilPrinted(LABELS - unknown.length)
  const printed: string[] = []
  for (const label of printer.labels()) printed.push((await decodeLabel(label.png))[0]?.text ?? '')
  expect(printed, 'doubled').toHaveLength(new Set(printed).size)
  const missing = log.jobs.filter((job) => !printed.includes(job.document.no))
  expect(missing.filter((job) => job.state !== 'unknown')).toEqual([])
  await log.close()
  await printer.close()
  await rm(dir, { recursive: true, force: true })
})
