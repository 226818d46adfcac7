import { useTranslation } from 'react-i18next'
import type { PileRow } from '@/store/queries/shipping/readHandover.ts'
import type { ShippingState } from '@/workflow/shipping/shippingState.ts'
import { Card } from '../../kit/Card.tsx'
import { EmptyWork } from '../../workflow/EmptyWork.tsx'
import './shipping.css'

export interface ShipPanelProps {
  readonly state: ShippingState
  readonly piles: readonly PileRow[]
}

/** One card for each carrier's pile; the one in hand is marked. */
export function ShipPanel({ state, piles }: ShipPanelProps) {
  const { t } = useTranslation()
  const inHand = 'hand' in state ? state.hand?.carrierId : undefined
  if (piles.length === 0) return <EmptyWork why={t('ship.empty')} verb="GOPAK" />
  return (
    <div className="ship-piles">
      {piles.map((pile) => (
        <Pile key={pile.carrierId} pile={pile} isInHand={pile.carrierId === inHand} />
      ))}
    </div>
  )
}

function Pile({ pile, isInHand }: { readonly pile: PileRow; readonly isInHand: boolean }) {
  const { t } = useTranslation()
  const { name, cutoff, scannedQty, leftQty, left } = pile
  return (
    <Card title={`${isInHand ? '▶ ' : ''}${name}`}>
      {cutoff !== '' && <p>{t('ship.cutoff', { at: cutoff })}</p>}
      <p className="ship-count">{t('ship.counts', { scanned: scannedQty, left: leftQty })}</p>
      <ul className="ship-left">
        {left.map((no) => (
          <li key={no} className="code">
            {no}
          </li>
        ))}
      </ul>
      {leftQty > left.length && <p>{t('ship.more', { count: leftQty - left.length })}</p>}
    </Card>
  )
}
