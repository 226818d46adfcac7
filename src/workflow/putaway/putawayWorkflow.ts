import type { BinFault } from '@/domain/putaway/binRoom.ts'
import type { PutawayArgs, PutawayLine } from '@/domain/putaway/confirmPutaway.ts'
import type { BinSuggestion } from '@/domain/putaway/suggestBins.ts'
import type { OtherBinReason } from '@/domain/record/inbound.ts'
import type { BinId, PlaceId } from '@/domain/record/place.ts'
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

/** What the person has in the hands: pieces of one SKU and lot, or all of a tote. */
export interface PutawayLoad {
  readonly kind: 'item' | 'tote'
  /** As scanned: the code of the item or of the tote. */
  readonly code: string
  readonly name: string
  readonly lines: readonly PutawayLine[]
  readonly fromPlaceId: PlaceId
  /** Pieces that go into the bin now, of `stagedQty` that wait. */
  readonly qty: number
  readonly stagedQty: number
  readonly suggestions: readonly BinSuggestion[]
}

/** `nearCode`: the bin put into last, '' before the first; the next suggestion begins to look there. */
export type PutawayState =
  | { readonly kind: 'scanItem'; readonly nearCode: string }
  | { readonly kind: 'scanBin'; readonly nearCode: string; readonly load: PutawayLoad }
  | {
      readonly kind: 'confirmBin'
      readonly nearCode: string
      readonly load: PutawayLoad
      readonly binId: BinId
      readonly code: string
    }
  | {
      readonly kind: 'saving'
      readonly nearCode: string
      readonly load: PutawayLoad
      readonly binId: BinId
      readonly code: string
    }

export type PutawayEvent =
  /** `lotTurned`: another lot of the same SKU than before. */
  | { readonly kind: 'loadTaken'; readonly load: PutawayLoad; readonly lotTurned: boolean }
  | {
      readonly kind: 'binScanned'
      readonly binId: BinId
      readonly code: string
      readonly fault: BinFault | null
      readonly freeQty: number
    }
  | { readonly kind: 'reasonGiven'; readonly no: number }
  | { readonly kind: 'backGiven' }

type PutawayStep = Step<PutawayState>
type In<K extends PutawayState['kind']> = Extract<PutawayState, { kind: K }>

/** Reasons for another bin, by the number that is typed; the second scan of the bin means the first. */
export const otherReasons: readonly OtherBinReason[] = [
  'floorChoice',
  'binFull',
  'binUnreachable',
  'tooHeavy',
]

export const putawayWorkflow: Workflow<PutawayState, PutawayEvent> = {
  id: 'putaway',
  initial: { kind: 'scanItem', nearCode: '' },
  transitions: {
    scanItem: ['scanBin'],
    scanBin: ['scanItem', 'confirmBin', 'saving'],
    confirmBin: ['scanItem', 'scanBin', 'saving'],
    saving: ['scanItem', 'scanBin'],
  },
  expects: {
    scanItem: ['sku', 'tote'],
    scanBin: ['bin', 'sku', 'tote'],
    confirmBin: ['bin', 'sku', 'tote'],
    saving: [],
  },
  step(state, event) {
    if (state.kind === 'saving') return onSaving(state, event)
    switch (event.kind) {
      case 'loadTaken':
        return onLoad(state, event)
      case 'binScanned':
        return state.kind === 'scanItem' ? stay(state, refused('PUT-017')) : onBin(state, event)
      case 'reasonGiven':
        return onReason(state, event.no)
      case 'backGiven':
        return go({ kind: 'scanItem', nearCode: state.nearCode }, accepted('PUT-016'))
      default:
        return stay(state)
    }
  },
}

function onLoad(
  { nearCode }: PutawayState,
  { load, lotTurned }: Extract<PutawayEvent, { kind: 'loadTaken' }>,
): PutawayStep {
  const next = { kind: 'scanBin', nearCode, load } as const
  const [first] = load.suggestions
  const lot = load.lines[0]?.lot ?? ''
  const params = { name: load.name, qty: load.qty, staged: load.stagedQty, lot }
  if (!first) return go(next, attention('PUT-003', params))
  const told = { ...params, bin: first.code }
  if (lotTurned) return go(next, attention('PUT-020', told))
  return go(next, accepted(load.qty < load.stagedQty ? 'PUT-002' : 'PUT-001', told))
}

const faultCodes: Readonly<Record<string, string>> = {
  binFull: 'PUT-007',
  tooHeavy: 'PUT-008',
  mixSku: 'PUT-009',
  mixLot: 'PUT-010',
  notStorage: 'PUT-011',
  tooLong: 'PUT-012',
  stagingShort: 'PUT-013',
  binUnknown: 'PUT-021',
}

function onBin(
  state: In<'scanBin'> | In<'confirmBin'>,
  event: Extract<PutawayEvent, { kind: 'binScanned' }>,
): PutawayStep {
  const { load, nearCode } = state
  const { binId, code, fault, freeQty } = event
  const params = { bin: code, free: freeQty, qty: load.qty, name: load.name }
  if (fault) return stay(state, refused(faultCodes[fault] ?? 'PUT-022', params))
  const [first] = load.suggestions
  if (!first || first.binId === binId) return save(state, { binId, code, otherReason: null })
  if (state.kind === 'confirmBin' && state.binId === binId)
    return save(state, { binId, code, otherReason: 'floorChoice' })
  const asked = { kind: 'confirmBin', nearCode, load, binId, code } as const
  return go(asked, attention('PUT-006', { ...params, suggested: first.code }))
}

function onReason(state: PutawayState, no: number): PutawayStep {
  if (state.kind !== 'confirmBin') return stay(state, refused('PUT-017'))
  const otherReason = otherReasons[no - 1]
  if (!otherReason) return stay(state, refused('PUT-015', { no, count: otherReasons.length }))
  return save(state, { binId: state.binId, code: state.code, otherReason })
}

function save(
  { load, nearCode }: In<'scanBin'> | In<'confirmBin'>,
  chosen: { binId: BinId; code: string; otherReason: OtherBinReason | null },
): PutawayStep {
  const { binId, code, otherReason } = chosen
  const { lines, fromPlaceId } = load
  const suggestedBinId = load.suggestions[0]?.binId ?? null
  const args: PutawayArgs = { lines, fromPlaceId, binId, suggestedBinId, otherReason }
  const waiting = { kind: 'saving', nearCode, load, binId, code } as const
  return ask(waiting, { name: 'putaway.confirmPutaway', args })
}

function onSaving(state: In<'saving'>, event: PutawayEvent | CommandEvent): PutawayStep {
  const { load, code, nearCode } = state
  if (event.kind === 'commandAccepted') {
    const left = load.stagedQty - load.qty
    const params = { name: load.name, qty: load.qty, bin: code, left }
    const notice = accepted(left > 0 ? 'PUT-018' : 'PUT-005', params)
    return go({ kind: 'scanItem', nearCode: code }, notice)
  }
  if (event.kind !== 'commandRejected') return stay(state)
  const notice = refused(faultCodes[event.reason] ?? 'PUT-022', {
    name: load.name,
    bin: code,
    qty: load.qty,
    free: 0,
  })
  if (event.reason === 'stagingShort') return go({ kind: 'scanItem', nearCode }, notice)
  return go({ kind: 'scanBin', nearCode, load }, notice)
}
