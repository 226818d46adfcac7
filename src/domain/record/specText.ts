import type { Sku } from './sku.ts'

/** One word of a spec; `differs`: a look-alike of the same order does not have it. */
export interface SpecPart {
  readonly text: string
  readonly differs: boolean
}

const BETWEEN_PARTS = /[;；,，\s]+/

/** The words of a spec. Example: `豆沙粉;S` -> `豆沙粉`, `S`. */
const partsOf = (spec: string): string[] => spec.split(BETWEEN_PARTS).filter((part) => part !== '')

/** What tells a SKU from others of its name: the spec, then colour and size where it does not say them.
 *  Example: spec `豆沙粉;S`, colour `豆沙粉`, size `S` -> `豆沙粉;S`; spec '', `黑`, `M` -> `黑；M`. */
export function specText({ spec, colour, size }: Pick<Sku, 'spec' | 'colour' | 'size'>): string {
  const said = partsOf(spec)
  const more = [colour, size].filter((each) => partsOf(each).some((part) => !said.includes(part)))
  return [spec, ...more].filter((part) => part !== '').join('；')
}

/** The words of a spec, those marked that a twin lacks: a hand takes the wrong one of two look-alikes
 *  by just this word. twins: specs of other SKUs of the same name in the order.
 *  Example: `豆沙粉;S` with the twin `豆沙粉;M` -> `S` differs. */
export function markDiffering(spec: string, twins: readonly string[]): SpecPart[] {
  const others = twins.filter((twin) => twin !== spec).map(partsOf)
  return partsOf(spec).map((text) => ({
    text,
    differs: others.some((parts) => !parts.includes(text)),
  }))
}

/** Specs of the other SKUs that bear the same name. Example: lines S and M of one T-shirt -> for S, M's. */
export function twinSpecs(
  line: { readonly skuId: string; readonly name: string },
  lines: readonly { readonly skuId: string; readonly name: string; readonly spec: string }[],
): string[] {
  const twins = lines.filter(({ skuId, name }) => name === line.name && skuId !== line.skuId)
  return [...new Set(twins.map(({ spec }) => spec))]
}
