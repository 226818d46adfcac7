import { assertNever } from '@/kernel/assert.ts'
import type { CommandEvent, Workflow } from '../workflow.ts'
import {
  INTERCEPTED,
  accepted,
  ask,
  attention,
  done,
  go,
  refused,
  speaking,
  stay,
} from '../workflow.ts'
import type {
  AnyShippingEvent,
  Asked,
  InShip,
  ScannedBadge,
  ScannedParcel,
  ShippingCommand,
  ShippingEvent,
  ShippingState,
  ShippingStep,
} from './shippingState.ts'

/** Handing parcels to couriers: every parcel is scanned onto the manifest of its carrier, the courier's
 *  badge closes it. */
export const shippingWorkflow: Workflow<ShippingState, ShippingEvent, ShippingCommand> = {
  id: 'shipping',
  initial: { kind: 'scanParcel', hand: null, asked: null, warnedNo: '' },
  transitions: {
    scanParcel: ['savingParcel', 'takingOut', 'confirmClose', 'closing', 'printing'],
    savingParcel: ['scanParcel'],
    takingOut: ['scanParcel'],
    confirmClose: ['scanParcel', 'savingParcel', 'takingOut', 'closing'],
    closing: ['scanParcel'],
    printing: ['scanParcel'],
  },
  expects: {
    scanParcel: ['waybill', 'carrier'],
    savingParcel: [],
    takingOut: [],
    confirmClose: ['waybill', 'carrier'],
    closing: [],
    printing: [],
  },
  step(state, event) {
    switch (state.kind) {
      case 'scanParcel':
      case 'confirmClose':
        return onScan(state, event)
      case 'savingParcel':
        return onSavingParcel(state, event)
      case 'takingOut':
        return onTakingOut(state, event)
      case 'closing':
        return onClosing(state, event)
      case 'printing':
        return onPrinting(state, event)
      default:
        return assertNever(state)
    }
  },
}

type Open = InShip<'scanParcel'> | InShip<'confirmClose'>
type Pile = Omit<InShip<'scanParcel'>, 'kind'>

function onScan(state: Open, event: AnyShippingEvent): ShippingStep {
  if (event.kind === 'badgeScanned') return onBadge(state, event.badge)
  if (event.kind === 'parcelScanned') return onParcel(state, event.parcel)
  return event.kind === 'printGiven' ? printClosed(state) : stay(state)
}

function pileOf({ hand, asked, warnedNo, closedNo }: Open): Pile {
  return { hand, asked, warnedNo, ...(closedNo === undefined ? {} : { closedNo }) }
}

/** The label for the bag and the paper to be signed, of what the courier took last. */
function printClosed(state: Open): ShippingStep {
  const { closedNo: no } = state
  if (no === undefined) return stay(state, refused('PRN-112'))
  const prints = [
    { kind: 'manifest', no },
    { kind: 'handoverManifest', no },
  ] as const
  return ask(
    { kind: 'printing', back: pileOf(state), no },
    { name: 'stock.askPrints', args: { prints } },
  )
}

function onPrinting(state: InShip<'printing'>, event: AnyShippingEvent): ShippingStep {
  const { back, no } = state
  const next = { ...back, kind: 'scanParcel' } as const
  if (event.kind === 'commandRejected')
    return go(next, refused('SHIP-014', { ...event.params, reason: event.reason }))
  return event.kind === 'commandAccepted' ? go(next, accepted('PRN-111', { no })) : stay(state)
}

function onParcel(state: Open, parcel: ScannedParcel): ShippingStep {
  const words = { no: parcel.no, carrier: parcel.carrierName, bin: parcel.stagingCode }
  switch (parcel.standing) {
    case 'unknown':
      return stay(state, refused('SHIP-007', words))
    case 'voided':
      return stay(state, refused('SHIP-006', words))
    case 'unbound':
      return stay(state, refused('SHIP-012', words))
    case 'notClosed':
      return stay(state, refused('SHIP-004', words))
    case 'duplicate':
      return stay(state, refused('SHIP-003', words))
    case 'gone':
      return stay(state, refused('SHIP-015', words))
    case 'stopped':
      return stay(state, speaking(refused('SHIP-005', words), INTERCEPTED))
    case 'stoppedOnManifest':
      return takeOut(state, parcel)
    case 'good':
      return scanOut(state, parcel)
    default:
      return assertNever(parcel.standing)
  }
}

function takeOut(state: Open, parcel: ScannedParcel): ShippingStep {
  const { manifestId, parcelId } = parcel
  return ask(
    { kind: 'takingOut', back: { ...pileOf(state), warnedNo: '' }, parcel },
    { name: 'shipping.takeOut', args: { manifestId, parcelId } },
  )
}

function scanOut(state: Open, parcel: ScannedParcel): ShippingStep {
  const { no: waybillNo, parcelId, carrierId, carrierName } = parcel
  const { hand } = state
  const isOther = hand !== null && hand.carrierId !== carrierId
  if (isOther && state.warnedNo !== waybillNo)
    return go(
      { ...pileOf(state), kind: 'scanParcel', warnedNo: waybillNo },
      refused('SHIP-002', { no: waybillNo, carrier: carrierName }),
    )
  return ask(
    { kind: 'savingParcel', back: { ...pileOf(state), warnedNo: '' }, parcel },
    { name: 'shipping.scanOut', args: { carrierId, parcelId, waybillNo } },
  )
}

function onSavingParcel(state: InShip<'savingParcel'>, event: AnyShippingEvent): ShippingStep {
  const { back, parcel } = state
  if (event.kind === 'commandRejected') return rejected(back, event, parcel)
  if (event.kind !== 'commandAccepted') return stay(state)
  const { carrierId, carrierName, badge, leftQty, nextNo, no } = parcel
  const countQty = Number(Object(event.result).countQty)
  const hand = { carrierId, carrierName, badge, countQty, leftQty }
  return go(
    { ...back, kind: 'scanParcel', hand, asked: nextAsked(nextNo, badge), warnedNo: '' },
    accepted('SHIP-001', { no, carrier: carrierName, count: countQty }),
  )
}

const nextAsked = (nextNo: string, badge: string): Asked =>
  nextNo === '' ? { kind: 'badge', code: badge } : { kind: 'parcel', code: nextNo }

function onTakingOut(state: InShip<'takingOut'>, event: AnyShippingEvent): ShippingStep {
  const { back, parcel } = state
  if (event.kind === 'commandRejected') return rejected(back, event, parcel)
  if (event.kind !== 'commandAccepted') return stay(state)
  const isInHand = back.hand?.carrierId === parcel.carrierId
  const countQty = Number(Object(event.result).countQty)
  const hand = back.hand && isInHand ? { ...back.hand, countQty } : back.hand
  const words = attention('SHIP-011', { no: parcel.no, bin: parcel.stagingCode })
  return go({ ...back, kind: 'scanParcel', hand }, speaking(words, INTERCEPTED))
}

/** The courier's badge closes the manifest; where parcels are missing only the second time. */
function onBadge(state: Open, badge: ScannedBadge): ShippingStep {
  const { carrierId, carrierName: carrier, parcels, leftQty, missing, manifestId } = badge
  const { courier, courierBadgeNo } = badge
  if (parcels.length === 0) return stay(state, refused('SHIP-008', { carrier }))
  // A parcel packed since the first badge was not among those the person agreed to leave.
  const isConfirmed =
    state.kind === 'confirmClose' &&
    state.badge.carrierId === carrierId &&
    leftQty <= state.badge.leftQty
  if (leftQty > 0 && !isConfirmed)
    return go(
      {
        ...pileOf(state),
        kind: 'confirmClose',
        badge,
        asked: { kind: 'badge', code: badge.badge },
      },
      attention('SHIP-009', { carrier, count: leftQty, missing: missing.join('、') }),
    )
  return ask(
    { kind: 'closing', back: pileOf(state), badge },
    { name: 'shipping.closeManifest', args: { manifestId, courier, courierBadgeNo, parcels } },
  )
}

function onClosing(state: InShip<'closing'>, event: AnyShippingEvent): ShippingStep {
  const { back, badge } = state
  if (event.kind === 'commandRejected') return rejected(back, event, badge)
  if (event.kind !== 'commandAccepted') return stay(state)
  const asked = badge.nextNo === '' ? null : ({ kind: 'parcel', code: badge.nextNo } as const)
  const { carrierName: carrier, leftQty: left, parcels } = badge
  return go(
    { kind: 'scanParcel', hand: null, asked, warnedNo: '', closedNo: badge.manifestId },
    done('SHIP-010', { carrier, count: parcels.length, left }),
  )
}

function rejected(
  back: Pile,
  { reason, params }: Extract<CommandEvent, { kind: 'commandRejected' }>,
  of: { readonly stagingCode: string; readonly no?: string },
): ShippingStep {
  const state = { ...back, kind: 'scanParcel' } as const
  if (reason === 'order.stopped') {
    const words = refused('SHIP-005', { no: of.no ?? '', bin: of.stagingCode, ...params })
    return go(state, speaking(words, INTERCEPTED))
  }
  if (reason === 'shipping.manifestFull') return go(state, refused('SHIP-013', params))
  return go(state, refused('SHIP-014', { ...params, reason }))
}
