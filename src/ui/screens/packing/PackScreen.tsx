import { useTranslation } from 'react-i18next'
import type { PrintIntent } from '@/domain/record/outbound.ts'
import { readPrintsOf } from '@/store/queries/printing/readPrintTroubles.ts'
import { type PoolRow, readPools } from '@/store/queries/carrier/readPools.ts'
import {
  EMPTY_PACK_QUEUE,
  type PackQueue,
  readPackQueue,
} from '@/store/queries/packing/readPackQueue.ts'
import { NO_PHOTOS, type PhotosView, readPhotos } from '@/store/queries/evidence/readPhotos.ts'
import type { PictureView } from '@/store/queries/evidence/readPicture.ts'
import { nextLine } from '@/workflow/packing/packPlan.ts'
import type { PackingState } from '@/workflow/packing/packingState.ts'
import type { ScaleView } from '@/domain/weighing/scaleView.ts'
import { ScaleLine } from '../../scale/ScaleLine.tsx'
import { useScale } from '../../scale/ScaleContext.ts'
import { labelTrouble } from '../../print/labelTrouble.ts'
import { useHostJobs, usePrinters } from '../../print/PrintsContext.ts'
import type { StationAlert } from '../../shell/stationStatus.ts'
import { noticeWords } from '../../words/noticeWords.ts'
import { useItemPicture } from '../../photo/useItemPicture.ts'
import { photoVerbs } from '../../workflow/photoStep.ts'
import { useLive } from '../../workflow/useLive.ts'
import type { ScreenProps } from '../../workflow/useWorkflow.ts'
import { WorkflowScreen } from '../../workflow/WorkflowScreen.tsx'
import { PackNowDetail } from './PackNowDetail.tsx'
import { PackPanel } from './PackPanel.tsx'
import { PackQueuePanel } from './PackQueuePanel.tsx'
import { packingPhoto } from './packingPhoto.ts'
import { packNow, packProgress, shownVerbs, untilPrinted } from './packNow.ts'

const NO_POOLS: PoolRow[] = []
const WAITING = {
  queue: EMPTY_PACK_QUEUE,
  pools: NO_POOLS,
  isInDoubt: false,
  trouble: null,
} as const
const NO_PRINTS: PrintIntent[] = []

interface WeighingProps extends ScreenProps<PackingState> {
  readonly scale: ScaleView | null
  readonly photos: PhotosView
  readonly picture: PictureView | null
}

/** Packing: tote or order, items, printed waybill. */
export function PackScreen(props: ScreenProps<PackingState>) {
  const { state } = props.view
  const subject = packingPhoto(state)
  const docId = subject?.docId ?? ''
  const ofParcel = { docs: [['parcel', docId]] } as const
  const photos = useLive((data) => readPhotos(data, ofParcel), NO_PHOTOS, [docId])
  const next = state.kind === 'scanItem' ? nextLine(state.plan) : null
  const picture = useItemPicture(next?.skuId ?? '')
  const around = { scale: useScale(), photos, picture }
  if (state.kind === 'scanTote') return <WaitingPack {...props} {...around} />
  if (state.kind === 'scanBack')
    return <ProvingPack {...props} {...around} waybillNo={state.waybillNo} />
  return <PackDrawing {...props} {...WAITING} {...around} state={state} />
}

/** The label is asked for: where nobody knows whether it came out, the question is another. */
function ProvingPack(props: WeighingProps & { readonly waybillNo: string }) {
  const { view, waybillNo } = props
  const prints = useLive((data) => readPrintsOf(data, waybillNo), NO_PRINTS, [waybillNo])
  const isInDoubt = prints.some(({ state }) => state === 'unknown')
  const trouble = labelTrouble(prints, useHostJobs(), usePrinters())
  return <PackDrawing {...props} {...WAITING} state={view.state} {...{ isInDoubt, trouble }} />
}

/** Mounted anew for each order, so that the queue never names the order that was just packed. */
function WaitingPack(props: WeighingProps) {
  const queue = useLive(readPackQueue, EMPTY_PACK_QUEUE, [])
  const pools = useLive(readPools, NO_POOLS, [])
  return <PackDrawing {...props} {...WAITING} state={props.view.state} {...{ queue, pools }} />
}

export interface PackDrawingProps extends Omit<ScreenProps<PackingState>, 'view'> {
  readonly state: PackingState
  readonly queue: PackQueue
  readonly pools: readonly PoolRow[]
  /** True while nobody knows whether the label came out. */
  readonly isInDoubt: boolean
  /** null = this table has none. */
  readonly scale: ScaleView | null
  /** Of the parcel in work. */
  readonly photos: PhotosView
  /** Of the item that is likely next. */
  readonly picture: PictureView | null
  /** Why the label that is asked for cannot come out now. */
  readonly trouble: StationAlert | null
}

/** The screen from plain values; the gallery draws it from samples. */
export function PackDrawing(props: PackDrawingProps) {
  const { state, queue, pools, isInDoubt, scale, photos, picture, pad } = props
  const { t } = useTranslation()
  const now = packNow(state, { nextTote: queue.nextCode, isInDoubt })
  const taken = photoVerbs(packingPhoto(state), undefined)
  const trouble = now.key === 'scanBack' ? props.trouble : null
  const text = trouble ? noticeWords(t, trouble) : t(`pack.${now.key}`)
  return (
    <WorkflowScreen
      station="pack"
      state={state.kind}
      title={t('screen.pack')}
      now={{ ...now, text, detail: <PackNowDetail {...{ state, scale, picture }} /> }}
      shown={trouble ? untilPrinted(props.shown) : props.shown}
      progress={packProgress(state)}
      context={
        <>
          {scale && <ScaleLine scale={scale} />}
          {'plan' in state ? (
            <PackPanel {...{ state, photos }} />
          ) : (
            <PackQueuePanel queue={queue} pools={pools} />
          )}
        </>
      }
      commands={[...shownVerbs(state, { isInDoubt, hasScale: scale !== null }), ...taken, 'UNDO']}
      pad={pad}
    />
  )
}
