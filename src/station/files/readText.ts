import { CsvError, parse } from 'csv-parse/sync'
import type { TableFile, TableRefusal, TableRow } from '@/domain/dataImport/tableFile.ts'
import { decodeText, isUtf8ReadAsGb18030, type DecodedText } from './decodeText.ts'

type Delimiter = ',' | ';' | '\t'
type TextTable = Pick<TableFile, 'encoding' | 'rows'> & Partial<TableFile>

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t']
const PROBE_CHARACTERS = 64 * 1024
const PROBE_RECORDS = 30
const RECORD_ENDS = ['\r\n', '\n', '\r']

/** Reads text with separators: encoding, separator and line ends are found out; records keep their number.
 *  A file that breaks off (inside a character or inside quotes) keeps its last record, marked `cutOff`. */
export function readText(
  bytes: Uint8Array,
): TextTable | { code: TableRefusal; params: Record<string, string | number> } {
  const decoded = decodeText(bytes)
  const delimiter = findDelimiter(decoded.text)
  const { records, openQuote } = parseRecords(decoded.text, delimiter)
  const cutOff = decoded.brokenEnd || openQuote
  const rows = records.map((cells, i) =>
    toRow({ cells, row: i + 1, decoded, last: cutOff && i === records.length - 1 }),
  )
  return {
    encoding: decoded.encoding,
    delimiter,
    rows,
    ...(cutOff ? { cutOff: true } : {}),
  }
}

function toRow(source: {
  cells: string[]
  row: number
  decoded: DecodedText
  last: boolean
}): TableRow {
  const { cells, row, decoded, last } = source
  if (last) return { row, cells, cutOff: true }
  return isUndecodable(cells, decoded) ? { row, cells: [], undecodable: true } : { row, cells }
}

function isUndecodable(cells: string[], decoded: DecodedText): boolean {
  if (!decoded.mixed) return false
  if (cells.some((cell) => cell.includes('\ufffd'))) return true
  return decoded.encoding === 'GB18030' && isUtf8ReadAsGb18030(cells.join('\n'))
}

function parseRecords(text: string, delimiter: Delimiter) {
  try {
    return { records: parseText(text, delimiter), openQuote: false }
  } catch (error) {
    if (!(error instanceof CsvError) || error.code !== 'CSV_QUOTE_NOT_CLOSED') throw error
    return { records: parseText(`${text}"`, delimiter), openQuote: true }
  }
}

function parseText(text: string, delimiter: Delimiter, to?: number): string[][] {
  return parse(text, {
    delimiter,
    record_delimiter: RECORD_ENDS,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
    ...(to === undefined ? {} : { to }),
  })
}

/** The separator that cuts the first records into the most columns; a tie keeps the comma. */
function findDelimiter(text: string): Delimiter {
  const head = text.slice(0, PROBE_CHARACTERS)
  let best: Delimiter = ','
  let most = 1
  for (const delimiter of DELIMITERS) {
    const width = usualWidth(head, delimiter)
    if (width > most) [best, most] = [delimiter, width]
  }
  return best
}

function usualWidth(head: string, delimiter: Delimiter): number {
  let records: string[][]
  try {
    records = parseText(head, delimiter, PROBE_RECORDS)
  } catch {
    records = parseText(`${head}"`, delimiter, PROBE_RECORDS)
  }
  const widths = records.map((cells) => cells.length).sort((a, b) => a - b)
  return widths[Math.floor(widths.length / 2)] ?? 0
}
