import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { DotPicture } from './dotPicture.ts'
import type { PrinterFault, StopFault } from './printerFault.ts'
import type { PrinterNow } from './printerAnswer.ts'
import { writePng } from './writePng.ts'

export interface PrintedLabel {
  readonly index: number
  readonly picture: DotPicture
  readonly png: Uint8Array
  readonly bytes: Uint8Array
}

export interface EngineParts {
  /** Where label-0001.png and label-0001.<ending> are written. */
  readonly dir: string | undefined
  readonly ending: string
  readonly labelMs: number
  readonly odometer: number
  readonly onLabel: ((label: PrintedLabel) => void) | undefined
}

type TakenLabel = Pick<PrintedLabel, 'picture' | 'bytes'>

const POLL_MS = 2

/** Paper and head: takes whole labels and burns them in order, whoever is still connected. A label
 *  that met an empty roll, an open head or a jam comes out once that is mended, as `^JZ` does it. */
export class PrintEngine {
  readonly printed: PrintedLabel[] = []
  faults: readonly PrinterFault[] = []
  private readonly parts: EngineParts
  private stop: StopFault | undefined
  private taken = 0
  private waiting = 0
  private odometer: number
  private isOff = false
  private burning: Promise<void> = Promise.resolve()

  constructor(parts: EngineParts) {
    this.parts = parts
    this.odometer = parts.odometer
    if (parts.dir) mkdirSync(parts.dir, { recursive: true })
  }

  now(): PrinterNow {
    return { stop: this.stop, isBusy: this.waiting > 0, odometer: this.odometer }
  }

  /** A whole label off the line. */
  take(label: TakenLabel): void {
    this.taken += 1
    const number = this.taken
    this.waiting += 1
    this.queue(async () => {
      await this.burn(label, number)
      this.waiting -= 1
    })
  }

  /** Runs once everything taken before has come out. */
  after(act: () => void): void {
    this.queue(async () => act())
  }

  /** Resolves when nothing is under way, or when it cannot go on by itself. */
  async untilDone(): Promise<void> {
    while (this.waiting > 0 && !this.stop && !this.isOff) await sleep(POLL_MS)
  }

  async mend(): Promise<void> {
    this.faults = this.faults.filter(({ kind }) => !isStop(kind))
    this.stop = undefined
    await this.burning
  }

  async switchOff(): Promise<void> {
    this.isOff = true
    await this.burning
  }

  private queue(act: () => Promise<void>): void {
    this.burning = this.burning.then(act)
  }

  private async burn(label: TakenLabel, number: number): Promise<void> {
    const { printed, parts } = this
    const lost = this.faults.find((fault) => fault.kind === 'lost' && fault.atLabel === number)
    if (lost) return
    if (parts.labelMs > 0) await sleep(parts.labelMs)
    for (const fault of this.faults)
      if (isStop(fault.kind) && 'atLabel' in fault && printed.length + 1 >= fault.atLabel)
        this.stop = fault.kind
    while (this.stop && !this.isOff) await sleep(POLL_MS)
    if (this.stop) return
    const out = { index: printed.length + 1, ...label, png: await writePng(label.picture) }
    this.odometer += 1
    printed.push(out)
    if (parts.dir) writeLabel(parts.dir, parts.ending, out)
    parts.onLabel?.(out)
  }
}

function isStop(kind: PrinterFault['kind']): kind is StopFault {
  return kind === 'paperOut' || kind === 'headOpen' || kind === 'jam'
}

function writeLabel(dir: string, ending: string, { index, png, bytes }: PrintedLabel): void {
  const name = join(dir, `label-${String(index).padStart(4, '0')}`)
  writeFileSync(`${name}.png`, png)
  writeFileSync(`${name}.${ending}`, bytes)
}
