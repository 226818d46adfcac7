import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { defaultDataDir } from './defaultDataDir.ts'
import { STATION_PORT } from './http/requestPolicy.ts'
import type { PrinterSetup } from './print/printerSetup.ts'
import { type ScaleSetup, scaleOfFlag } from './scale/scaleSetup.ts'
import { printerOfAddress } from './stationSettings.ts'

export interface StationFlags {
  readonly dataDir: string
  readonly port: number
  readonly demo: boolean
  readonly lang: 'zh-CN' | 'en' | undefined
  readonly scannerPath: string | undefined
  /** From `--scale PATH:KIND`. */
  readonly scale: ScaleSetup | undefined
  /** Label printers on the network, from `--printer HOST:PORT`. */
  readonly printers: readonly PrinterSetup[]
}

/** `--no-open` and `--browser` are for `npm start`, which opens the window; they are taken here so that
 *  one command line fits both. */
const OPTIONS = {
  data: { type: 'string' },
  port: { type: 'string' },
  'no-open': { type: 'boolean' },
  browser: { type: 'boolean' },
  demo: { type: 'boolean' },
  lang: { type: 'string' },
  scanner: { type: 'string' },
  scale: { type: 'string' },
  printer: { type: 'string' },
} as const

/** The command line of the station (`--data DIR --port N --no-open --browser --demo --lang L
 *  --scanner PATH --scale PATH:KIND --printer HOST:PORT`), or what is wrong with it. Example: `--port 0` is a fault. */
export function parseStationFlags(
  args: readonly string[],
  /** `lenient` passes over switches that are for Chromium. */
  { lenient = false } = {},
): StationFlags | { readonly fault: string } {
  try {
    const { values } = parseArgs({
      args: lenient ? ownArgs(args) : [...args],
      options: OPTIONS,
    })
    const port = values.port === undefined ? STATION_PORT : Number(values.port)
    if (!Number.isSafeInteger(port) || port < 1 || port > 65_535)
      return { fault: `--port ${values.port}` }
    const { lang } = values
    if (lang !== undefined && lang !== 'zh-CN' && lang !== 'en') return { fault: `--lang ${lang}` }
    const printer = values.printer === undefined ? [] : [printerOfAddress(values.printer)]
    const printers = printer.filter((setup) => setup !== undefined)
    if (printers.length < printer.length) return { fault: `--printer ${values.printer}` }
    const scale = values.scale === undefined ? undefined : scaleOfFlag(values.scale)
    if (values.scale !== undefined && !scale) return { fault: `--scale ${values.scale}` }
    return {
      printers,
      scale,
      dataDir: resolve(values.data ?? defaultDataDir()),
      port,
      demo: values.demo === true,
      lang,
      scannerPath: values.scanner,
    }
  } catch (fault) {
    return { fault: fault instanceof Error ? fault.message : String(fault) }
  }
}

function ownArgs(args: readonly string[]): string[] {
  const isOwn = (arg: string) => Object.hasOwn(OPTIONS, arg.slice(2).split('=', 1)[0] ?? '')
  return args.filter((arg, at) => (arg.startsWith('-') ? isOwn(arg) : isOwn(args[at - 1] ?? '')))
}
