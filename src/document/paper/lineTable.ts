import { column, type PaperColumn, type PaperDocument, type PaperFact } from './paperDocument.ts'
import type { PaperWords } from './paperWords.ts'

/** One column of a paper's table: its head, and what each line says in it. */
export interface LineColumn<Line> extends PaperColumn {
  readonly say: (line: Line, index: number) => string
}

/** Table of a paper, one row a line. Example: lineTable(lines, [rowNoColumn(words, 5), qtyColumn(words, 7)]). */
export function lineTable<Line>(
  lines: readonly Line[],
  columns: readonly LineColumn<Line>[],
): Pick<PaperDocument, 'columns' | 'rows'> {
  return {
    columns: columns.map(({ say: _say, ...head }) => head),
    rows: lines.map((line, index) => columns.map(({ say }) => say(line, index))),
  }
}

/** A column of its own; numbers stand on the right. */
export function lineColumn<Line>(
  head: readonly [title: string, share: number, align?: PaperColumn['align']],
  say: LineColumn<Line>['say'],
): LineColumn<Line> {
  return { ...column(...head), say }
}

/** Counts the lines from 1. */
export function rowNoColumn(words: PaperWords, share: number): LineColumn<unknown> {
  return lineColumn([words.rowNo, share, 'right'], (_line, index) => String(index + 1))
}

/** What tells one SKU from another on every paper. */
export interface NamedLine {
  readonly skuCode: string
  readonly name: string
  readonly spec: string
}

/** SKU, name and spec, by their shares of the width. */
export function skuColumns(
  words: PaperWords,
  [sku, name, spec]: readonly [sku: number, name: number, spec: number],
): LineColumn<NamedLine>[] {
  return [
    lineColumn([words.sku, sku], (line) => line.skuCode),
    lineColumn([words.name, name], (line) => line.name),
    lineColumn([words.spec, spec], (line) => line.spec),
  ]
}

/** Pieces of a line. */
export function qtyColumn(words: PaperWords, share: number): LineColumn<{ readonly qty: number }> {
  return lineColumn([words.qty, share, 'right'], (line) => String(line.qty))
}

/** All pieces of all lines. */
export function piecesTotal(
  lines: readonly { readonly qty: number }[],
  words: PaperWords,
): PaperFact {
  return [words.pieces, String(lines.reduce((sum, line) => sum + line.qty, 0))]
}
