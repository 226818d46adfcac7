import { type ZoneKind, zoneKinds } from '../record/place.ts'

/** Bins that one paper is about: one bin, a corridor, or a zone. */
export type BinScope =
  | { readonly kind: 'bin' | 'corridor'; readonly of: string }
  | { readonly kind: 'zone'; readonly of: ZoneKind }

/** The scope as the number of a print. Example: { kind: 'corridor', of: 'A' } -> `corridor:A`. */
export const binScopeText = ({ kind, of }: BinScope): string => `${kind}:${of}`

/** Reads `binScopeText` back; null for every other text. */
export function parseBinScope(text: string): BinScope | null {
  const [, kind, of = ''] = /^(bin|corridor|zone):(.+)$/.exec(text) ?? []
  if (kind === 'bin' || kind === 'corridor') return { kind, of }
  const zone = zoneKinds.find((each) => each === of)
  return kind === 'zone' && zone ? { kind, of: zone } : null
}
