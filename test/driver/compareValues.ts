import { runSteps } from '@/kernel/steps.ts'
import type { ImportReading } from '@/domain/dataImport/readImport.ts'
import { readRows } from '@/domain/dataImport/readRows.ts'
import type { TableFile } from '@/domain/dataImport/tableFile.ts'
import type { ExpectedFinding } from './compareSamples.ts'

interface Read {
  readonly table: TableFile
  readonly reading: ImportReading
}

const FEN_PER_YUAN = 100
/** `2 行，各 1 件`: so many lines, each with so many pieces. */
const LINES_TOLD = /^(\d+) 行，(?:数量|各) (\d+)/

/** Compares what an expectation file says of cells that need no report (level `ok`) with what was read. */
export function compareValues(
  file: string,
  expected: readonly ExpectedFinding[],
  read: Read,
): string[] {
  return expected.flatMap((one) => {
    const got = textOf(one.value === undefined ? fateOf(one, read) : valueOf(one, read))
    const wanted = textOf(one.value === undefined ? 'in' : one.value)
    return got === wanted
      ? []
      : [`${file}: row ${one.row} ${one.column} reads ${got}, not ${wanted}`]
  })
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value)

function rowReader(row: number | null, { table, reading }: Read) {
  if (!reading.match) return undefined
  return runSteps(readRows(table, reading.match, new Map())).readers.find((one) => one.row === row)
}

const fateOf = (one: ExpectedFinding, read: Read) =>
  rowReader(one.row, read)?.is('in') ? 'in' : 'not in'

function valueOf(one: ExpectedFinding, read: Read): unknown {
  const told = LINES_TOLD.exec(String(one.value))
  const order = orderAt(one.row, read.reading)
  if (told) return linesTold(order?.lines ?? [], told)
  if (one.code === 'dateFromOrderNo') return order?.orderDay
  return cellValue(one, read)
}

function orderAt(row: number | null, { content }: ImportReading) {
  return content?.kind === 'orders' ? content.drafts.find((draft) => draft.row === row) : undefined
}

/** The told text itself where the lines are so, else what they are. */
function linesTold(lines: readonly { qty: number | null }[], told: RegExpExecArray): string {
  const isSo = lines.length === Number(told[1]) && lines.every(({ qty }) => qty === Number(told[2]))
  return isSo ? told.input : lines.map(({ qty }) => qty).join('+')
}

function cellValue({ row, column }: ExpectedFinding, read: Read): unknown {
  const reader = rowReader(row, read)
  const { match } = read.reading
  if (!reader || !match || column === null) return undefined
  const at = match.headings.indexOf(column)
  const field = Object.entries(match.columnOf).find(([, place]) => place === at)?.[0]
  if (field === undefined) return undefined
  const value = reader.read(field)
  if (typeof value !== 'number') return value ?? ''
  return match.specOf[field]?.type === 'yuan' ? value / FEN_PER_YUAN : value
}
