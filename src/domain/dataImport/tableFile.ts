/** A cell of a text file is its text; a workbook keeps what kind of cell it was, because a number that
 *  stands where an id should be has already lost its last digits. */
export type Cell = string | TypedCell

export type TypedCell =
  | { readonly kind: 'number'; readonly value: number }
  /** A cell the workbook shows as a calendar value: `2026-10-30 09:11:00`. */
  | { readonly kind: 'moment'; readonly text: string }
  | {
      readonly kind: 'formula'
      readonly formula: string
      readonly result: string | number | null
    }

/** One record. `row` counts records from 1; a record with line feeds inside counts once. */
export interface TableRow {
  readonly row: number
  readonly cells: readonly Cell[]
  /** The bytes of this record are not in the encoding of the rest of the file. */
  readonly undecodable?: true
  /** The file ends inside this record. */
  readonly cutOff?: true
}

/** Why nothing of a file can be read. */
export type TableRefusal =
  | 'emptyFile'
  | 'notATable'
  | 'tooLargeFile'
  | 'tooManyRows'
  | 'zipBomb'
  | 'activeContent'
  | 'brokenWorkbook'

export type TableEncoding =
  | 'UTF-8'
  | 'UTF-8 with BOM'
  | 'UTF-16LE'
  | 'UTF-16BE'
  | 'GB18030'
  | 'XLSX'

/** What the station made of one file: plain data, so that it can go over the bridge. */
export interface TableFile {
  readonly name: string
  /** Hex SHA-256 of the bytes: the same file twice is known by it. */
  readonly sha256: string
  readonly encoding: TableEncoding | null
  readonly delimiter?: ',' | ';' | '\t'
  readonly sheet?: string
  /** Sheets that were left out: hidden ones, and all after the first with content. */
  readonly otherSheets?: readonly string[]
  readonly rows: readonly TableRow[]
  readonly cutOff?: true
  readonly refusal?: {
    readonly code: TableRefusal
    readonly params: Readonly<Record<string, string | number>>
  }
}

/** The text of a cell as a person would see it; whole numbers without exponent. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return ''
  if (typeof cell === 'string') return cell
  switch (cell.kind) {
    case 'number':
      return numberText(cell.value)
    case 'moment':
      return cell.text
    case 'formula':
      return typeof cell.result === 'number' ? numberText(cell.result) : (cell.result ?? '')
  }
}

function numberText(value: number): string {
  return Number.isInteger(value) ? BigInt(value).toString() : String(value)
}
