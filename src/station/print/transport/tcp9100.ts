import { connect, type Socket } from 'node:net'
import type { Transport } from './transport.ts'

/** A printer that takes no byte for this long is stuck. */
export const STALL_MS_MAX = 30_000
/** How long the printer may take to end its side once we ended ours. */
export const CLOSE_IDLE_MS_MAX = 500
const PART_BYTES = 16_384

interface Line {
  readonly socket: Socket
  inbox: Uint8Array
  /** Parts of a label have left: the end must be waited for. */
  hasSent: boolean
  failure: Error | undefined
  wake: () => void
}

/** Raw TCP as label printers speak it on port 9100. It always reads: closing with unread input would
 *  make the system throw away what the printer has not taken yet. */
export function createTcp9100({ host, port }: { host: string; port: number }): Transport {
  let line: Line | undefined
  const opened = () => {
    if (line === undefined) throw new Error('not open')
    return line
  }
  return {
    async open(limitMs) {
      line = await openLine(host, port, limitMs)
    },
    async send(bytes, onHandedOver) {
      // It hung up before the label: nothing is lost yet, so say so while that is still true.
      if (opened().socket.readableEnded) throw new Error('printer closed the connection')
      for (let at = 0; at < bytes.length; at += PART_BYTES) {
        const part = bytes.subarray(at, at + PART_BYTES)
        if (opened().failure) throw opened().failure
        opened().hasSent = true
        onHandedOver(part.length)
        await writePart(opened(), part)
      }
    },
    ask: (query, isComplete, limitMs) => askLine(opened(), { query, isComplete, limitMs }),
    async close() {
      if (line) await closeLine(line)
    },
  }
}

function openLine(host: string, port: number, limitMs: number): Promise<Line> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true, allowHalfOpen: true })
    const line: Line = {
      socket,
      inbox: new Uint8Array(),
      hasSent: false,
      failure: undefined,
      wake: () => undefined,
    }
    const timer = setTimeout(() => socket.destroy(new Error('connect limit')), limitMs)
    socket.on('data', (chunk) => {
      line.inbox = Buffer.concat([line.inbox, chunk])
      line.wake()
    })
    socket.on('error', (error) => {
      clearTimeout(timer)
      line.failure = error
      line.wake()
      reject(error)
    })
    socket.on('close', () => line.wake())
    socket.once('connect', () => {
      clearTimeout(timer)
      resolve(line)
    })
  })
}

function writePart({ socket }: Line, part: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('printer takes no bytes')), STALL_MS_MAX)
    const settle = (act: () => void) => {
      clearTimeout(timer)
      socket.off('error', onError)
      act()
    }
    const onError = (error: Error) => settle(() => reject(error))
    socket.once('error', onError)
    socket.write(part, (error) => settle(() => (error ? reject(error) : resolve())))
  })
}

interface Question {
  readonly query: Uint8Array
  readonly isComplete: (sofar: Uint8Array) => boolean
  readonly limitMs: number
}

function askLine(
  line: Line,
  { query, isComplete, limitMs }: Question,
): Promise<Uint8Array | 'silent'> {
  // Some printers talk unasked after the connection: that is not the answer.
  line.inbox = new Uint8Array()
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      clearTimeout(timer)
      line.wake = () => undefined
      act()
    }
    const timer = setTimeout(() => settle(() => resolve('silent')), limitMs)
    line.wake = () => {
      const { failure, inbox, socket } = line
      if (failure) settle(() => reject(failure))
      else if (isComplete(inbox)) settle(() => resolve(inbox))
      else if (socket.destroyed || socket.readableEnded) settle(() => resolve('silent'))
    }
    line.socket.write(query, () => line.wake())
  })
}

async function closeLine(line: Line): Promise<void> {
  const { socket } = line
  if (!socket.destroyed) {
    socket.end()
    // After a mere question nothing is under way; waiting would hold up the next label.
    if (line.hasSent) await quietOrEnded(line)
    // Nothing is unread here, so this sends no reset.
    socket.destroy()
  }
  if (line.failure) throw line.failure
}

/** Waits for the printer's end of the connection, or until it has been quiet for a while after
 *  everything of ours has left. */
function quietOrEnded({ socket }: Line): Promise<void> {
  return new Promise((resolve) => {
    let restMs = STALL_MS_MAX
    let timer = setTimeout(check, CLOSE_IDLE_MS_MAX)
    function check() {
      restMs -= CLOSE_IDLE_MS_MAX
      if (socket.writableFinished || socket.destroyed || restMs <= 0) return done()
      timer = setTimeout(check, CLOSE_IDLE_MS_MAX)
    }
    function done() {
      clearTimeout(timer)
      socket.off('end', done).off('close', done).off('error', done)
      resolve()
    }
    socket.once('end', done).once('close', done).once('error', done)
  })
}
