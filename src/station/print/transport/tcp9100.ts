import { connect, type Socket } from 'node:net'
import { createInbox, type Inbox } from './inbox.ts'
import type { Transport } from './transport.ts'

/** A printer that takes no byte for this long is stuck. */
export const STALL_MS_MAX = 30_000
/** How long the printer may take to end its side once we ended ours. */
export const CLOSE_IDLE_MS_MAX = 500
const PART_BYTES = 16_384

interface Line {
  readonly socket: Socket
  readonly inbox: Inbox
  /** Parts of a label have left: the end must be waited for. */
  hasSent: boolean
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
      const at = opened()
      // It hung up before the label: nothing is lost yet, so say so while that is still true.
      if (at.inbox.isEnded()) throw new Error('printer closed the connection')
      at.inbox.clear()
      for (let from = 0; from < bytes.length; from += PART_BYTES) {
        const part = bytes.subarray(from, from + PART_BYTES)
        const failure = at.inbox.failure()
        if (failure) throw failure
        at.hasSent = true
        onHandedOver(part.length)
        await writePart(at.socket, part)
      }
    },
    ask(query, isComplete, limitMs) {
      const { inbox, socket } = opened()
      // Some printers talk unasked after the connection: that is not the answer.
      inbox.clear()
      socket.write(query)
      return inbox.wait(isComplete, limitMs)
    },
    listen: (isComplete, limitMs) => opened().inbox.wait(isComplete, limitMs),
    async close(isSettled = false) {
      if (line) await closeLine(line, isSettled)
    },
  }
}

function openLine(host: string, port: number, limitMs: number): Promise<Line> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true, allowHalfOpen: true })
    const inbox = createInbox()
    const timer = setTimeout(() => socket.destroy(new Error('connect limit')), limitMs)
    socket.on('data', (chunk) => inbox.push(chunk))
    socket.on('end', () => inbox.end())
    socket.on('error', (error) => {
      clearTimeout(timer)
      inbox.fail(error)
      reject(error)
    })
    socket.on('close', () => inbox.end())
    socket.once('connect', () => {
      clearTimeout(timer)
      resolve({ socket, inbox, hasSent: false })
    })
  })
}

function writePart(socket: Socket, part: Uint8Array): Promise<void> {
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

async function closeLine({ socket, inbox, hasSent }: Line, isSettled: boolean): Promise<void> {
  if (!socket.destroyed) {
    socket.end()
    // After a mere question nothing is under way; waiting would hold up the next label.
    if (hasSent && !isSettled) await quietOrEnded(socket)
    // Nothing is unread here, so this sends no reset.
    socket.destroy()
  }
  const failure = inbox.failure()
  if (failure && !isSettled) throw failure
}

/** Waits for the printer's end of the connection, or until it has been quiet for a while after
 *  everything of ours has left. */
function quietOrEnded(socket: Socket): Promise<void> {
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
