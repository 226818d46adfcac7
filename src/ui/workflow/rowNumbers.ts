import { useEffect } from 'react'

/** The numbers of a list's rows as a person sees them. A list moves while somebody looks at it; a number
 *  that is typed or scanned must mean the row that was seen, so a row keeps its number and a new one gets
 *  the next free. Shared by the screen, which draws them, and the job, which is given them. */
export interface RowNumbers {
  /** The numbers of the rows of `list`, in the order of `ids`. Example: rows a, b are 1, 2; after c came in
   *  front, c, a, b are 3, 1, 2. */
  take(list: string, ids: readonly string[]): number[]
  /** The row with this number, also where it has left the list since. Undefined: nobody saw such a number. */
  idOf(list: string, no: number): string | undefined
  /** The rows as they were taken last; undefined: nobody sees this list. */
  seen(list: string): readonly string[] | undefined
  /** The list is opened anew: its numbers begin with 1. */
  restart(): void
}

interface Numbered {
  readonly ids: string[]
  readonly noOf: Map<string, number>
  seen: readonly string[]
}

/** Numbers of lists that nobody has seen yet. */
export function createRowNumbers(): RowNumbers {
  const lists = new Map<string, Numbered>()
  return {
    take(list, ids) {
      const known = lists.get(list) ?? { ids: [], noOf: new Map(), seen: [] }
      lists.set(list, known)
      known.seen = ids
      return ids.map((id) => numberOf(known, id))
    },
    idOf: (list, no) => lists.get(list)?.ids[no - 1],
    seen: (list) => lists.get(list)?.seen,
    restart: () => lists.clear(),
  }
}

function numberOf({ ids, noOf }: Numbered, id: string): number {
  const known = noOf.get(id)
  if (known !== undefined) return known
  const no = ids.push(id)
  noOf.set(id, no)
  return no
}

/** Numbers begin with 1 where the screen with the list is opened. */
export function useFreshNumbers(numbers: RowNumbers): void {
  useEffect(() => numbers.restart(), [numbers])
}
