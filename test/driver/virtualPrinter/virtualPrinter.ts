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
  const printed: PrintedLabel[] = []
  const held: TsplEvent[] = []
  const sockets = new Set<Socket>()
  let { fault } = options
  let hasPaper = true
  let printing: Promise<void> = Promise.resolve()
  if (options.dir) mkdirSync(options.dir, { recursive: true })

  async function print(event: TsplEvent): Promise<void> {
    if (event.kind !== 'label') return
    if (fault?.kind === 'paperOut' && printed.length + 1 >= fault.atLabel) hasPaper = false
    if (!hasPaper) {
      held.push(event)
      return
    }
    const png = await writePng(event.picture)
    const label = { index: printed.length + 1, picture: event.picture, png, bytes: event.bytes }
    printed.push(label)
    if (options.dir) writeLabel(options.dir, label)
    options.onLabel?.(label)
  }

  function answer(socket: Socket, query: '?' | 'S'): void {
    if (fault?.kind === 'silent') return
    if (query === '?') socket.write(Uint8Array.of(hasPaper ? STATUS_READY : STATUS_NO_PAPER))
    else socket.write(`\x02${hasPaper ? LONG_STATUS.ready : LONG_STATUS.noPaper}\x03\r\n`, 'latin1')
  }

  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    void serve(socket, { fault: () => fault, answer, print: queue })
  })
  function queue(event: TsplEvent): void {
    printing = printing.then(() => print(event))
  }
  const port = await listen(server, options.port ?? 0)
  return {
    port,
    labels: () => [...printed],
    async untilPrinted(count, limitMs = 10_000) {
      for (let waitedMs = 0; printed.length < count; waitedMs += 10) {
        if (waitedMs > limitMs) throw new Error(`${printed.length} of ${count} labels came out`)
        await sleep(10)
      }
      return [...printed]
    },
    async loadPaper() {
      fault = undefined
      hasPaper = true
      held.splice(0).forEach(queue)
      await printing
    },
    setFault(next) {
      fault = next
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
      await printing
    },
  }

  async function serve(socket: Socket, desk: Desk): Promise<void> {
    const reader = createTsplReader(options.dotsPerMm ?? 8)
    let taken = 0
    try {
      for await (const chunk of socket) {
        taken += chunk.length
        const trouble = desk.fault()
        if (trouble?.kind === 'reset' && taken > trouble.afterBytes)
          return void socket.resetAndDestroy()
        if (trouble?.kind === 'slow') await sleep((chunk.length / trouble.bytesPerSecond) * 1000)
        for (const event of reader.read(chunk)) {
          if (event.kind === 'question') desk.answer(socket, event.query)
          else desk.print(event)
        }
      }
      socket.end()
    } catch {
      // The sender broke off or wrote nonsense: a printer drops the job and hangs up.
      socket.destroy()
    }
  }
}

interface Desk {
  fault(): PrinterFault | undefined
  answer(socket: Socket, query: '?' | 'S'): void
  print(event: TsplEvent): void
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

function writeLabel(dir: string, { index, png, bytes }: PrintedLabel): void {
  const name = join(dir, `label-${String(index).padStart(4, '0')}`)
  writeFileSync(`${name}.png`, png)
  writeFileSync(`${name}.tspl`, bytes)
}
