import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SkuId } from '@/domain/record/place.ts'
import { specText } from '@/domain/record/specText.ts'
import {
  MOVEMENT_ROWS_FIRST,
  MOVEMENT_ROWS_MAX,
  type StockView,
  readPlaceStock,
  readSkuStock,
} from '@/store/queries/stock/readStock.ts'
import {
  NO_PHOTOS,
  type PhotosView,
  readOrderPhotos,
  readPhotos,
} from '@/store/queries/evidence/readPhotos.ts'
import type { StationData } from '@/store/queries/stationData.ts'
import type { StockState } from '@/workflow/stock/stockState.ts'
import { Button } from '../../kit/Button.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { KeyHint } from '../../kit/KeyHint.tsx'
import { PhotoStrip } from '../../photo/PhotoStrip.tsx'
import { useScan } from '../../scan/ScanContext.tsx'
import { RailCommand } from '../../workflow/CommandRail.tsx'
import { PlainScreen } from '../../workflow/PlainScreen.tsx'
import { useLive } from '../../workflow/useLive.ts'
import type { ScreenProps } from '../../workflow/useWorkflow.ts'
import { PapersPanel } from './PapersPanel.tsx'
import { stockPhoto } from './stockPhoto.ts'
import { StockPanel } from './StockPanel.tsx'
import './stock.css'

const EMPTY: StockView = { sku: null, rows: [], movements: [], moreRows: 0, hasOlder: false }

const readShown = (asked: StockState, movementsMax: number) => async (data: StationData) => {
  const state = shownState(asked)
  switch (state.kind) {
    case 'scanAny':
    case 'confirmCodes':
    case 'labelShown':
    case 'orderShown':
      return EMPTY
    case 'skuShown':
      return readSkuStock(data, state.skuId as SkuId, movementsMax)
    case 'placeShown':
      return readPlaceStock(data, state.placeId, movementsMax)
  }
}

const readShownPhotos = (asked: StockState) => async (data: StationData) => {
  const state = shownState(asked)
  if (state.kind === 'skuShown') return readPhotos(data, { skuId: state.skuId })
  if (state.kind === 'orderShown') return readOrderPhotos(data, state.no)
  const isParcel = state.kind === 'labelShown' && state.label === 'carton'
  return isParcel ? readPhotos(data, { docs: [['parcel', state.no]] }) : NO_PHOTOS
}

/** What was looked at stays while its papers are asked about and on their way. */
const shownState = (state: StockState) =>
  state.kind === 'printing' || state.kind === 'firstCell' ? state.back : state

/** What lies where, how it came there, and what it looks like. */
export function StockScreen({ view, shown }: ScreenProps<StockState>) {
  const { state } = view
  const asked = JSON.stringify(state)
  // Older movements belong to what they were asked for; the next scan starts with the newest again.
  const [olderOf, setOlderOf] = useState('')
  const movementsMax = olderOf === asked ? MOVEMENT_ROWS_MAX : MOVEMENT_ROWS_FIRST
  const stock = useLive(readShown(state, movementsMax), EMPTY, [asked, movementsMax])
  const photos = useLive(readShownPhotos(state), NO_PHOTOS, [asked])
  const onOlder = () => setOlderOf(asked)
  return <StockDrawing {...{ state, stock, photos, shown, onOlder }} />
}

/** The screen from plain values; the gallery draws it from samples. */
export function StockDrawing(
  props: {
    state: StockState
    stock: StockView
    photos: PhotosView
    onOlder: () => void
  } & Pick<ScreenProps<StockState>, 'shown'>,
) {
  const { t } = useTranslation()
  const { openField } = useScan()
  const { state, stock, photos, shown, onOlder } = props
  return (
    <PlainScreen
      station="stock"
      state={state.kind}
      title={t('screen.stock')}
      now={<Shown state={state} stock={stock} />}
      shown={shown}
      actions={
        <>
          <Button onClick={openField}>
            {t('stock.find')} <KeyHint name="/" />
          </Button>
          {state.kind !== 'orderShown' && <RailCommand verb="PRINT" />}
          {stockPhoto(state) && <RailCommand verb="PHOTO" />}
        </>
      }
    >
      <PhotoStrip
        key={shownThing(state)}
        photos={photos}
        photoNo={('photoNo' in state && state.photoNo) || 0}
      />
      <PapersPanel state={state} after={photos.rows.length} />
      {isBare(state) ? (
        <EmptyState
          why={t(bareWords(state))}
          next={
            <>
              {t('stock.find')} <KeyHint name="/" />
            </>
          }
        />
      ) : (
        <StockPanel stock={stock} onOlder={onOlder} />
      )}
    </PlainScreen>
  )
}

/** Another photo number is the same thing; a thing scanned anew begins with no photo open. */
const shownThing = (state: StockState): string => JSON.stringify({ ...state, photoNo: 0 })

/** No stock is shown. */
const isBare = ({ kind }: StockState): boolean =>
  kind === 'scanAny' || kind === 'confirmCodes' || kind === 'labelShown' || kind === 'orderShown'

function bareWords({ kind }: StockState) {
  if (kind === 'orderShown') return 'photo.ofOrder'
  return kind === 'labelShown' ? 'stock.labelOnly' : 'stock.nothingYet'
}

function Shown({ state: asked, stock }: { state: StockState; stock: StockView }) {
  const { t } = useTranslation()
  if (asked.kind === 'firstCell') return t('stock.firstCell')
  const state = shownState(asked)
  if (state.kind === 'confirmCodes') return t('stock.printAgain')
  if (state.kind === 'scanAny') return t('stock.scanAny')
  if (state.kind === 'labelShown')
    return (
      <>
        {t(`prints.kind.${state.label}`)} <span className="code">{state.code}</span>
      </>
    )
  if (state.kind === 'orderShown')
    return (
      <>
        {t('term.purchaseOrder')} <span className="code">{state.no}</span>
      </>
    )
  if (state.kind === 'placeShown') return <span className="code">{state.code}</span>
  const { sku } = stock
  return (
    <>
      {sku?.name ?? ''}{' '}
      <span className="stock-spec">
        {[state.skuId, sku ? specText(sku) : ''].filter(Boolean).join(' · ')}
      </span>
    </>
  )
}
