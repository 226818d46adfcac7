import { z } from './plainZod.ts'

/** Rows of one page of a table; a page also ends where it would grow too large for a message. */
export const TABLE_PAGE_ROWS_MAX = 2_000

const typedCell = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('number'), value: z.number() }),
  z.object({ kind: z.literal('moment'), text: z.string() }),
  z.object({
    kind: z.literal('formula'),
    formula: z.string(),
    result: z.union([z.string(), z.number(), z.null()]),
  }),
])

const tableRow = z.object({
  row: z.int(),
  cells: z.array(z.union([z.string(), typedCell])).readonly(),
  undecodable: z.literal(true).exactOptional(),
  cutOff: z.literal(true).exactOptional(),
})

const refusalCodes = [
  'emptyFile',
  'notATable',
  'tooLargeFile',
  'tooManyRows',
  'zipBomb',
  'activeContent',
  'brokenWorkbook',
] as const
const encodings = ['UTF-8', 'UTF-8 with BOM', 'UTF-16LE', 'UTF-16BE', 'GB18030', 'XLSX'] as const

/** A read file, `TableFile` of the domain, with the rows of one page. */
export const tableShape = z.object({
  name: z.string(),
  sha256: z.string(),
  encoding: z.enum(encodings).nullable(),
  delimiter: z.enum([',', ';', '\t']).exactOptional(),
  sheet: z.string().exactOptional(),
  otherSheets: z.array(z.string()).readonly().exactOptional(),
  rows: z.array(tableRow).readonly(),
  cutOff: z.literal(true).exactOptional(),
  refusal: z
    .object({
      code: z.enum(refusalCodes),
      params: z.record(z.string(), z.union([z.string(), z.number()])).readonly(),
    })
    .exactOptional(),
})
