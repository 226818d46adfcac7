import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PickStop } from '@/domain/picking/pickStop.ts'
import type { PictureView } from '@/store/queries/evidence/readPicture.ts'
import type { PickingState, ZeroCheck } from '@/workflow/picking/pickPlan.ts'
import { ItemPicture } from '../../photo/ItemPicture.tsx'
import { SpecText } from '../../kit/SpecText.tsx'

/** The stop where goods are taken now. */
export function stopOf(state: PickingState): PickStop | undefined {
  const isTaking =
    state.kind === 'scanItem' || state.kind === 'scanLot' || state.kind === 'scanTote'
  return isTaking ? state.plan.stops[0] : undefined
}

interface PickStopPanelProps {
  readonly state: PickingState
  readonly picture: PictureView | null
}

/** What to take now: name, spec, how many, which lot, and what it looks like. */
export function PickStopPanel({ state, picture }: PickStopPanelProps) {
  const stop = stopOf(state)
  const words = <StopWords state={state} />
  if (!stop || !picture) return words
  return (
    <div className="with-picture">
      {words}
      <ItemPicture picture={picture} name={stop.name} />
    </div>
  )
}

function StopWords({ state }: { state: PickingState }) {
  const { t } = useTranslation()
  switch (state.kind) {
    case 'scanItem':
      return (
        <StopFacts stop={state.plan.stops[0]} qty={`×${state.plan.stops[0]?.qty ?? ''}`}>
          {state.isWalking ? null : t('pick.orFree')}
        </StopFacts>
      )
    case 'scanLot':
    case 'scanTote':
      return (
        <StopFacts
          stop={state.plan.stops[0]}
          qty={`${state.counted} / ${state.plan.stops[0]?.qty ?? ''}`}
        />
      )
    case 'zeroCheck':
      return <LookedFor state={state} />
    case 'intercepted':
      return (
        <OrderFact orderNo={state.slot.orderNo}>
          {state.toteQty > 0 &&
            t('pick.fromTote', { qty: state.toteQty, tote: state.slot.toteCode })}
        </OrderFact>
      )
    case 'scanToteFor':
      return <OrderFact orderNo={state.orderNo} />
    default:
      return null
  }
}

function OrderFact({ orderNo, children }: { orderNo: string; children?: ReactNode }) {
  const { t } = useTranslation()
  return (
    <div className="pick-stop">
      {children && <strong className="now-item">{children}</strong>}
      <span className="now-spec">
        {t('term.order')} <span className="code">{orderNo}</span>
      </span>
    </div>
  )
}

/** The item that should be gone from the bin. */
function LookedFor({ state }: { state: ZeroCheck }) {
  const { t } = useTranslation()
  return (
    <div className="pick-stop">
      <span>{t('pick.justPicked')}</span>
      <strong className="now-item">{state.name}</strong>
      <span className="now-spec">
        <span>{state.spec}</span> <span className="code">{state.skuId}</span>
      </span>
    </div>
  )
}

function StopFacts(props: {
  stop: PickStop | undefined
  qty: string
  children?: string | null | undefined
}) {
  const { t } = useTranslation()
  const { stop, qty, children } = props
  if (!stop) return null
  return (
    <div className="pick-stop">
      <strong className="now-figure">{qty}</strong>
      <strong className="now-item">{stop.name}</strong>
      <span className="now-spec">
        <SpecText spec={stop.spec} twins={stop.twins} /> <span className="code">{stop.skuId}</span>
      </span>
      {stop.lot !== '' && (
        <span className="pick-lot">
          {t('pick.lot', { lot: stop.lot })}
          {stop.expiresOn !== '' && ' · '}
          {stop.expiresOn !== '' && <span>{t('pick.expires', { on: stop.expiresOn })}</span>}
        </span>
      )}
      {children && <span className="pick-hint">{children}</span>}
    </div>
  )
}
