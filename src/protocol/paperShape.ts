import { z } from './plainZod.ts'

/** Rows of one paper: a receipt or manifest of a whole day. */
export const PAPER_ROWS_MAX = 5_000
const CELLS_MAX = 20
const FACTS_MAX = 40

const text = z.string().max(2_000)
const facts = z
  .array(z.tuple([text, text]).readonly())
  .max(FACTS_MAX)
  .readonly()

/** An A4 paper as it crosses from page to host, `PaperDocument` of the document layer. */
export const paperShape = z.strictObject({
  kind: z.enum([
    'inboundSlip',
    'pickList',
    'packSlip',
    'outboundSlip',
    'handoverManifest',
    'countSheet',
  ]),
  title: text,
  no: z.string().min(1).max(64),
  facts,
  columns: z
    .array(
      z.strictObject({
        title: text,
        share: z.number().positive(),
        align: z.enum(['left', 'center', 'right']),
        form: z.literal('code128').exactOptional(),
      }),
    )
    .min(1)
    .max(CELLS_MAX)
    .readonly(),
  rows: z.array(z.array(text).max(CELLS_MAX).readonly()).max(PAPER_ROWS_MAX).readonly(),
  rowMm: z.number().min(1).max(100).exactOptional(),
  totals: facts,
  signatures: z.array(text).max(CELLS_MAX).readonly(),
  footNote: text,
  pageWords: text,
})

/** A table to be written as a file for the shop. */
export const tableToWriteShape = z.strictObject({
  name: z.string().min(1).max(200),
  format: z.enum(['csv', 'xlsx']),
  sheetName: z.string().min(1).max(31).default('Sheet1'),
  headings: z.array(text).max(200).readonly(),
  rows: z.array(z.array(text).max(200).readonly()).max(20_000).readonly(),
})
