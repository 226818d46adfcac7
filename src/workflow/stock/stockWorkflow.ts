import type { AskPrintsArgs, AskedPrint, ThingLabelKind } from '@/domain/stock/askPrints.ts'
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
import { sheetPrints } from './stockPapers.ts'
import type { PhotographedStock, ShownStock, StockEvent, StockState } from './stockState.ts'

type StockStep = Step<StockState>
type In<Kind extends StockState['kind']> = Extract<StockState, { kind: Kind }>

const any = ['sku', 'bin', 'tote', 'waybill', 'operator', 'manifest', 'purchaseOrder'] as const

/** Looking at stock: any SKU, bin or tote, one after the other; PRINT makes a label of what is shown, a
 *  number one of its other papers. A waybill, a badge and a manifest are shown for their papers. */
export const stockWorkflow: Workflow<StockState, StockEvent> = {
  id: 'stock',
  initial: { kind: 'scanAny' },
  transitions: {
    scanAny: ['skuShown', 'placeShown', 'labelShown', 'orderShown', 'confirmCodes'],
    skuShown: ['placeShown', 'labelShown', 'orderShown', 'firstCell', 'printing'],
    placeShown: ['skuShown', 'labelShown', 'orderShown', 'firstCell', 'printing'],
    labelShown: ['skuShown', 'placeShown', 'orderShown', 'printing'],
    orderShown: ['skuShown', 'placeShown', 'labelShown'],
    confirmCodes: ['skuShown', 'placeShown', 'labelShown', 'orderShown', 'printing'],
    firstCell: ['skuShown', 'placeShown', 'labelShown', 'orderShown', 'printing'],
    printing: ['scanAny', 'skuShown', 'placeShown', 'labelShown'],
  },
  expects: {
    scanAny: any,
    skuShown: any,
    placeShown: any,
    labelShown: any,
    orderShown: any,
    confirmCodes: any,
    firstCell: any,
    printing: [],
  },
  step(state, event): StockStep {
    if (state.kind === 'printing') return onPrinting(state, event)
    switch (event.kind) {
      case 'skuScanned':
        return go({ ...event, kind: 'skuShown' }, accepted('STK-001', { sku: event.skuId }))
      case 'paperScanned':
        return go({ ...event, kind: 'labelShown' }, accepted('STK-007', { code: event.code }))
      case 'placeScanned':
        return go({ ...event, kind: 'placeShown' }, accepted('STK-002', { code: event.code }))
      case 'orderScanned':
        return go({ kind: 'orderShown', no: event.no }, accepted('CAM-004', { no: event.no }))
      case 'photoChosen':
        return onPhoto(state, event)
      case 'printGiven':
        return onPrint(state, event.verbs)
      case 'papersAsked':
        return printing(shownOf(state), event.prints)
      case 'sheetAsked': {
        const { plan, cells } = event
        const count = plan.fills ? cells : plan.nos.length
        return go(
          { kind: 'firstCell', back: shownOf(state), plan, cells },
          attention('DOC-090', { count, cells }),
        )
      }
      case 'cellTyped':
        return state.kind === 'firstCell' ? onCell(state, event.no) : stay(state)
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

/** Where a screen goes back to that has asked for something. */
function shownOf(state: Exclude<StockState, In<'printing'>>): ShownStock {
  if (state.kind === 'firstCell') return state.back
  return state.kind === 'confirmCodes' ? { kind: 'scanAny' } : state
}

function onPrint(state: Exclude<StockState, In<'printing'>>, verbs: readonly string[]): StockStep {
  switch (state.kind) {
    case 'scanAny':
      return go({ kind: 'confirmCodes', verbs }, attention('STK-004', { count: verbs.length }))
    case 'confirmCodes':
      return labels({ kind: 'scanAny' }, 'commands', state.verbs)
    case 'firstCell':
      return onCell(state, 1)
    case 'skuShown':
      return state.lotId === undefined
        ? labels(state, 'goods', [state.skuId])
        : labels(state, 'lot', [state.lotId])
    // It has no label: PRINT is not offered.
    case 'orderShown':
      return stay<StockState>(state)
    case 'labelShown':
      return labels(state, state.label, [state.no])
    case 'placeShown':
      return labels(state, state.place, [state.code])
  }
}

function onCell(state: In<'firstCell'>, firstCell: number): StockStep {
  const { back, plan, cells } = state
  if (firstCell < 1 || firstCell > cells)
    return stay(state, refused('DOC-091', { no: firstCell, cells }))
  return printing(back, sheetPrints(plan, { firstCell, cells }))
}

function labels(back: ShownStock, kind: ThingLabelKind, nos: readonly string[]): StockStep {
  return printing(
    back,
    nos.map((no) => ({ kind, no })),
  )
}

function printing(back: ShownStock, prints: readonly AskedPrint[]): StockStep {
  const args: AskPrintsArgs = { prints }
  return ask({ kind: 'printing', back, count: prints.length }, { name: 'stock.askPrints', args })
}

function onPrinting(state: In<'printing'>, event: StockEvent | CommandEvent): StockStep {
  const { back, count } = state
  if (event.kind === 'commandAccepted') return go(back, accepted('STK-005', { count }))
  if (event.kind === 'commandRejected')
    return go(back, refused('STK-006', { reason: event.reason, ...event.params }))
  return stay(state)
}
