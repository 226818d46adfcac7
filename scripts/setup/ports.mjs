import { createServer, get } from 'node:http'
import { run } from './run.mjs'

const ASK_LIMIT_MS = 1_000

/** Can this machine listen there now?
 *  @param {number} port @returns {Promise<boolean>} */
export function isFree(port) {
  return new Promise((done) => {
    const probe = createServer()
    probe.once('error', () => done(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => done(true)))
  })
}

/** Does a Packline station answer there?
 *  @param {number} port @returns {Promise<boolean>} */
function isPackline(port) {
  return new Promise((done) => {
    const request = get({ host: '127.0.0.1', port, path: '/', timeout: ASK_LIMIT_MS }, (reply) => {
      let page = ''
      reply.on('data', (part) => (page += part))
      reply.on('end', () => done(page.includes('Packline')))
    })
    request.on('timeout', () => request.destroy())
    request.on('error', () => done(false))
  })
}

/** Who has the port, in words: a station, a program by its process number, or "another program".
 *  @param {number} port @returns {Promise<string>} */
export async function holderOf(port) {
  if (await isPackline(port)) return 'a Packline station that is already running'
  const isWindows = process.platform === 'win32'
  const [command, args] = isWindows
    ? ['netstat', ['-ano', '-p', 'TCP']]
    : ['ss', ['-H', '-ltnp', `sport = :${port}`]]
  const { output } = await run(command, args, { quiet: true, limitMs: ASK_LIMIT_MS })
  const windows = new RegExp(`:${port}\\s+\\S+\\s+LISTENING\\s+(\\d+)`).exec(output)
  const unix = /users:\(\("([^"]+)",pid=(\d+)/.exec(output)
  if (isWindows && windows) return `the program with process number ${windows[1]}`
  if (!isWindows && unix) return `${unix[1]} (process ${unix[2]})`
  return 'another program'
}
