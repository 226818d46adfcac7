import { setTimeout as sleep } from 'node:timers/promises'
import type { ComponentPlatform } from '@/domain/record/printData.ts'
import { type WebSocket, WebSocketServer } from 'ws'
import { type AskedTask, type ComponentAnswers, componentAnswers } from './componentAnswers.ts'
import { readAsked } from './readAsked.ts'

/** What goes wrong: `refuse` takes no task; `drop` hangs up at a task, unanswered, and prints nothing;
 *  `closeBeforeNotice` takes it, hangs up, and prints it; `delay` waits before each word; `fail` takes it
 *  and then tells that it failed; `silent` says nothing to a task, and prints nothing. */
export type ComponentFault =
  | { readonly kind: 'refuse' | 'fail'; readonly why: string }
  | { readonly kind: 'drop' | 'closeBeforeNotice' | 'silent' }
  | { readonly kind: 'delay'; readonly ms: number }

export interface VirtualComponent {
  readonly port: number
  /** Messages as they came, in order. */
  readonly heard: readonly string[]
  /** Waybills that came out, in order. */
  readonly printed: readonly string[]
  setFault(fault: ComponentFault | undefined): void
  /** Hangs up on everybody; whoever comes again is served. */
  hangUp(): void
  close(): Promise<void>
}

export interface VirtualComponentOptions {
  readonly platform: ComponentPlatform
  /** Left out: any free one. */
  readonly port?: number | undefined
  readonly printers?: readonly string[]
  readonly fault?: ComponentFault | undefined
  onPrinted?(documentId: string): void
}

/** Printers it has, where nobody names others. */
export const COMPONENT_PRINTERS = ['面单打印机', 'Microsoft Print to PDF']

/** A platform's print component on a port of this machine. It cannot decrypt: what it prints is a line
 *  in a list. Rejects where the port is taken. */
export async function startVirtualComponent(
  options: VirtualComponentOptions,
): Promise<VirtualComponent> {
  const component = new Component(options)
  const port = await component.listen(options.port ?? 0)
  return {
    port,
    heard: component.heard,
    printed: component.printed,
    setFault(fault) {
      component.fault = fault
    },
    hangUp: () => component.hangUp(),
    close: () => component.close(),
  }
}

class Component {
  readonly heard: string[] = []
  readonly printed: string[] = []
  fault: ComponentFault | undefined
  private readonly options: VirtualComponentOptions
  private readonly answers: ComponentAnswers
  private readonly tasks = new Map<string, AskedTask & { readonly isPrinted: boolean }>()
  private sockets: WebSocketServer | undefined

  constructor(options: VirtualComponentOptions) {
    this.options = options
    this.answers = componentAnswers[options.platform]
    this.fault = options.fault
  }

  listen(port: number): Promise<number> {
    const { path } = this.answers
    return new Promise((resolve, reject) => {
      const sockets = new WebSocketServer({ host: '127.0.0.1', port, path })
      this.sockets = sockets
      sockets.once('error', reject)
      sockets.once('listening', () => {
        const address = sockets.address()
        resolve(typeof address === 'object' && address ? address.port : port)
      })
      sockets.on('connection', (socket) => {
        socket.on('error', () => undefined)
        socket.on(
          'message',
          (data) => void this.hear(socket, Buffer.isBuffer(data) ? data.toString() : ''),
        )
      })
    })
  }

  hangUp(): void {
    for (const socket of this.sockets?.clients ?? []) socket.terminate()
  }

  async close(): Promise<void> {
    this.hangUp()
    await new Promise((resolve) => this.sockets?.close(resolve))
  }

  private async hear(socket: WebSocket, text: string): Promise<void> {
    this.heard.push(text)
    const asked = readAsked(text)
    switch (asked.kind) {
      case 'print':
        return this.print(socket, asked.task)
      case 'printers': {
        const names = this.options.printers ?? COMPONENT_PRINTERS
        socket.send(this.answers.printers(asked.requestId, names))
        return
      }
      case 'config':
        socket.send(this.answers.config(asked.requestId))
        return
      case 'tasks': {
        const known = asked.taskIds.flatMap((taskId) => this.tasks.get(taskId) ?? [])
        socket.send(this.answers.tasks(asked.requestId, known))
        return
      }
    }
  }

  private async print(socket: WebSocket, task: AskedTask): Promise<void> {
    const { fault, answers } = this
    if (fault?.kind === 'silent') return
    if (fault?.kind === 'drop') {
      socket.terminate()
      return
    }
    if (fault?.kind === 'delay') await sleep(fault.ms)
    if (fault?.kind === 'refuse') {
      socket.send(answers.refused(task, fault.why))
      return
    }
    this.tasks.set(task.taskId, { ...task, isPrinted: false })
    socket.send(answers.accepted(task))
    if (fault?.kind === 'delay') await sleep(fault.ms)
    if (fault?.kind === 'closeBeforeNotice') {
      this.finish(task)
      // Behind the answer, which is on its way already.
      socket.close()
      return
    }
    if (fault?.kind === 'fail') return this.tell(socket, answers.failed(task, fault.why))
    this.tell(socket, answers.rendered(task))
    this.finish(task)
    this.tell(socket, answers.printed(task))
  }

  private finish(task: AskedTask): void {
    this.tasks.set(task.taskId, { ...task, isPrinted: true })
    const name = task.documentId || task.taskId
    this.printed.push(name)
    this.options.onPrinted?.(name)
  }

  private tell(socket: WebSocket, texts: readonly string[]): void {
    for (const text of texts) socket.send(text)
  }
}
