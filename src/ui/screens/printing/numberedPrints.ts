import type { PrintIntent } from '@/domain/record/outbound.ts'
import { readPrintList } from '@/store/queries/printing/readPrintList.ts'
import type { StationData } from '@/store/queries/stationData.ts'
import type { RowNumbers } from '../../workflow/rowNumbers.ts'

/** The print list among the lists that have numbers. */
export const PRINTS = 'prints'

/** One print of the list. `listNo`: what a person types to look at it. */
export interface NumberedPrint extends PrintIntent {
  readonly listNo: number
}

/** The print list as it is drawn, each row with the number that stands for it. */
export async function readNumberedPrints(
  data: StationData,
  numbers: RowNumbers,
): Promise<NumberedPrint[]> {
  const rows = await readPrintList(data)
  const ids = rows.map((row) => row.id)
  const nos = numbers.take(PRINTS, ids)
  return rows.map((row, i) => ({ ...row, listNo: nos[i] ?? 0 }))
}
