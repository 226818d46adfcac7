import { setTimeout as sleep } from 'node:timers/promises'
import { isComponentLabel, type PrintContent } from '@/document/componentLabel.ts'
import type { ComponentSetup, PrinterSetup, PrinterState } from '../printerSetup.ts'
import type { PrintJob, PrintNotice } from '../printJob.ts'
import type { PrintStore } from '../printStore.ts'
import type { Transport } from '../transport/transport.ts'
import { componentDialects } from './componentDialects.ts'
import { startComponentKeeper } from './componentKeeper.ts'
import { createComponentTransport } from './componentTransport.ts'

/** How long the end of the host waits for a component's word on the task that is under way. */
export const COMPONENT_STOP_MS = 2_000

/** One platform's component, as the queue uses it in place of press and wire. */
export interface ServedComponent {
  /** The message that asks for this waybill; undefined for what is no platform's. */
  encode(job: PrintJob, content: PrintContent): Uint8Array | undefined
  openTransport(job: PrintJob | undefined): Transport
  /** Ends the writer, and the line to the component. */
  stop(writer: { stop(): Promise<void> }): Promise<void>
}

/** Starts the line to the component of `setup`. */
export function serveComponent(parts: {
  readonly setup: PrinterSetup
  readonly component: ComponentSetup
  readonly store: PrintStore
  onState(state: PrinterState, notice?: PrintNotice): void
}): ServedComponent {
  const { component, store, onState } = parts
  const { printerId, offsetXMm: xMm, offsetYMm: yMm } = parts.setup.profile
  const { printerName, port, ownAreaUrl } = component
  const dialect = componentDialects[component.platform]
  const offset = { xMm, yMm }
  const line = { printerId, printerName, port, dialect, offset, store, onState }
  const keeper = startComponentKeeper(line)
  return {
    encode({ jobId: taskId, document }, label) {
      if (!isComponentLabel(label)) return undefined
      const task = { taskId, waybillNo: document.no, printerName, label, ownAreaUrl }
      return Buffer.from(JSON.stringify(dialect.print(task)))
    },
    openTransport: (job) =>
      createComponentTransport({
        client: keeper.client,
        dialect,
        taskId: job?.jobId ?? '',
        onRefused: (why) => keeper.refused(job?.jobId ?? '', why),
      }),
    async stop(writer) {
      const stopped = writer.stop()
      await Promise.race([stopped, sleep(COMPONENT_STOP_MS, undefined, { ref: false })])
      await keeper.stop()
      await stopped
    },
  }
}
