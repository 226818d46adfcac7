import { systemTimers } from '@/kernel/timers.ts'
import { runCommand } from '@/app/runCommand.ts'
import type { Committed } from '@/app/ports/ledger.ts'
import type { StationClient } from '@/device/stationClient.ts'
import type { Sender } from '@/protocol/senderShape.ts'
import type { BridgeEvent } from '@/protocol/bridge.ts'
import type { PrintedWords } from '@/ui/paper/readPaperWords.ts'
import { type PrintFeederPorts, createPrintFeeder } from '@/ui/print/printFeeder.ts'
import { provedPrints } from '@/ui/print/provedPrints.ts'
import type { StatusStore } from '@/ui/shell/stationStatus.ts'
import type { Warehouse } from './openWarehouse.ts'

export interface PrintWorkPorts {
  readonly warehouse: Warehouse
  readonly client: StationClient
  readonly words: PrintedWords
  /** Who sends the parcels; empty texts where the shop has not said. */
  readonly sender: Sender
  readonly status: StatusStore
  readonly filePaper: PrintFeederPorts['filePaper']
  /** Says in words why labels stop coming out. */
  readonly tell: (code: string, params: Readonly<Record<string, string | number>>) => void
}

type Printer = BridgeEvent<'printer'>

/** Sends queued labels to the host, keeps the printer's light current, and tells the host which labels a
 *  scan-back has proved. */
export function startPrintWork(ports: PrintWorkPorts): { append(committed: Committed): void } {
  const { warehouse, client, words, status, tell } = ports
  const { ctx } = warehouse
  let printer: Printer | null = null
  // A label the host will never print (wrong paper, a fault in it) is told; the next good one clears it.
  const tellJob = ({ state, notices }: BridgeEvent<'printJob'>) => {
    const [notice] = notices
    if (state === 'failed' && notice) tell(notice.code, notice.params)
    else if (state === 'sent' || state === 'printed') status.setState({ alert: null })
  }
  const feeder = createPrintFeeder({
    data: warehouse.db,
    timers: systemTimers,
    printer: () => printer,
    words: () => words,
    sender: () => ({ ...ports.sender, isMasked: false }),
    operatorId: warehouse.operatorId,
    async submit(request) {
      const answer = await client.request('print.submit', request)
      if (answer.ok) tellJob(answer.result)
      return answer
    },
    filePaper: ports.filePaper,
    async record(intentId) {
      await runCommand(ctx, ctx.newId(), 'packing.recordPrint', { intentId })
    },
    heard: (fault) => {
      if (fault) tell(fault.code, fault.params ?? {})
    },
  })
  const take = (next: Printer) => {
    const wasFaulty = printer !== null && !isWorking(printer)
    printer = next
    const isWell = isWorking(next)
    status.setState({ printer: { light: isWell ? 'ready' : 'fault', name: next.name } })
    if (isWell && wasFaulty) status.setState({ alert: null })
    if (isWell) feeder.poke()
    else if (next.notice) tell(next.notice.code, next.notice.params)
  }
  client.on('printer', take)
  client.on('printJob', tellJob)
  client.onState((state) => {
    if (state !== 'open') return
    void client.request('print.status', {}).then((answer) => {
      const [first] = answer.ok ? answer.result.printers : []
      if (first) take(first)
    })
  })
  return {
    append(committed) {
      for (const no of provedPrints(committed)) void client.request('print.markProved', { no })
    },
  }
}

const isWorking = ({ state }: Printer): boolean => state === 'ready' || state === 'printing'
