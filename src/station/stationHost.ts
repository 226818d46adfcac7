import type { Sender } from '@/protocol/senderShape.ts'
import { basename, join } from 'node:path'
import type { Clock } from '@/kernel/clock.ts'
import type { BridgeResult } from '@/protocol/bridge.ts'
import type { BridgeHandlers } from './bridge/bridgeSession.ts'
import { type BridgeSessions, createBridgeSessions } from './bridge/bridgeSessions.ts'
import { createFileUploads } from './files/fileUploads.ts'
import { createHandlers } from './handlers.ts'
import type { PrinterSetup } from './print/printerSetup.ts'
import { createPrintService } from './print/printService.ts'
import type { ScaleSetup } from './scale/scaleSetup.ts'
import { createScaleService } from './scale/scaleService.ts'
import { createScanSource } from './scanner/scanSource.ts'
import { createScannerService } from './scanner/scannerService.ts'
import { createToolRequests } from './toolRequests.ts'

export interface StationHostOptions {
  readonly dataDir: string
  readonly version: string
  readonly shell: BridgeResult<'host.hello'>['shell']
  readonly flags: BridgeResult<'host.hello'>['flags']
  readonly clock: Clock
  /** Path of a serial scanner, as the system names it; `hid` or `hid:PATH` for one in USB POS mode. */
  readonly scannerPath?: string | undefined
  /** Undefined: nothing is weighed. */
  readonly scale?: ScaleSetup | undefined
  readonly printers: readonly PrinterSetup[]
  /** Folder of the demo shop's files; used where the flags ask for the demo. */
  readonly demoDir?: string | undefined
  /** Who sends the parcels, from the settings. */
  readonly sender?: Sender
  /** Faults that nobody waits for, for the log. */
  readonly onFault: (what: string, fault: unknown) => void
}

/** The part of the station a page cannot be: devices, files, keys. The same for every shell; a shell
 *  adds its transport. */
export interface StationHost {
  readonly handlers: BridgeHandlers
  readonly sessions: BridgeSessions
  close(): Promise<void>
}

/** Starts devices and builds the handler table. */
export async function createStationHost(options: StationHostOptions): Promise<StationHost> {
  const { dataDir, version, shell, flags, clock } = options
  const sessions = createBridgeSessions()
  const scans = createScanSource(sessions, clock)
  const scanner =
    options.scannerPath === undefined
      ? undefined
      : createScannerService({
          path: options.scannerPath,
          scans,
          onChange: (view) => sessions.tellPages('scanner', view),
          onFault: options.onFault,
        })
  const scale =
    options.scale &&
    createScaleService({
      setup: options.scale,
      clock,
      onChange: (view) => sessions.tellPages('scale', view),
      onFault: options.onFault,
    })
  const dir = join(dataDir, 'print')
  const imageDir = join(dataDir, 'images')
  const print = await createPrintService({ dir, imageDir, clock, printers: options.printers })
  print.onChange(({ job, printer }) => {
    if (job) sessions.tellPages('printJob', job)
    if (printer) sessions.tellPages('printer', printer)
  })
  const dataDirName = basename(dataDir)
  const handlers = createHandlers({
    dataDir,
    hello: () => ({
      version,
      shell,
      dataDirName,
      printers: print.status(),
      flags,
      ...(scanner && { scanner: scanner.view() }),
      ...(scale && { scale: scale.view() }),
      ...(options.sender && { sender: options.sender }),
    }),
    uploads: createFileUploads(),
    scans,
    tools: createToolRequests(sessions),
    print,
    scale,
    demoDir: flags.demo ? options.demoDir : undefined,
  })
  return {
    handlers,
    sessions,
    async close() {
      await scanner?.close()
      await scale?.close()
      await print.close()
    },
  }
}
