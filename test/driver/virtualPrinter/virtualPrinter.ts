import { createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { RasterLanguage } from '@/document/printerProfile.ts'
import type { PrinterFault } from './printerFault.ts'
import { servePrinterLine } from './printerLine.ts'
import { type PrintedLabel, PrintEngine } from './printEngine.ts'

export type { PrintedLabel } from './printEngine.ts'

/** What is wrong with a printer: nothing, one thing, or several. */
type FaultOrder = PrinterFault | readonly PrinterFault[] | undefined

export interface VirtualPrinter {
  readonly port: number
  /** What came out, in order. */
  labels(): readonly PrintedLabel[]
  /** Resolves when so many labels have come out; rejects after the limit. */
  untilPrinted(count: number, limitMs?: number): Promise<readonly PrintedLabel[]>
  /** New paper, head closed, jam cleared: what was held comes out. */
  loadPaper(): Promise<void>
  /** From now on, also for connections that are open; undefined mends the line. */
  setFault(fault: FaultOrder): void
  /** What it was sent and did not understand. */
  nonsense(): readonly string[]
  close(): Promise<void>
}

export interface VirtualPrinterOptions {
  readonly port?: number | undefined
  readonly language?: RasterLanguage | undefined
  readonly dotsPerMm?: number | undefined
  /** Where label-0001.png and label-0001.tspl are written. */
  readonly dir?: string | undefined
  readonly fault?: FaultOrder
  /** How long burning one label takes. */
  readonly labelMs?: number | undefined
  /** Labels it has printed in its life before. */
  readonly odometer?: number | undefined
  readonly isSilentWhenStopped?: boolean | undefined
  readonly onLabel?: ((label: PrintedLabel) => void) | undefined
}

const POLL_MS = 10

/** A label printer on a TCP port of this machine: reads its language, draws what it is sent as dots,
 *  and answers questions. It prints on after a connection has ended, as real ones do. */
export async function startVirtualPrinter(
  options: VirtualPrinterOptions = {},
): Promise<VirtualPrinter> {
  const printer = new Printer(options)
  const port = await printer.switchOn(options.port ?? 0)
  const { engine } = printer
  return {
    port,
    labels: () => [...engine.printed],
    async untilPrinted(count, limitMs = 10_000) {
      for (let waitedMs = 0; engine.printed.length < count; waitedMs += POLL_MS) {
        if (waitedMs > limitMs)
          throw new Error(`${engine.printed.length} of ${count} labels came out`)
        await sleep(POLL_MS)
      }
      return [...engine.printed]
    },
    async loadPaper() {
      printer.setFault(undefined)
      await engine.mend()
    },
    setFault: (fault) => printer.setFault(fault),
    nonsense: () => [...printer.nonsense],
    close: () => printer.switchOff(),
  }
}

class Printer {
  readonly engine: PrintEngine
  readonly nonsense: string[] = []
  private readonly options: VirtualPrinterOptions
  private readonly language: RasterLanguage
  private readonly sockets = new Set<Socket>()
  private readonly tcp = createServer({ allowHalfOpen: true }, (socket) => this.serve(socket))
  private listening: Promise<void> = Promise.resolve()
  private port = 0

  constructor(options: VirtualPrinterOptions) {
    this.options = options
    this.language = options.language ?? 'tspl'
    this.engine = new PrintEngine({
      dir: options.dir,
      ending: this.language,
      labelMs: options.labelMs ?? 0,
      odometer: options.odometer ?? 0,
      onLabel: options.onLabel,
    })
  }

  async switchOn(port: number): Promise<number> {
    // Its number is kept even where it refuses from the start.
    this.port = await this.listen(port)
    this.setFault(this.options.fault)
    await this.listening
    return this.port
  }

  setFault(order: FaultOrder): void {
    const faults = order === undefined ? [] : 'kind' in order ? [order] : order
    this.engine.faults = faults
    const refuses = faults.some(({ kind }) => kind === 'refuse')
    this.listening = this.listening.then(async () => {
      if (refuses && this.tcp.listening) await this.hangUp()
      if (!refuses && !this.tcp.listening) await this.listen(this.port)
    })
  }

  async switchOff(): Promise<void> {
    await this.listening
    if (this.tcp.listening) await this.hangUp()
    await this.engine.switchOff()
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket)
    socket.on('close', () => this.sockets.delete(socket)).on('error', () => undefined)
    void servePrinterLine(socket, {
      language: this.language,
      dotsPerMm: this.options.dotsPerMm ?? 8,
      engine: this.engine,
      isSilentWhenStopped: this.options.isSilentWhenStopped ?? this.language === 'zpl',
      faults: () => this.engine.faults,
      onNonsense: (why) => this.nonsense.push(why),
    })
  }

  private listen(port: number): Promise<number> {
    return new Promise((resolve, reject) => {
      this.tcp.once('error', reject)
      this.tcp.listen(port, '127.0.0.1', () => {
        this.tcp.off('error', reject)
        const address = this.tcp.address()
        resolve(typeof address === 'object' && address ? address.port : port)
      })
    })
  }

  private async hangUp(): Promise<void> {
    for (const socket of this.sockets) socket.destroy()
    await new Promise((resolve) => this.tcp.close(resolve))
  }
}
