import { rulerLabel, type RulerWords } from '@/document/labels/rulerLabel.ts'
import type { PrintRequest } from '@/protocol/labelShape.ts'
import type { PrinterSetup } from './printerSetup.ts'

/** Where nobody said what is loaded: the smallest paper that most printers have. */
const PAPER_UNKNOWN = { widthMm: 60, heightMm: 40 }

export interface TestLabelOrder {
  /** The caller's id of this test. */
  readonly key: string
  readonly operatorId: string
  readonly words: RulerWords
}

/** The ruler label of a printer, for the paper that it has, as an ordinary job: it stands in line. */
export function testLabelRequest(
  { name, profile, paper }: PrinterSetup,
  { key, operatorId, words }: TestLabelOrder,
): PrintRequest {
  const facts = { printerName: name, profile, paper: paper ?? PAPER_UNKNOWN }
  const label = rulerLabel(facts, words)
  return {
    key,
    printerId: profile.printerId,
    label: { ...label, nodes: [...label.nodes] },
    document: { kind: 'test', no: key, revision: 0 },
    operatorId,
  }
}
