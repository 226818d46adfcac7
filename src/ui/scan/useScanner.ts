import { useEffect } from 'react'
import type { ScanConsumer } from '@/device/scan/scanQueue.ts'
import type { ScanRouter } from '@/device/scan/scanRouter.ts'

/** Gives every scan of the page to `onScan`, one by one, in order; the next waits for its promise.
 *  `onScan` must keep its identity between renders. Without it scans wait in the router. */
export function useScanner(router: ScanRouter, onScan: ScanConsumer): void {
  useEffect(() => {
    router.setConsumer(onScan)
    return () => router.setConsumer(null)
  }, [router, onScan])
}
