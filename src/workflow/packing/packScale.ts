import { type ScaleView, settledG } from '@/domain/weighing/scaleView.ts'

/** A weight as it is written on a parcel. */
export interface Weighed {
  readonly weightG: number
  readonly scaleId: string
}

/** What the scale of the packing table says at one moment. `none`: the table has none; `silent`: it has, but
 *  nothing comes from it; `waiting`: nothing that stands still lies on it. */
export type PackScale =
  | { readonly kind: 'none' }
  | { readonly kind: 'silent' }
  | { readonly kind: 'waiting' }
  | ({ readonly kind: 'settled' } & Weighed)

/** `view`: null = the station has no scale. */
export function packScaleOf(view: ScaleView | null): PackScale {
  if (!view) return { kind: 'none' }
  if (view.state === 'silent' || view.reading?.kind === 'broken') return { kind: 'silent' }
  const weightG = settledG(view)
  return weightG === null
    ? { kind: 'waiting' }
    : { kind: 'settled', weightG, scaleId: view.scaleId }
}
