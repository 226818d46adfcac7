import { type Step, type Workflow, accepted, stay } from '../workflow.ts'

/** What the stock screen shows: nothing yet, one SKU over all places, or one place. */
export type StockState =
  | { readonly kind: 'scanAny' }
  | { readonly kind: 'skuShown'; readonly skuId: string }
  | { readonly kind: 'placeShown'; readonly placeId: string; readonly code: string }

export type StockEvent =
  | { readonly kind: 'skuScanned'; readonly skuId: string }
  | { readonly kind: 'placeScanned'; readonly placeId: string; readonly code: string }

/** Looking at stock: any SKU, bin or tote, one after the other. Writes nothing. */
export const stockWorkflow: Workflow<StockState, StockEvent> = {
  id: 'stock',
  initial: { kind: 'scanAny' },
  transitions: {
    scanAny: ['skuShown', 'placeShown'],
    skuShown: ['placeShown'],
    placeShown: ['skuShown'],
  },
  expects: {
    scanAny: ['sku', 'bin', 'tote'],
    skuShown: ['sku', 'bin', 'tote'],
    placeShown: ['sku', 'bin', 'tote'],
  },
  step(state, event): Step<StockState> {
    switch (event.kind) {
      case 'skuScanned': {
        const { skuId } = event
        const next = { kind: 'skuShown', skuId } as const
        return { state: next, command: null, notice: accepted('STK-001', { sku: skuId }) }
      }
      case 'placeScanned': {
        const { placeId, code } = event
        const next = { kind: 'placeShown', placeId, code } as const
        return { state: next, command: null, notice: accepted('STK-002', { code }) }
      }
      default:
        return stay(state)
    }
  },
}
