import { z } from './plainZod.ts'

const TEXT_MAX = 200

/** Who sends the parcels of this station, as the shop writes it; the label masks it. */
export const senderShape = z.strictObject({
  name: z.string().max(TEXT_MAX),
  phone: z.string().max(TEXT_MAX),
  address: z.string().max(TEXT_MAX),
})

export type Sender = z.infer<typeof senderShape>
