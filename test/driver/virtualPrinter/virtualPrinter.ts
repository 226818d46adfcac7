import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createTsplReader, type DotPicture, type TsplEvent } from './tsplReader.ts'
import { writePng } from './writePng.ts'

/** What goes wrong: `slow` reads so many bytes a second, `reset` cuts a connection once it brought so
 *  many bytes of a label, `paperOut` runs empty at the n-th label (from 1), `silent` answers nothing. */
export type PrinterFault =
  | { readonly kind: 'slow'; readonly bytesPerSecond: number }
  | { readonly kind: 'reset'; readonly afterBytes: number }
  | { readonly kind: 'paperOut'; readonly atLabel: number }
  | { readonly kind: 'silent' }

export interface PrintedLabel {
  readonly index: number
  readonly picture: DotPicture
  readonly png: Uint8Array
  readonly bytes: Uint8Array
}

export interface VirtualPrinter {
  readonly port: number
  /** What came out, in order. */
  labels(): readonly PrintedLabel[]
  /** Resolves when so many labels have come out; rejects after the limit. */
  untilPrinted(count: number, limitMs?: number): Promise<readonly PrintedLabel[]>
  /** New paper: what was held comes out. */
  loadPaper(): Promise<void>
  setFault(fault: PrinterFault | undefined): void
  close(): Promise<void>
}

export interface VirtualPrinterOptions {
  readonly port?: number | undefined
  readonly dotsPerMm?: number
  /** Where label-0001.png and label-0001.tspl are written. */
  readonly dir?: string | undefined
  readonly fault?: PrinterFault | undefined
  onLabel?(label: PrintedLabel): void
}

const STATUS_READY = 0x00
const STATUS_NO_PAPER = 0x04
const LONG_STATUS = { ready: '@@@@', noPaper: 'E@@A' }

/** A label printer on a TCP port of this machine: draws what it is sent, as dots, and answers the
 *  status questions. It prints on after a connection has ended, as real ones do. */
export async function startVirtualPrinter(
  options: VirtualPrinterOptions = {},
): Promise<VirtualPrinter> {
  if (options.dir) mkdirSync(options.dir, { recursive: true })
  const printer = new Printer(options)
  const port = await printer.listen(options.port ?? 0)
  return {
    port,
    labels: () => [...printer.printed],
    untilPrinted: (count, limitMs = 10_000) => printer.untilPrinted(count, limitMs),
    loadPaper: () => printer.loadPaper(),
    setFault(fault) {
      printer.fault = fault
    },
    close: () => printer.close(),
  }
}

class Printer {
  readonly printed: PrintedLabel[] = []
  fault: PrinterFault | undefined
  private readonly options: VirtualPrinterOptions
  private readonly held: TsplEvent[] = []
  private readonly sockets = new Set<Socket>()
  private readonly tcp = createServer({ allowHalfOpen: true }, (socket) => void this.serve(socket))
  private hasPaper = true
  private printing: Promise<void> = Promise.resolve()

  constructor(options: VirtualPrinterOptions) {
    this.options = options
    this.fault = options.fault
  }

  listen(port: number): Promise<number> {
    return new Promise((resolve, reject) => {
      this.tcp.once('error', reject)
      this.tcp.listen(port, '127.0.0.1', () => {
        const address = this.tcp.address()
        resolve(typeof address === 'object' && address ? address.port : port)
      })
    })
  }

  async untilPrinted(count: number, limitMs: number): Promise<readonly PrintedLabel[]> {
    for (let waitedMs = 0; this.printed.length < count; waitedMs += 10) {
      if (waitedMs > limitMs) throw new Error(`${this.printed.length} of ${count} labels came out`)
      await sleep(10)
    }
    return [...this.printed]
  }

  async loadPaper(): Promise<void> {
    this.fault = undefined
    this.hasPaper = true
    for (const event of this.held.splice(0)) this.queue(event)
    await this.printing
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy()
    await new Promise((resolve) => this.tcp.close(resolve))
    await this.printing
  }

  private async serve(socket: Socket): Promise<void> {
    this.sockets.add(socket)
    socket.on('close', () => this.sockets.delete(socket)).on('error', () => undefined)
    const reader = createTsplReader(this.options.dotsPerMm ?? 8)
    let taken = 0
    try {
      for await (const chunk of socket) {
        taken += chunk.length
        const { fault } = this
        if (fault?.kind === 'reset' && taken > fault.afterBytes)
          return void socket.resetAndDestroy()
        if (fault?.kind === 'slow') await sleep((chunk.length / fault.bytesPerSecond) * 1000)
        for (const event of reader.read(chunk)) {
          if (event.kind === 'question') this.answer(socket, event.query)
          else this.queue(event)
        }
      }
      socket.end()
    } catch {
      // The sender broke off or wrote nonsense: a printer drops the job and hangs up.
      socket.destroy()
    }
  }

  private answer(socket: Socket, query: '?' | 'S'): void {
    if (this.fault?.kind === 'silent') return
    const { hasPaper } = this
    if (query === '?') socket.write(Uint8Array.of(hasPaper ? STATUS_READY : STATUS_NO_PAPER))
    else socket.write(`\x02${hasPaper ? LONG_STATUS.ready : LONG_STATUS.noPaper}\x03\r\n`, 'latin1')
  }

  private queue(event: TsplEvent): void {
    this.printing = this.printing.then(() => this.print(event))
  }

  private async print(event: TsplEvent): Promise<void> {
    if (event.kind !== 'label') return
    const { fault, printed, options } = this
    if (fault?.kind === 'paperOut' && printed.length + 1 >= fault.atLabel) this.hasPaper = false
    if (!this.hasPaper) {
      this.held.push(event)
      return
    }
    const png = await writePng(event.picture)
    const label = { index: printed.length + 1, picture: event.picture, png, bytes: event.bytes }
    printed.push(label)
    if (options.dir) writeLabel(options.dir, label)
    options.onLabel?.(label)
  }
}

function writeLabel(dir: string, { index, png, bytes }: PrintedLabel): void {
  const name = join(dir, `label-${String(index).padStart(4, '0')}`)
  writeFileSync(`${name}.png`, png)
  writeFileSync(`${name}.tspl`, bytes)
}
