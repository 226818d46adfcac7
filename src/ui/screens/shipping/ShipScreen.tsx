import { useTranslation } from 'react-i18next'
import { type PileRow, readPiles } from '@/store/queries/shipping/readHandover.ts'
import type { ShippingState } from '@/workflow/shipping/shippingState.ts'
import { useLive } from '../../workflow/useLive.ts'
import type { ScreenProps } from '../../workflow/useWorkflow.ts'
import { WorkflowScreen } from '../../workflow/WorkflowScreen.tsx'
import { ShipPanel } from './ShipPanel.tsx'
import { shipNow, shipProgress } from './shipNow.ts'

const NO_PILES: PileRow[] = []

/** Handover: every parcel, then the courier's badge. */
export function ShipScreen({ view, ...rest }: ScreenProps<ShippingState>) {
  const piles = useLive(readPiles, NO_PILES, [])
  return <ShipDrawing {...rest} state={view.state} piles={piles} />
}

export interface ShipDrawingProps extends Omit<ScreenProps<ShippingState>, 'view'> {
  readonly state: ShippingState
  readonly piles: readonly PileRow[]
}

/** The screen from plain values; the gallery draws it from samples. */
export function ShipDrawing({ state, piles, shown, pad }: ShipDrawingProps) {
  const { t } = useTranslation()
  const { key, params, code } = shipNow(state, piles)
  return (
    <WorkflowScreen
      station="ship"
      state={state.kind}
      title={t('screen.ship')}
      now={{ text: t(`ship.${key}`, params), code }}
      shown={shown}
      progress={shipProgress(state, piles)}
      context={<ShipPanel state={state} piles={piles} />}
      commands={state.kind === 'scanParcel' && state.closedNo ? ['PRINT', 'UNDO'] : ['UNDO']}
      pad={pad}
    />
  )
}
