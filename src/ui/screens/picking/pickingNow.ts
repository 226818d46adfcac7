import type { TFunction } from 'i18next'
import { placeCode } from '@/domain/record/place.ts'
import type { PickingState } from '@/workflow/picking/pickPlan.ts'

/** The words and the code of the one thing to do now. */
export interface PickingNow {
  readonly text: string
  /** The bin to go to, where that comes before the code. */
  readonly place?: string | undefined
  readonly code?: string | undefined
}

/** What a picker does now. `code` is the code asked for: the item's, the tote's or the bin's. */
export function pickingNow(t: TFunction, state: PickingState): PickingNow {
  switch (state.kind) {
    case 'scanToteFirst':
      return { text: t('pick.freeTote') }
    case 'scanToteFor':
      return { text: t('pick.freeTote') }
    case 'scanItem': {
      const [stop] = state.plan.stops
      return { place: stop && placeCode(stop.binId), text: t('pick.scanItem'), code: stop?.code }
    }
    case 'scanLot': {
      const [stop] = state.plan.stops
      return { text: t('pick.scanLot'), code: stop?.lot }
    }
    case 'scanTote': {
      const [stop] = state.plan.stops
      return { text: t('pick.inSlot', { slot: stop?.slot }), code: stop && placeCode(stop.toteId) }
    }
    case 'zeroCheck': {
      const code = placeCode(state.binId)
      return { text: t('pick.zero'), code }
    }
    case 'intercepted':
      return state.toteQty > 0
        ? { text: t('pick.putAside'), code: state.asideBin }
        : { text: t('pick.scanEmptyTote'), code: state.slot.toteCode }
    default:
      return { text: t('pick.saving') }
  }
}
