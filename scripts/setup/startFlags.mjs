import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/** The database of the page belongs to this port: never taken by chance, never changed. */
export const STATION_PORT = 41870
export const PORT_MAX = 65_535
const LANGS = ['zh-CN', 'en']

/** Where a station keeps its data unless told otherwise.
 *  @param {NodeJS.ProcessEnv} env @param {string} platform */
export function defaultDataDir(env = process.env, platform = process.platform) {
  if (platform === 'win32')
    return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'Packline')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Packline')
  return join(env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'packline')
}

/** @typedef {{ browser: boolean, open: boolean, demo: boolean, dataDir: string | undefined,
 *   port: number, lang: string | undefined, scannerPath: string | undefined,
 *   scale: string | undefined, printer: string | undefined }} StartFlags */

/** Reads the words after `npm start --`. A text comes back for what is not understood.
 *  Example: ['--port', '5000', '--demo'] -> { port: 5000, demo: true, … }
 *  @param {string[]} args @returns {StartFlags | string} */
export function parseStartFlags(args) {
  const flags = { browser: false, open: true, demo: false, port: STATION_PORT }
  /** @type {string | undefined} */
  let dataDir
  /** @type {string | undefined} */
  let scannerPath
  /** @type {string | undefined} */
  let scale
  /** @type {string | undefined} */
  let printer
  /** @type {string | undefined} */
  let lang
  const rest = args.flatMap((arg) =>
    /^--\w+=/.test(arg) ? [arg.slice(0, arg.indexOf('=')), arg.slice(arg.indexOf('=') + 1)] : [arg],
  )
  while (rest.length > 0) {
    const flag = rest.shift()
    if (flag === '--browser') flags.browser = true
    else if (flag === '--no-open') flags.open = false
    else if (flag === '--demo') flags.demo = true
    else if (flag === '--data') {
      const dir = rest.shift()
      if (!dir || dir.startsWith('--')) return '--data needs a folder'
      dataDir = resolve(dir)
    } else if (flag === '--scanner') {
      scannerPath = rest.shift()
      if (!scannerPath) return '--scanner needs the path of a serial port, or hid'
    } else if (flag === '--scale') {
      scale = rest.shift()
      if (!scale?.includes(':'))
        return '--scale needs PATH:KIND, KIND one of a9 a12 sics and cas hid'
    } else if (flag === '--port') {
      flags.port = Number(rest.shift())
      if (!Number.isInteger(flags.port) || flags.port < 1 || flags.port > PORT_MAX)
        return `--port needs a number from 1 to ${PORT_MAX}`
    } else if (flag === '--printer') {
      printer = rest.shift()
      if (!printer?.includes(':')) return '--printer needs HOST:PORT of a label printer'
    } else if (flag === '--lang') {
      lang = rest.shift() ?? ''
      if (!LANGS.includes(lang)) return `--lang is one of ${LANGS.join(', ')}`
    } else
      return `unknown flag ${flag}; known: --browser --no-open --data DIR --port N --demo --scanner PATH --scale PATH:KIND --printer HOST:PORT --lang zh-CN|en`
  }
  return { ...flags, lang, dataDir, scannerPath, scale, printer }
}
