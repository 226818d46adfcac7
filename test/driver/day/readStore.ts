import type { Page } from 'playwright-core'

/** Rows of one table of the station, read past the program: by the browser's own IndexedDB. */
export function readTable<Row>(page: Page, table: string, database = 'packline'): Promise<Row[]> {
  return page.evaluate(
    async ({ name, database: opened }) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(opened)
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
      try {
        return await new Promise<never[]>((resolve, reject) => {
          const request = db.transaction(name).objectStore(name).getAll()
          request.onsuccess = () => resolve(request.result as never[])
          request.onerror = () => reject(request.error)
        })
      } finally {
        db.close()
      }
    },
    { name: table, database },
  )
}
