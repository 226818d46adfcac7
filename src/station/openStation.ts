import type { Clock } from '@/kernel/clock.ts'
import { takeDataDir } from './instanceFile.ts'
import { virtualScale } from './scale/scaleSetup.ts'
import type { StationFlags } from './stationFlags.ts'
import { createStationHost, type StationHost } from './stationHost.ts'
import { loadLabelFonts } from './print/labelFonts.ts'
import { loadStationSettings, virtualPrinter } from './stationSettings.ts'

export interface OpenStationOptions {
  readonly flags: StationFlags
  readonly shell: 'browser' | 'electron'
  readonly version: string
  readonly clock: Clock
  /** What the printer on the screen is called. */
  readonly virtualPrinterName: string
  /** Folder of the demo shop's files. */
  readonly demoDir: string
  readonly onFault: (what: string, fault: unknown) => void
}

export type OpenedStation =
  | { readonly kind: 'open'; readonly host: StationHost }
  | { readonly kind: 'dataDirBusy'; readonly pid: number }
  | { readonly kind: 'badSettings'; readonly fault: string }
  | {
      readonly kind: 'impossibleProof'
      readonly printer: string
      readonly proof: string
      /** Proofs that it can give. */
      readonly possible: string
    }

/** Opens a data folder for this process alone and starts its host; `host.close` gives it back. Flags
 *  count before settings; with neither, labels go to a printer on the screen, and nothing is weighed. */
export async function openStation(options: OpenStationOptions): Promise<OpenedStation> {
  const { flags } = options
  const taken = await takeDataDir(flags.dataDir)
  if (taken.kind === 'busy') return { kind: 'dataDirBusy', pid: taken.pid }
  const settings = await loadStationSettings(flags.dataDir)
  if ('fault' in settings || 'impossibleProof' in settings) {
    await taken.release()
    if ('fault' in settings) return { kind: 'badSettings', fault: settings.fault }
    const { printer, proof, possible } = settings.impossibleProof
    return { kind: 'impossibleProof', printer, proof, possible: possible.join(' / ') }
  }
  loadLabelFonts(settings.fontFile)
  // The demo shows its labels on the screen, whatever printer this computer has.
  const kept = flags.demo ? undefined : settings.printers
  const asked = flags.printers.length > 0 ? flags.printers : kept
  const host = await createStationHost({
    ...options,
    dataDir: flags.dataDir,
    flags: { demo: flags.demo, ...(flags.lang && { lang: flags.lang }) },
    scannerPath: flags.scannerPath ?? settings.scannerPath,
    scale: flags.scale ?? (flags.demo ? virtualScale : settings.scale),
    ...(settings.sender && { sender: settings.sender }),
    printers: asked ?? [virtualPrinter(options.virtualPrinterName)],
  })
  const close = async () => {
    await host.close()
    await taken.release()
  }
  return { kind: 'open', host: { ...host, close } }
}
