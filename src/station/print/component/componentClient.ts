import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Json } from '@/kernel/json.ts'
import { type RawData, WebSocket } from 'ws'
import type {
  ComponentDialect,
  ComponentOffset,
  ComponentPrinter,
  ComponentWord,
  TaskFate,
} from './componentDialect.ts'

/** How long a component may take to say that it has a task, or to answer a question. */
export const COMPONENT_ANSWER_MS_MAX = 5_000
/** A list of printers or of tasks is some kB long. */
export const COMPONENT_MESSAGE_MAX = 1_000_000

/** Whether a component took a task. */
export interface TaskAnswer {
  readonly isAccepted: boolean
  readonly why: string
}

/** The connection to one component of this computer; it is kept open, for notices come at any time. */
export interface ComponentClient {
  /** Resolves at once where it is connected. Rejects where nobody answers within the limit. */
  connect(limitMs: number): Promise<void>
  /** Hands over one task and waits until the component took or refused it. Rejects where the connection
   *  breaks before, or nothing is said in time: then nobody knows. */
  submit(taskId: string, message: Uint8Array): Promise<TaskAnswer>
  /** Resolves at the notice that ends this task, or when the limit is over; rejects where the connection
   *  breaks before. */
  untilNotice(taskId: string, limitMs: number): Promise<void>
  /** Undefined where it does not know the question or does not answer it. */
  taskFates(taskIds: readonly string[]): Promise<readonly TaskFate[] | undefined>
  printers(): Promise<readonly ComponentPrinter[] | undefined>
  /** False where it did not say that it is set. */
  setOffset(offset: ComponentOffset): Promise<boolean>
  close(): void
}

export interface ComponentClientParts {
  readonly dialect: ComponentDialect
  /** Only a test has another than the platform's. */
  readonly port?: number | undefined
  onNotice(fate: TaskFate): void
  /** A connection stands. */
  onOpen(): void
  /** A connection that stood has ended. */
  onLost(): void
}

/** A client that is not connected yet. It speaks to this computer only: a component knows nobody's name,
 *  so anything else that could be reached would print for whoever asks. */
export function createComponentClient(parts: ComponentClientParts): ComponentClient {
  const client = new Client(parts)
  return {
    connect: (limitMs) => client.connect(limitMs),
    submit: (taskId, message) => client.submit(taskId, message),
    untilNotice: (taskId, limitMs) => client.untilNotice(taskId, limitMs),
    taskFates: (taskIds) => client.taskFates(taskIds),
    printers: () => client.printers(),
    setOffset: (offset) => client.setOffset(offset),
    close: () => client.close(),
  }
}

const SILENT = new Error('the component said nothing')

type Wait = {
  readonly wants: (word: ComponentWord) => boolean
  readonly settle: (word: ComponentWord | Error) => void
}

class Client {
  private readonly parts: ComponentClientParts
  private socket: WebSocket | undefined
  private opening: Promise<void> | undefined
  private readonly waits = new Set<Wait>()

  constructor(parts: ComponentClientParts) {
    this.parts = parts
  }

  async connect(limitMs: number): Promise<void> {
    if (this.socket?.readyState === WebSocket.OPEN) return
    this.opening ??= this.open(limitMs).finally(() => {
      this.opening = undefined
    })
    await this.opening
  }

  private open(limitMs: number): Promise<void> {
    const { dialect, port = dialect.port, onOpen, onLost } = this.parts
    const socket = new WebSocket(`ws://127.0.0.1:${port}${dialect.path}`, {
      handshakeTimeout: limitMs,
      maxPayload: COMPONENT_MESSAGE_MAX,
      perMessageDeflate: false,
    })
    this.socket = socket
    return new Promise((resolve, reject) => {
      let isOpen = false
      socket.on('error', reject)
      socket.on('message', (data, isBinary) => {
        if (!isBinary) this.hear(textOf(data))
      })
      socket.once('open', () => {
        isOpen = true
        onOpen()
        resolve()
      })
      socket.once('close', () => {
        const lost = new Error('the component hung up')
        reject(lost)
        for (const wait of [...this.waits]) wait.settle(lost)
        if (isOpen) onLost()
      })
    })
  }

  close(): void {
    this.socket?.close()
    this.socket?.terminate()
  }

  async submit(taskId: string, message: Uint8Array): Promise<TaskAnswer> {
    const isIt = (word: ComponentWord) => word.kind === 'answer' && word.taskId === taskId
    // Text and not bytes: components read text frames only.
    const word = await this.ask(Buffer.from(message).toString('utf8'), isIt)
    if (word.kind !== 'answer') throw new Error('no answer')
    return { isAccepted: word.isAccepted, why: word.why }
  }

  async untilNotice(taskId: string, limitMs: number): Promise<void> {
    const isEnd = (word: ComponentWord) =>
      word.kind === 'notice' && word.taskId === taskId && word.fate !== 'underWay'
    await this.wait(isEnd, limitMs).catch((error: unknown) => {
      if (error !== SILENT) throw error
    })
  }

  async taskFates(taskIds: readonly string[]): Promise<readonly TaskFate[] | undefined> {
    const requestId = randomUUID()
    const question = this.parts.dialect.getTaskStatus(requestId, taskIds)
    const word = await this.question(question, requestId)
    return word?.kind === 'tasks' ? word.tasks : undefined
  }

  async printers(): Promise<readonly ComponentPrinter[] | undefined> {
    const requestId = randomUUID()
    const word = await this.question(this.parts.dialect.getPrinters(requestId), requestId)
    return word?.kind === 'printers' ? word.printers : undefined
  }

  async setOffset(offset: ComponentOffset): Promise<boolean> {
    const requestId = randomUUID()
    const question = this.parts.dialect.setOffset(requestId, offset)
    const word = await this.question(question, requestId)
    return word?.kind === 'config' && word.isSet
  }

  private async question(
    message: Json | undefined,
    requestId: string,
  ): Promise<ComponentWord | undefined> {
    if (message === undefined) return undefined
    const isIt = (word: ComponentWord) => 'requestId' in word && word.requestId === requestId
    return this.ask(JSON.stringify(message), isIt).catch(() => undefined)
  }

  private async ask(text: string, wants: (word: ComponentWord) => boolean): Promise<ComponentWord> {
    const { socket } = this
    if (socket?.readyState !== WebSocket.OPEN) throw new Error('not connected')
    // Whoever waits must be there before the answer, which may come at once.
    const answer = this.wait(wants, COMPONENT_ANSWER_MS_MAX)
    socket.send(text, (error) => {
      // What was not taken by the socket ends with its connection.
      if (error) socket.terminate()
    })
    return answer
  }

  private wait(wants: Wait['wants'], limitMs: number): Promise<ComponentWord> {
    return new Promise((resolve, reject) => {
      const over = new AbortController()
      const wait: Wait = {
        wants,
        settle: (word) => {
          over.abort()
          this.waits.delete(wait)
          if (word instanceof Error) reject(word)
          else resolve(word)
        },
      }
      this.waits.add(wait)
      sleep(limitMs, undefined, { signal: over.signal, ref: false }).then(
        () => wait.settle(SILENT),
        () => undefined,
      )
    })
  }

  private hear(text: string): void {
    const word = this.parts.dialect.parse(text)
    if (!word) return
    if (word.kind === 'notice') this.parts.onNotice(word)
    for (const wait of [...this.waits]) if (wait.wants(word)) wait.settle(word)
  }
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8')
  return Buffer.from(data as ArrayBuffer).toString('utf8')
}
