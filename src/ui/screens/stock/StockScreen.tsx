import { useTranslation } from 'react-i18next'
import type { SkuId } from '@/domain/record/place.ts'
import { type StockView, readPlaceStock, readSkuStock } from '@/store/queries/stock/readStock.ts'
import type { StationData } from '@/store/queries/stationData.ts'
import type { StockState } from '@/workflow/stock/stockWorkflow.ts'
import { WorkflowScreen } from '../../workflow/WorkflowScreen.tsx'
import { useLive } from '../../workflow/useLive.ts'
import type { ScreenProps } from '../../workflow/useWorkflow.ts'
import { StockPanel } from './StockPanel.tsx'
import './stock.css'

const EMPTY: StockView = { sku: null, rows: [], movements: [], moreRows: 0 }

const readShown = (state: StockState) => async (data: StationData) => {
  switch (state.kind) {
    case 'scanAny':
    case 'confirmCodes':
    case 'printing':
      return EMPTY
    case 'skuShown':
      return readSkuStock(data, state.skuId as SkuId)
    case 'placeShown':
      return readPlaceStock(data, state.placeId)
  }
}

/** What lies where, and how it came there. */
export function StockScreen({ view, shown, pad }: ScreenProps<StockState>) {
  const { state } = view
  const stock = useLive(readShown(state), EMPTY, [JSON.stringify(state)])
  return <StockDrawing state={state} stock={stock} shown={shown} pad={pad} />
}

/** The screen from plain values; the gallery draws it from samples. */
export function StockDrawing(
  props: { state: StockState; stock: StockView } & Omit<ScreenProps<StockState>, 'view'>,
) {
  const { t } = useTranslation()
  const { state, stock, shown, pad } = props
  return (
    <WorkflowScreen
      station="stock"
      state={state.kind}
      title={t('screen.stock')}
      now={{
        text: t(state.kind === 'confirmCodes' ? 'stock.printAgain' : 'stock.scanAny'),
        detail: <Shown state={state} stock={stock} />,
      }}
      shown={shown}
      context={<StockPanel stock={stock} />}
      commands={['PRINT', 'UNDO']}
      pad={pad}
    />
  )
}

function Shown({ state, stock }: { state: StockState; stock: StockView }) {
  if (state.kind === 'placeShown') return <strong className="code now-code">{state.code}</strong>
  if (state.kind !== 'skuShown') return null
  const { sku } = stock
  return (
    <div className="stock-sku">
      <strong>{sku?.name ?? state.skuId}</strong>
      <span className="code">
        {[state.skuId, sku?.spec, sku?.colour, sku?.size].filter(Boolean).join(' · ')}
      </span>
    </div>
  )
}
