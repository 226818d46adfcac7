import type { Page } from 'playwright-core'

/** Makes every n-th writing transaction of the page's database last longer, as on a disk that stalls:
 *  the transaction is kept open by reads, so nothing is durable before. Before the page is loaded. */
export async function slowCommits(
  page: Page,
  pace: { readonly everyNth: number; readonly stallMs: number },
): Promise<void> {
  await page.addInitScript(({ everyNth, stallMs }) => {
    let writes = 0
    const open = IDBDatabase.prototype.transaction
    IDBDatabase.prototype.transaction = function (...given) {
      const tx = open.apply(this, given)
      if (tx.mode !== 'readwrite') return tx
      writes += 1
      if (writes % everyNth !== 0) return tx
      document.documentElement.dataset['stalls'] = String(writes / everyNth)
      const endMs = performance.now() + stallMs
      const store = tx.objectStore(tx.objectStoreNames[0] ?? '')
      const read = () => {
        if (performance.now() < endMs) store.count().onsuccess = read
      }
      read()
      return tx
    }
  }, pace)
}
