import { createContext, useContext, useEffect, useState } from 'react'
import { type StationData, watchCalmly } from '@/store/queries/stationData.ts'

/** The data of this station, for queries; null in the gallery, where screens are drawn from samples. */
export const StationDataContext = createContext<StationData | null>(null)

/** Rows of a query, kept current; `initial` until the first answer comes. `deps`: what the query
 *  depends on besides the stored rows. */
export function useLive<Rows>(
  query: (data: StationData) => Promise<Rows>,
  initial: Rows,
  deps: readonly unknown[],
): Rows {
  const data = useContext(StationDataContext)
  const [rows, setRows] = useState(initial)
  useEffect(() => {
    if (!data) return
    return watchCalmly(
      () => query(data),
      setRows,
      // A failed read leaves the rows as they are; the store's own fault screen tells the person.
      () => undefined,
    )
    // The query is made anew at each render; `deps` say when it means something else.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [data, ...deps])
  return rows
}
