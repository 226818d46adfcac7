import type { ScaleView } from '@/domain/weighing/scaleView.ts'
import { z } from './plainZod.ts'

const reading = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('load'), weightG: z.int(), isStable: z.boolean() }),
  z.object({ kind: z.literal('overload') }),
  z.object({ kind: z.literal('underload') }),
  z.object({ kind: z.literal('broken') }),
])

/** A scale as the page may know it: by id, never by its port. */
export const scaleShape: z.ZodType<ScaleView> = z.object({
  scaleId: z.string(),
  state: z.enum(['live', 'silent']),
  tareG: z.int(),
  reading: reading.nullable(),
})
