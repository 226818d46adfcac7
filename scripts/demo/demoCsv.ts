import iconv from 'iconv-lite'

/** One row of a demo table: heading -> text. */
export type DemoRow = Readonly<Record<string, string | number>>

export interface DemoTable {
  readonly headings: readonly string[]
  readonly rows: readonly DemoRow[]
  readonly encoding?: 'utf8' | 'utf8bom' | 'gb18030' | 'utf16le'
  readonly delimiter?: ',' | ';' | '\t'
  /** Every cell in quotes, as some platforms write. */
  readonly quoteAll?: boolean
}

/** A table as the bytes of a file, with CRLF line ends. */
export function tableBytes(table: DemoTable): Uint8Array {
  return textBytes(tableText(table), table.encoding ?? 'utf8')
}

/** A table as text. */
export function tableText(table: DemoTable): string {
  const { headings, rows, delimiter = ',', quoteAll = false } = table
  const line = (cells: readonly (string | number)[]) =>
    cells.map((cell) => quote(String(cell), delimiter, quoteAll)).join(delimiter)
  const lines = [
    line(headings),
    ...rows.map((row) => line(headings.map((name) => row[name] ?? ''))),
  ]
  return `${lines.join('\r\n')}\r\n`
}

/** Text in one of the encodings shops meet; UTF-16 always with its mark. */
export function textBytes(text: string, encoding: NonNullable<DemoTable['encoding']>): Uint8Array {
  if (encoding === 'utf8bom') return iconv.encode(text, 'utf8', { addBOM: true })
  return iconv.encode(text, encoding, { addBOM: encoding === 'utf16le' })
}

function quote(cell: string, delimiter: string, always: boolean): string {
  const needs = cell.includes(delimiter) || /["\r\n]/.test(cell)
  return always || needs ? `"${cell.replaceAll('"', '""')}"` : cell
}
