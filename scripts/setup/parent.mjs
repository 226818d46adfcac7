const LOOK_EVERY_MS = 500

/** Ends this process as SIGTERM would when npm, which started it, is gone. npm hands a signal to its
 *  shell, the shell dies of it and tells nobody: the station would keep its port for ever.
 *  Started without npm, nothing is watched: a shell may well end before what it started. */
export function endWithNpm() {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, LOOK_EVERY_MS)
  watch.unref()
}
