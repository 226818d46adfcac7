import { lineColumn, lineTable, type NamedLine, rowNoColumn } from './lineTable.ts'
import { filledFacts, type PaperDocument } from './paperDocument.ts'
import type { PaperWords } from './paperWords.ts'

/** Goods that the book knows in a bin. There is no quantity in it: who counts must not see it. */
export interface CountSheetLine extends NamedLine {
  readonly lot: string
  /** In words where they are not for sale, '' = they are. */
  readonly stateName: string
}

export interface CountSheetBin {
  readonly code: string
  readonly lines: readonly CountSheetLine[]
}

export interface CountSheetFacts {
  readonly no: string
  /** What is counted, ready to read: a bin, a corridor, a zone. */
  readonly scope: string
  readonly operatorName: string
  readonly printedAt: string
  readonly bins: readonly CountSheetBin[]
}

/** Room to write by hand. */
const ROW_MM = 8.5

/** The count sheet (盘点单), blind: each bin with its code and the goods that belong there, without their
 *  number; fields for what was counted and when. The last row of a bin is left open for goods that the
 *  book does not know there. */
export function countSheet(facts: CountSheetFacts, words: PaperWords): PaperDocument {
  const own = words.countSheet
  return {
    kind: 'countSheet',
    title: own.title,
    no: facts.no,
    facts: filledFacts([
      [own.scope, facts.scope],
      [words.operator, facts.operatorName],
      [words.printed, facts.printedAt],
    ]),
    ...lineTable(facts.bins.flatMap(rowsOf), [
      rowNoColumn(words, 5),
      { ...lineColumn([words.bin, 27], (row: Row) => row.binCode), form: 'code128' },
      lineColumn([words.sku, 15], (row) => row.line?.skuCode ?? ''),
      lineColumn([words.name, 25], ({ line }) => (line ? nameText(line) : '')),
      lineColumn([words.lot, 11], (row) => row.line?.lot ?? ''),
      lineColumn([own.counted, 9], () => ''),
      lineColumn([own.countedAt, 8], () => ''),
    ]),
    rowMm: ROW_MM,
    totals: [[own.bins, String(facts.bins.length)]],
    signatures: [own.signCounter, own.signSecond],
    footNote: own.note,
    pageWords: words.page,
  }
}

interface Row {
  readonly binCode: string
  readonly line: CountSheetLine | null
}

function rowsOf({ code: binCode, lines }: CountSheetBin): Row[] {
  return [...lines, null].map((line) => ({ binCode, line }))
}

/** Example: `短袖衬衫 白 M（残次）`. */
function nameText({ name, spec, stateName }: CountSheetLine): string {
  const words = [name, spec].filter((part) => part !== '').join(' ')
  return stateName === '' ? words : `${words}（${stateName}）`
}
