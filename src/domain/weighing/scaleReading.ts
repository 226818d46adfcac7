/** What a scale says at one moment. Grams are whole and may be negative: a load was taken off a scale
 *  that was set to zero with it. */
export type ScaleReading =
  | { readonly kind: 'load'; readonly weightG: number; readonly isStable: boolean }
  /** More than the scale can carry. */
  | { readonly kind: 'overload' }
  /** Below its range: the pan is off. */
  | { readonly kind: 'underload' }
  /** The scale says that it is out of order. */
  | { readonly kind: 'broken' }

/** Turns the bytes of one scale into readings, however they are cut; keeps half frames for the next call. */
export type FrameReader = (bytes: Uint8Array) => readonly ScaleReading[]

/** Languages of scales, by what people find on the device. */
export const scaleKinds = ['a9', 'a12', 'sics', 'and', 'cas', 'hid'] as const
export type ScaleKind = (typeof scaleKinds)[number]

/** What a number without a unit stands for; set with the device. */
export type PlainUnit = 'g' | 'kg'
