import { componentPlatforms } from '@/domain/record/printData.ts'
import { z } from './plainZod.ts'

const notice = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).readonly(),
  spoken: z.object({ kind: z.literal('paperOut') }).exactOptional(),
})

/** What became of one label. */
export const printJobShape = z.object({
  jobId: z.string(),
  printerId: z.string(),
  document: z.object({ kind: z.string(), no: z.string(), revision: z.int() }),
  operatorId: z.string(),
  reason: z.string().optional(),
  state: z.enum(['queued', 'sending', 'sent', 'printed', 'unknown', 'failed']),
  notices: z.array(notice).readonly(),
  createdAtMs: z.int(),
  changedAtMs: z.int(),
})

const mm = z.number().min(0).max(300)

/** Where the labels of an A4 sheet stand, `SheetGrid` of the document layer. */
export const sheetGridShape = z.strictObject({
  columns: z.int().min(1).max(20),
  rows: z.int().min(1).max(60),
  leftMm: mm,
  topMm: mm,
  labelWidthMm: mm.min(10),
  labelHeightMm: mm.min(10),
  pitchXMm: mm,
  pitchYMm: mm,
})

/** A printer as the page may know it: by id, never by address. */
export const printerShape = z.object({
  printerId: z.string(),
  name: z.string(),
  dotsPerMm: z.union([z.literal(8), z.literal(11.811)]),
  paper: z.object({ widthMm: z.number(), heightMm: z.number() }).optional(),
  kinds: z.array(z.string()).readonly().optional(),
  sheet: sheetGridShape.optional(),
  isDefault: z.boolean().optional(),
  platform: z.enum(componentPlatforms).optional(),
  isHeld: z.boolean().exactOptional(),
  state: z.enum(['untried', 'ready', 'printing', 'paused', 'offline']),
  notice: notice.optional(),
  waiting: z.int(),
})

/** The picture of a label and what speaks against printing it. */
export const labelPreviewShape = z.object({
  png: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  notices: z.array(notice).readonly(),
})

/** A label in the tray of a printer on the screen. */
export const virtualLabelShape = z.object({
  jobId: z.string(),
  no: z.string(),
  png: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
})
