import { z } from './plainZod.ts'

/** Rows of one paper: a handover of a big day has some thousand parcels. */
export const PAPER_ROWS_MAX = 10_000

const text = z.string().max(2_000)
const fact = z.tuple([text, text])

/** A paper as it crosses from page to host; its type is that of `PaperDocument`. */
export const paperShape = z.strictObject({
  kind: z.enum(['inboundSlip', 'pickList', 'packSlip', 'outboundSlip', 'handoverManifest']),
  title: text,
  no: z.string().min(1).max(80),
  facts: z.array(fact).max(40),
  columns: z
    .array(
      z.strictObject({
        title: text,
        share: z.number().positive().max(1_000),
        align: z.enum(['left', 'center', 'right']),
      }),
    )
    .min(1)
    .max(20),
  rows: z.array(z.array(text).max(20)).max(PAPER_ROWS_MAX),
  totals: z.array(fact).max(20),
  signatures: z.array(text).max(6),
  footNote: text,
  pageWords: text,
})
