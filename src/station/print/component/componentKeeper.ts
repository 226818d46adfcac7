import { setTimeout as sleep } from 'node:timers/promises'
import type { PrinterState } from '../printerSetup.ts'
import type { PrintJob, PrintNotice, PrintState } from '../printJob.ts'
import type { PrintStore } from '../printStore.ts'
import { CONNECT_MS_MAX } from '../sendJob.ts'
import { type ComponentClient, createComponentClient } from './componentClient.ts'
import type { ComponentDialect, TaskFate } from './componentDialect.ts'

/** How often a component that is not there is looked for: a person starts it by hand. */
export const COMPONENT_RETRY_MS = 1_000
/** Tasks asked about in one question; older ones have long been settled by people. */
export const TASKS_ASKED_MAX = 100

const NOT_RUNNING: PrintNotice = { code: 'PRN-080', params: {} }

export interface ComponentKeeperParts {
  readonly printerId: string
  /** The printer by the component's name for it; '' = its own choice. */
  readonly printerName: string
  readonly port?: number | undefined
  readonly dialect: ComponentDialect
  readonly offset: { readonly xMm: number; readonly yMm: number }
  readonly store: PrintStore
  onState(state: PrinterState, notice?: PrintNotice): void
}

/** Keeps the line to one component and writes down what it tells of our tasks. */
export interface ComponentKeeper {
  readonly client: ComponentClient
  /** The component refused this task, and says why. */
  refused(taskId: string, why: string): Promise<void>
  stop(): Promise<void>
}

/** Connects, and again whenever the line is lost. What was sent and not yet told of is `unknown` from
 *  then on; once connected again the component is asked about it. */
export function startComponentKeeper(parts: ComponentKeeperParts): ComponentKeeper {
  const keeper = new Keeper(parts)
  const working = keeper.work()
  return {
    client: keeper.client,
    refused: (taskId, why) => keeper.settle(taskId, 'failed', { code: 'PRN-081', why }),
    async stop() {
      keeper.stop()
      await working
    },
  }
}

class Keeper {
  readonly client: ComponentClient
  private readonly parts: ComponentKeeperParts
  private readonly stopping = new AbortController()
  /** Not there yet, or not any more. */
  private isAway = true
  private settling: Promise<unknown> = Promise.resolve()

  constructor(parts: ComponentKeeperParts) {
    this.parts = parts
    this.client = createComponentClient({
      dialect: parts.dialect,
      port: parts.port,
      onNotice: (fate) => this.inTurn(() => this.take(fate)),
      onOpen: () => this.inTurn(() => this.opened(this.openJobs(['sent', 'unknown']))),
      // What is still being sent, too: the word that it was taken may be a moment old.
      onLost: () => {
        this.isAway = true
        this.inTurn(() => this.doubt(this.openJobs(['sending', 'sent'])))
      },
    })
  }

  async work(): Promise<void> {
    const { signal } = this.stopping
    while (!signal.aborted) {
      await this.client.connect(CONNECT_MS_MAX).catch(() => {
        this.isAway = true
        if (!signal.aborted) this.parts.onState('offline', NOT_RUNNING)
      })
      await sleep(COMPONENT_RETRY_MS, undefined, { signal }).catch(() => undefined)
    }
    await this.settling
  }

  stop(): void {
    this.stopping.abort()
    this.client.close()
  }

  async settle(
    jobId: string,
    state: PrintState,
    told?: { readonly code: string; readonly why: string },
  ): Promise<void> {
    const { store, printerId } = this.parts
    const job = store.find(jobId)
    // Other programs print by the same component: their tasks are none of ours.
    if (job?.printerId !== printerId) return
    const { no } = job.document
    const notices = told ? [{ code: told.code, params: { no, why: told.why } }] : []
    await store.move(jobId, state, notices)
  }

  /** One after the other: a notice must not overtake the loss that came before it. */
  private inTurn(act: () => Promise<unknown>): void {
    // Without a disk nothing can be written down; the printer's writer says so.
    this.settling = this.settling.then(act).catch(() => undefined)
  }

  private async take({ taskId, fate, why }: TaskFate): Promise<void> {
    if (fate === 'printed') await this.settle(taskId, 'printed')
    else if (fate === 'failed') await this.settle(taskId, 'failed', { code: 'PRN-082', why })
  }

  private async opened(open: readonly PrintJob[]): Promise<void> {
    if (this.isAway) this.parts.onState('ready')
    this.isAway = false
    const asked = open.slice(-TASKS_ASKED_MAX)
    const ids = asked.map(({ jobId }) => jobId)
    const fates = (ids.length > 0 && (await this.client.taskFates(ids))) || []
    for (const fate of fates) await this.take(fate)
    await this.doubt(open.filter(({ state }) => state === 'sent'))
    await this.prepare()
  }

  /** Nobody will tell of these any more: a component tells on the connection that brought the task. */
  private async doubt(jobs: readonly PrintJob[]): Promise<void> {
    if (!this.parts.dialect.givesNotices || this.stopping.signal.aborted) return
    for (const { jobId, document } of jobs) {
      const why = { code: 'PRN-041', params: { no: document.no } }
      await this.parts.store.move(jobId, 'unknown', [why])
    }
  }

  private openJobs(states: readonly PrintState[]): PrintJob[] {
    const { store, printerId } = this.parts
    return store.all().filter((job) => job.printerId === printerId && states.includes(job.state))
  }

  private async prepare(): Promise<void> {
    const { printerName, offset, onState } = this.parts
    const listed = await this.client.printers()
    const isMissing =
      printerName !== '' && listed?.some(({ name }) => name === printerName) === false
    if (isMissing) onState('paused', { code: 'PRN-083', params: { name: printerName } })
    if (offset.xMm !== 0 || offset.yMm !== 0)
      await this.client.setOffset({ printerName, ...offset })
  }
}
