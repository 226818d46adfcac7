import type { Page } from 'playwright-core'

/** One scan as the page itself saw it: from the Enter key to the frame that shows the answer. */
export interface MeteredScan {
  readonly station: string
  readonly tookMs: number
  /** When that frame was there, ms since 1970. */
  readonly paintedAtMs: number
}

declare global {
  interface Window {
    meteredScans: MeteredScan[]
  }
}

/** Puts a meter into the page, before its own scripts: the hardware moment of Enter, the change of
 *  `data-answers`, and the first task after the next frame, when that frame is painted. */
export async function meterScans(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.meteredScans = []
    let enteredMs = 0
    addEventListener(
      'keydown',
      (event) => {
        if (event.code === 'Enter') enteredMs = event.timeStamp
      },
      { capture: true },
    )
    let answers = '0'
    const painted = (startMs: number, station: string) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.onmessage = () =>
          window.meteredScans.push({
            station,
            tookMs: performance.now() - startMs,
            paintedAtMs: Date.now(),
          })
        channel.port2.postMessage(null)
      })
    }
    const observe = () => {
      const notice = document.querySelector('[data-testid=notice]')
      const now = notice?.getAttribute('data-answers') ?? answers
      if (now === answers) return
      answers = now
      const station = document.querySelector('[data-station]')?.getAttribute('data-station') ?? ''
      painted(enteredMs, station)
    }
    new MutationObserver(observe).observe(document, {
      attributes: true,
      attributeFilter: ['data-answers'],
      childList: true,
      subtree: true,
    })
  })
}

/** The same scans from the moments their Enter keys were sent, in order: the way of the key into the page
 *  counts, the keys before it do not. */
export function fromSent(
  scans: readonly MeteredScan[],
  sentAtMs: readonly number[],
): MeteredScan[] {
  if (scans.length !== sentAtMs.length)
    throw new Error(`${sentAtMs.length} scans, ${scans.length} painted answers`)
  return scans.map((scan, i) => ({ ...scan, tookMs: scan.paintedAtMs - (sentAtMs[i] ?? 0) }))
}

/** All scans metered so far. */
export function readMeter(page: Page): Promise<MeteredScan[]> {
  return page.evaluate(() => window.meteredScans)
}
