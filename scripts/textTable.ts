/** Characters that take two columns of a terminal: Chinese, Japanese, Korean, their signs and forms. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u
/** What takes none, or would move what follows: control characters, marks, direction signs. */
const NO_WIDTH = /[\p{Cc}\p{Cf}\p{Mn}]/gu

/** Columns of a terminal that a text takes. Example: `第1行` -> 5. */
export function columnsOf(text: string): number {
  let columns = 0
  for (const character of text.replace(NO_WIDTH, '')) columns += WIDE.test(character) ? 2 : 1
  return columns
}

/** A table for a terminal, a line a row, below its headings. The last column is not filled up, so that a
 *  long text breaks as the terminal does. */
export function textTable(
  headings: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const cells = [headings, ...rows].map((row) =>
    row.map((cell) => String(cell).replace(NO_WIDTH, ' ')),
  )
  const widths = headings.map((_, at) =>
    cells.reduce((most, row) => Math.max(most, columnsOf(row[at] ?? '')), 0),
  )
  const filled = (text: string, at: number) =>
    at === headings.length - 1 ? text : text + ' '.repeat((widths[at] ?? 0) - columnsOf(text))
  return cells.map((row) => row.map(filled).join('  ')).join('\n')
}
