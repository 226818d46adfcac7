import type { DemoWork } from '@/store/queries/demo/readDemoWork.ts'

/** Codes of one kind, under the words `demo.codes.<kind>`. */
export interface OfferedCodes {
  readonly kind:
    | 'totes'
    | 'pickedTotes'
    | 'waybills'
    | 'couriers'
    | 'purchaseOrders'
    | 'goods'
    | 'bins'
    | 'wrong'
    | 'operators'
  readonly codes: readonly { readonly code: string; readonly name: string }[]
}

/** Codes beside the next one: what the open screen could also be given, a wrong one among them, for a
 *  refusal is worth seeing; and the badges. */
export function offeredCodes(station: string, work: DemoWork): OfferedCodes[] {
  const rows: OfferedCodes[] = [
    ...(offers[station]?.(work) ?? []),
    badges('operators', work.operators),
  ]
  return rows.filter(({ codes }) => codes.length > 0)
}

const plain = (kind: OfferedCodes['kind'], codes: readonly string[]): OfferedCodes => ({
  kind,
  codes: codes.map((code) => ({ code, name: code })),
})
const badges = (kind: OfferedCodes['kind'], people: DemoWork['operators']): OfferedCodes => ({
  kind,
  codes: people.map(({ name, badge }) => ({ code: badge, name })),
})

const wrong = ({ skus }: DemoWork) => plain('wrong', skus.slice(-1))

const offers: Readonly<Record<string, (work: DemoWork) => OfferedCodes[]>> = {
  receive: (work) => [
    plain('purchaseOrders', work.purchaseOrderNos),
    plain('goods', work.openSkus),
    wrong(work),
  ],
  putaway: (work) => [plain('goods', work.stagedSkus), plain('bins', work.bins)],
  pick: (work) => [plain('totes', work.freeTotes), wrong(work)],
  pack: (work) => [plain('pickedTotes', work.pickedTotes), wrong(work)],
  ship: (work) => [plain('waybills', work.closedNos), badges('couriers', work.courierBadges)],
  stock: (work) => [plain('goods', work.skus), plain('bins', work.bins)],
}
