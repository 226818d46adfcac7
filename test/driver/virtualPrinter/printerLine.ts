import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { RasterLanguage } from '@/document/printerProfile.ts'
import type { LabelReader, PrinterEvent } from './labelReader.ts'
import { readLanguage } from './languageReader.ts'
import { printerAnswer } from './printerAnswer.ts'
import type { PrinterFault } from './printerFault.ts'
import type { PrintEngine } from './printEngine.ts'

export interface LineParts {
  readonly language: RasterLanguage
  readonly dotsPerMm: number
  readonly engine: PrintEngine
  /** Newer ZPL firmware answers nothing while it waits for a person. */
  readonly isSilentWhenStopped: boolean
  /** Read anew at each step: faults are set while connections are open. */
  faults(): readonly PrinterFault[]
  onNonsense(why: string): void
}

type Question = Extract<PrinterEvent, { kind: 'question' }>

const POLL_MS = 5
/** How many parts a split answer has at most, and the pause between two. */
const SPLIT_PARTS = 5
const SPLIT_MS = 3
/** How long an answer waits for another to be joined with. */
const JOIN_MS = 40
const unasked: Readonly<Record<RasterLanguage, Uint8Array>> = {
  tspl: Buffer.from('PRINTER READY\r\n'),
  zpl: Buffer.from('PRINTER READY\r\n'),
  escpos: Uint8Array.of(0x14, 0x00, 0x00, 0x0f),
  cpcl: Buffer.from('PRINTER READY\r\n'),
}

/** One connection from its first byte to its end, with the faults that are on. */
export async function servePrinterLine(socket: Socket, parts: LineParts): Promise<void> {
  await new Line(socket, parts).serve()
}

class Line {
  private readonly socket: Socket
  private readonly parts: LineParts
  private joined: Uint8Array[] = []
  private saying: Promise<void> = Promise.resolve()

  constructor(socket: Socket, parts: LineParts) {
    this.socket = socket
    this.parts = parts
  }

  async serve(): Promise<void> {
    const { socket, parts } = this
    const reader = readLanguage(parts.language, parts.dotsPerMm)
    let taken = 0
    // Or small answers would wait for the other side to confirm the one before.
    socket.setNoDelay(true)
    try {
      if (this.fault('talksFirst')) socket.write(unasked[parts.language])
      while (this.fault('neverReads') && !socket.destroyed) await sleep(POLL_MS)
      for await (const chunk of socket) {
        taken += chunk.length
        const reset = this.fault('reset')
        if (reset && taken > reset.afterBytes) return void socket.resetAndDestroy()
        const slow = this.fault('slow')
        if (slow) await sleep((chunk.length / slow.bytesPerSecond) * 1000)
        const events = this.read(reader, chunk)
        for (const event of events) this.handle(event)
        if (events.some(({ kind }) => kind === 'label') && this.fault('cutAfterLast'))
          return void socket.resetAndDestroy()
      }
      for (const event of reader.end()) this.handle(event)
      await this.saying
      socket.end()
    } catch {
      // The sender broke off or wrote nonsense: a printer drops the job and hangs up.
      socket.destroy()
    }
  }

  private read(reader: LabelReader, chunk: Uint8Array): PrinterEvent[] {
    try {
      return reader.read(chunk)
    } catch (fault) {
      this.parts.onNonsense(String(fault))
      throw fault
    }
  }

  private handle(event: PrinterEvent): void {
    const { engine, language } = this.parts
    if (event.kind === 'label') engine.take(event)
    else if (event.query === 'receipt') engine.after(() => this.answer(event))
    else if (language === 'cpcl') void engine.untilDone().then(() => this.answer(event))
    else this.answer(event)
  }

  private answer(question: Question): void {
    const { engine, language, isSilentWhenStopped } = this.parts
    const now = engine.now()
    if (this.fault('endsUnanswered')) return void this.socket.end()
    if (this.fault('silent') || (now.stop && isSilentWhenStopped)) return
    const answer = printerAnswer(language, question, now)
    if (answer) this.saying = this.saying.then(() => this.say(answer))
  }

  private async say(answer: Uint8Array): Promise<void> {
    const size = Math.ceil(answer.length / SPLIT_PARTS)
    if (this.fault('splitAnswers'))
      for (let at = 0; at < answer.length; at += size) {
        this.write(answer.subarray(at, at + size))
        await sleep(SPLIT_MS)
      }
    else if (this.fault('joinedAnswers')) {
      this.joined.push(answer)
      if (this.joined.length === 1) setTimeout(() => this.flush(), JOIN_MS)
    } else this.write(answer)
  }

  private flush(): void {
    this.write(Buffer.concat(this.joined.splice(0)))
  }

  private write(bytes: Uint8Array): void {
    if (this.socket.writable) this.socket.write(bytes)
  }

  private fault<Kind extends PrinterFault['kind']>(
    kind: Kind,
  ): Extract<PrinterFault, { kind: Kind }> | undefined {
    return this.parts.faults().find((fault): fault is Extract<PrinterFault, { kind: Kind }> => {
      return fault.kind === kind
    })
  }
}
