import { useTranslation } from 'react-i18next'
import type { CommandVerb } from '@/domain/barcode/commandCode.ts'
import type { InboundSlip } from '@/domain/receiving/inboundSlip.ts'
import { NO_PHOTOS, type PhotosView, readOrderPhotos } from '@/store/queries/evidence/readPhotos.ts'
import type { PictureView } from '@/store/queries/evidence/readPicture.ts'
import {
  NO_RECEIVING,
  NO_WAITING_ORDERS,
  type ReceivingView,
  type WaitingOrdersView,
  readLastSlip,
  readReceiving,
  readWaitingOrders,
} from '@/store/queries/receiving/readReceiving.ts'
import { isWorking, type ReceivingState } from '@/workflow/receiving/receivingState.ts'
import { useItemPicture } from '../../photo/useItemPicture.ts'
import { ChoiceList } from '../../workflow/ChoiceList.tsx'
import { photoVerbs } from '../../workflow/photoStep.ts'
import { WorkflowScreen } from '../../workflow/WorkflowScreen.tsx'
import { useLive } from '../../workflow/useLive.ts'
import type { ScreenProps } from '../../workflow/useWorkflow.ts'
import { AskedItem, itemOf } from './AskedItem.tsx'
import { ReceivingLines } from './ReceivingLines.tsx'
import { WaitingOrders } from './WaitingOrders.tsx'
import { receivingPhoto } from './receivingPhoto.ts'
import { receivingVerbs } from './receivingVerbs.ts'

/** Receiving: the purchase order, then its items. */
export function ReceivingScreen(props: ScreenProps<ReceivingState>) {
  const { state } = props.view
  const no = isWorking(state) ? state.order.purchaseOrderId : ''
  const last = isWorking(state) ? (state.order.last?.skuId ?? '') : ''
  const lines = useLive((data) => readReceiving(data, no, last), NO_RECEIVING, [no, last])
  const waiting = useLive(readWaitingOrders, NO_WAITING_ORDERS, [])
  const slip = useLive(readLastSlip, null, [])
  const photos = useLive((data) => readOrderPhotos(data, no), NO_PHOTOS, [no])
  const picture = useItemPicture(itemOf(state)?.skuId ?? '')
  return <ReceivingDrawing {...props} {...{ lines, waiting, slip, photos, picture }} />
}

export interface ReceivingDrawingProps extends ScreenProps<ReceivingState> {
  readonly lines: ReceivingView
  readonly waiting: WaitingOrdersView
  readonly slip: InboundSlip | null
  readonly photos: PhotosView
  /** Of the goods asked about; null = they have none. */
  readonly picture: PictureView | null
}

/** The screen from plain values; the gallery draws it from samples. */
export function ReceivingDrawing(props: ReceivingDrawingProps) {
  const { t } = useTranslation()
  const { view, shown, pad, lines, waiting, slip, photos, picture } = props
  const { state, choice } = view
  const taken = photoVerbs(receivingPhoto(state), view.offer)
  const commands: CommandVerb[] = [...receivingVerbs(state), ...taken, 'UNDO']
  const context = isWorking(state) ? (
    <ReceivingLines order={state.order} {...{ lines, photos }} />
  ) : (
    <WaitingOrders waiting={waiting} slip={slip} />
  )
  return (
    <WorkflowScreen
      station="receive"
      state={state.kind}
      title={t('screen.receive')}
      now={{
        text: t(`receiving.now.${state.kind}`),
        code: state.kind === 'confirmItem' ? state.pending.item.code : undefined,
        detail: isWorking(state) ? <AskedItem {...{ state, lines, picture }} /> : undefined,
      }}
      shown={shown}
      progress={isWorking(state) ? progressOf(lines) : undefined}
      context={choice.length > 0 ? <ChoiceList choice={choice} /> : context}
      commands={commands}
      commandNames={{ SHORT: t('receiving.closeShort') }}
      pad={pad}
    />
  )
}

const progressOf = ({ doneQty, totalQty }: ReceivingView) => ({ done: doneQty, total: totalQty })
