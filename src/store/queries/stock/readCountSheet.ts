import { type Bin, binIdOf } from '@/domain/record/place.ts'
import { specText } from '@/domain/record/specText.ts'
import { balanceQty } from '@/domain/stock/balance.ts'
import type { BinScope } from '@/domain/stock/binScope.ts'
import type { StockState } from '@/domain/stock/movement.ts'
import type { StationData } from '../stationData.ts'

/** Bins of one act on paper: more is no walk of one person. */
export const SCOPE_BINS_MAX = 300

/** Goods that the book knows in one bin; how many is left out. */
export interface CountRow {
  readonly skuCode: string
  readonly name: string
  readonly spec: string
  readonly lot: string
  readonly state: StockState
}

export interface CountBin {
  readonly code: string
  readonly rows: readonly CountRow[]
}

/** The bins of a scope by their codes, one more than `SCOPE_BINS_MAX` where there are too many. */
export async function readScopeBins(data: StationData, scope: BinScope): Promise<Bin[]> {
  const bins = data.documents('bins')
  const most = SCOPE_BINS_MAX + 1
  switch (scope.kind) {
    case 'bin': {
      const bin = await bins.get(binIdOf(scope.of))
      return bin ? [bin] : []
    }
    case 'corridor': {
      const alike = bins.where('id').startsWith(binIdOf(scope.of))
      return alike
        .filter((bin) => bin.corridor === scope.of)
        .limit(most)
        .toArray()
    }
    case 'zone': {
      const found = await bins.where('zone').equals(scope.of).limit(most).toArray()
      return found.sort((a, b) => (a.code < b.code ? -1 : 1))
    }
  }
}

/** What lies in the bins of a scope, in the order of a walk; no bins where there are none. */
export async function readCountSheet(data: StationData, scope: BinScope): Promise<CountBin[]> {
  const bins = (await readScopeBins(data, scope)).slice(0, SCOPE_BINS_MAX)
  const ids = bins.map((bin) => bin.id)
  const lying = await data.balances.where('placeId').anyOf(ids).toArray()
  const balances = lying.filter((balance) => balanceQty(balance) !== 0)
  const skuIds = [...new Set(balances.map((balance) => balance.skuId))]
  const skus = await data.documents('skus').bulkGet(skuIds)
  const known = new Map(skus.flatMap((sku) => (sku ? [[sku.id, sku] as const] : [])))
  return bins.map(({ id, code }) => ({
    code,
    rows: balances
      .filter((balance) => balance.placeId === id)
      .map(({ skuId: skuCode, lot, state }): CountRow => {
        const sku = known.get(skuCode)
        return { skuCode, name: sku?.name ?? '', spec: sku ? specText(sku) : '', lot, state }
      })
      .sort((a, b) => (a.skuCode + a.lot < b.skuCode + b.lot ? -1 : 1)),
  }))
}
