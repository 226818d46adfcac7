import type { Carrier } from '../record/outbound.ts'

/** What of an order decides its carrier. */
export interface CarrierNeed {
  /** '' where the shop has not chosen one. */
  readonly carrierId: string
  readonly province: string
}

/** The carrier of an order: the one it names, else the default one unless it does not serve the
 *  province, else the first by id that does. Null where nobody serves it.
 *  Example: default 申通 does not serve 西藏自治区 -> 圆通. */
export function chooseCarrier(carriers: readonly Carrier[], need: CarrierNeed): Carrier | null {
  const named = carriers.find((carrier) => carrier.id === need.carrierId)
  if (named) return named
  const serving = carriers.filter((carrier) => !carrier.notServed.includes(need.province))
  return serving.find((carrier) => carrier.isDefault === 1) ?? serving[0] ?? null
}
