import { useTranslation } from 'react-i18next'
import type { ReceivingView } from '@/store/queries/receiving/readReceiving.ts'
import type { PictureView } from '@/store/queries/evidence/readPicture.ts'
import {
  isWorking,
  type LastItem,
  type ReceivingState,
  type ScannedItem,
  type WorkingState,
} from '@/workflow/receiving/receivingState.ts'
import { Chip } from '../../kit/Chip.tsx'
import { BindHint } from './BindHint.tsx'
import { ItemPicture } from '../../photo/ItemPicture.tsx'
import './receiving.css'

export interface AskedItemProps {
  readonly state: WorkingState
  readonly lines: ReceivingView
  readonly picture: PictureView | null
}

/** The item asked about, else the one received last; null = none yet. */
export function itemOf(state: ReceivingState): LastItem | ScannedItem | null {
  if (!isWorking(state)) return null
  return 'pending' in state ? state.pending.item : state.order.last
}

/** The item asked about, else the one received last: name, spec, and how far its line is. */
export function AskedItem({ state, lines, picture }: AskedItemProps) {
  const { t } = useTranslation()
  // The item received last is not the one whose code is bound now.
  if (state.kind === 'bindBarcode') return <BindHint code={state.code} />
  const { order } = state
  const item = itemOf(state)
  const row = lines.rows.find(({ skuId }) => skuId === item?.skuId)
  const words = (
    <div className="asked-item">
      <span className="asked-order">
        {order.supplierName} <span className="code">{order.purchaseOrderId}</span>
      </span>
      {item && <strong className="now-item">{item.name}</strong>}
      {item && (
        <span className="now-spec">
          {item.spec} <span className="code">{item.skuId}</span>
        </span>
      )}
      {row && (
        <span className="asked-figures">
          {t('receiving.received', { received: row.receivedQty, ordered: row.orderedQty })}
        </span>
      )}
      <Marks state={state} />
    </div>
  )
  if (!item || !picture) return words
  return (
    <div className="with-picture">
      {words}
      <ItemPicture picture={picture} name={item.name} />
    </div>
  )
}

/** What holds for the next item, and what was just said of this one. */
function Marks({ state }: { state: WorkingState }) {
  const { t } = useTranslation()
  const { order } = state
  return (
    <span className="asked-marks">
      {order.damaged && <Chip alert>{t('receiving.damagedNext')}</Chip>}
      {order.multiplier > 1 && <Chip>×{order.multiplier}</Chip>}
      {order.last?.lot && (
        <Chip>
          {t('term.lot')} <span className="code">{order.last.lot}</span>
        </Chip>
      )}
      {order.last?.expiresOn && (
        <Chip>
          {t('term.expiresOn')} <span className="code">{order.last.expiresOn}</span>
        </Chip>
      )}
      {state.kind === 'enterExpiry' && (
        <Chip>
          {t('term.lot')} <span className="code">{state.pending.lotDays.lot}</span>
        </Chip>
      )}
    </span>
  )
}
