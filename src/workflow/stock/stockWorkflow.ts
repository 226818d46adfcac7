import type { AskPrintsArgs, ThingLabelKind } from '@/domain/stock/askPrints.ts'
import {
  type CommandEvent,
  type Step,
  type Workflow,
  accepted,
  ask,
  attention,
  go,
  refused,
  stay,
} from '../workflow.ts'

/** What the screen shows between two scans. */
export type ShownStock =
  | { readonly kind: 'scanAny' }
  /** `lotId`: the lot its code named; its label says the lot. */
  | {
      readonly kind: 'skuShown'
      readonly skuId: string
      readonly lotId?: string
      readonly photoNo?: number
    }
  /** A parcel, an operator or a manifest: only its label is made here. */
  | {
      readonly kind: 'labelShown'
      readonly label: 'carton' | 'badge' | 'manifest'
      readonly no: string
      readonly code: string
      readonly photoNo?: number
    }
  /** A purchase order: the photos of its delivery. */
  | { readonly kind: 'orderShown'; readonly no: string; readonly photoNo?: number }
  | {
      readonly kind: 'placeShown'
      readonly placeId: string
      readonly code: string
      readonly place: 'bin' | 'tote'
    }

/** What may have photos. `photoNo`: the one that is shown large, from 1 with the newest. */
export type PhotographedStock = Extract<
  ShownStock,
  { readonly kind: 'skuShown' | 'labelShown' | 'orderShown' }
>

/** What the stock screen shows: nothing yet, one SKU over all places, or one place; or it prints. */
export type StockState =
  | ShownStock
  /** Many labels: the second PRINT says that they are meant. */
  | { readonly kind: 'confirmCodes'; readonly verbs: readonly string[] }
  | { readonly kind: 'printing'; readonly back: ShownStock; readonly count: number }

export type StockEvent =
  | { readonly kind: 'skuScanned'; readonly skuId: string; readonly lotId?: string }
  | {
      readonly kind: 'paperScanned'
      readonly label: 'carton' | 'badge' | 'manifest'
      readonly no: string
      readonly code: string
    }
  | {
      readonly kind: 'placeScanned'
      readonly placeId: string
      readonly code: string
      readonly place: 'bin' | 'tote'
    }
  | { readonly kind: 'orderScanned'; readonly no: string }
  /** A number typed: one of `count` photos of what is shown. */
  | { readonly kind: 'photoChosen'; readonly no: number; readonly count: number }
  /** `verbs`: all command codes, for the sheet of them. */
  | { readonly kind: 'printGiven'; readonly verbs: readonly string[] }

type StockStep = Step<StockState>

const any = ['sku', 'bin', 'tote', 'waybill', 'operator', 'manifest', 'purchaseOrder'] as const

/** Looking at stock: any SKU, bin or tote, one after the other; PRINT makes a label of what is shown.
 *  A waybill, a badge and a manifest are shown for their labels. */
export const stockWorkflow: Workflow<StockState, StockEvent> = {
  id: 'stock',
  initial: { kind: 'scanAny' },
  transitions: {
    scanAny: ['skuShown', 'placeShown', 'labelShown', 'orderShown', 'confirmCodes'],
    skuShown: ['placeShown', 'labelShown', 'orderShown', 'printing'],
    placeShown: ['skuShown', 'labelShown', 'orderShown', 'printing'],
    labelShown: ['skuShown', 'placeShown', 'orderShown', 'printing'],
    orderShown: ['skuShown', 'placeShown', 'labelShown'],
    confirmCodes: ['skuShown', 'placeShown', 'labelShown', 'orderShown', 'printing'],
    printing: ['scanAny', 'skuShown', 'placeShown', 'labelShown'],
  },
  expects: {
    scanAny: any,
    skuShown: any,
    placeShown: any,
    labelShown: any,
    orderShown: any,
    confirmCodes: any,
    printing: [],
  },
  step(state, event): StockStep {
    if (state.kind === 'printing') return onPrinting(state, event)
    switch (event.kind) {
      case 'skuScanned': {
        const { skuId, lotId } = event
        const shown = {
          kind: 'skuShown',
          skuId,
          ...(lotId === undefined ? {} : { lotId }),
        } as const
        return go(shown, accepted('STK-001', { sku: skuId }))
      }
      case 'paperScanned': {
        const { label, no, code } = event
        return go({ kind: 'labelShown', label, no, code }, accepted('STK-007', { code }))
      }
      case 'placeScanned': {
        const { placeId, code, place } = event
        return go({ kind: 'placeShown', placeId, code, place }, accepted('STK-002', { code }))
      }
      case 'orderScanned':
        return go({ kind: 'orderShown', no: event.no }, accepted('CAM-004', { no: event.no }))
      case 'photoChosen':
        return onPhoto(state, event)
      case 'printGiven':
        return onPrint(state, event.verbs)
      default:
        return stay(state)
    }
  },
}

/** True where photos belong to what is shown. */
export const mayHavePhotos = (state: StockState): state is PhotographedStock =>
  state.kind === 'skuShown' || state.kind === 'labelShown' || state.kind === 'orderShown'

function onPhoto(
  state: StockState,
  { no, count }: Extract<StockEvent, { kind: 'photoChosen' }>,
): StockStep {
  if (!mayHavePhotos(state)) return stay(state)
  if (no < 1 || no > count) return stay(state, refused('CAM-006', { no, count }))
  return go({ ...state, photoNo: no }, accepted('CAM-005', { no, count }))
}

function onPrint(state: Exclude<StockState, { kind: 'printing' }>, verbs: readonly string[]) {
  switch (state.kind) {
    case 'scanAny':
      return go<StockState>(
        { kind: 'confirmCodes', verbs },
        attention('STK-004', { count: verbs.length }),
      )
    case 'confirmCodes':
      return printing({ kind: 'scanAny' }, 'commands', state.verbs)
    case 'skuShown':
      return state.lotId === undefined
        ? printing(state, 'goods', [state.skuId])
        : printing(state, 'lot', [state.lotId])
    // It has no label: PRINT is not offered.
    case 'orderShown':
      return stay<StockState>(state)
    case 'labelShown':
      return printing(state, state.label, [state.no])
    case 'placeShown':
      return printing(state, state.place, [state.code])
  }
}

function printing(back: ShownStock, kind: ThingLabelKind, nos: readonly string[]): StockStep {
  const args: AskPrintsArgs = { prints: nos.map((no) => ({ kind, no })) }
  return ask({ kind: 'printing', back, count: nos.length }, { name: 'stock.askPrints', args })
}

function onPrinting(
  state: Extract<StockState, { kind: 'printing' }>,
  event: StockEvent | CommandEvent,
): StockStep {
  const { back, count } = state
  if (event.kind === 'commandAccepted') return go(back, accepted('STK-005', { count }))
  if (event.kind === 'commandRejected')
    return go(back, refused('STK-006', { reason: event.reason, ...event.params }))
  return stay(state)
}
