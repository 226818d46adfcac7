import { spawn } from 'node:child_process'

const KILL_AFTER_MS = 5_000
/** The exit code of a program that was told to stop. */
const INTERRUPTED = 130

/** Runs a program to its end and shows its output while it runs.
 *  `code` is its exit code, 124 when `limitMs` ran out, 127 when it could not be started.
 *  @param {string} command @param {string[]} args
 *  @param {{ cwd?: string, env?: NodeJS.ProcessEnv, limitMs?: number, quiet?: boolean }} options
 *  @returns {Promise<{ code: number, output: string }>} */
export function run(command, args, options = {}) {
  return new Promise((done) => {
    // A group of its own: when the limit runs out, browsers and servers of a step end with it.
    const grouped = process.platform !== 'win32'
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: grouped,
      shell: process.platform === 'win32' && /\.cmd$|^npm$/.test(command),
    })
    let output = ''
    let code = -1
    let isInterrupted = false
    const end = (/** @type {NodeJS.Signals} */ signal) => {
      try {
        if (grouped && child.pid) process.kill(-child.pid, signal)
        else child.kill(signal)
      } catch {
        // Already gone.
      }
    }
    const stop = () => {
      end('SIGTERM')
      setTimeout(() => end('SIGKILL'), KILL_AFTER_MS).unref()
    }
    const forward = () => {
      isInterrupted = true
      stop()
    }
    process.once('SIGINT', forward)
    process.once('SIGTERM', forward)
    const limit = options.limitMs
      ? setTimeout(() => {
          output += `\nstopped after ${options.limitMs} ms\n`
          code = 124
          stop()
        }, options.limitMs)
      : undefined
    const take = (/** @type {Buffer} */ chunk) => {
      output += chunk
      if (!options.quiet) process.stdout.write(chunk)
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    const finish = (/** @type {number} */ got) => {
      clearTimeout(limit)
      process.off('SIGINT', forward)
      process.off('SIGTERM', forward)
      if (isInterrupted) process.exit(INTERRUPTED)
      done({ code: code === -1 ? got : code, output })
    }
    child.on('error', (error) => {
      output += `${command}: ${error.message}\n`
      finish(127)
    })
    child.on('close', (got) => finish(got ?? 1))
  })
}
