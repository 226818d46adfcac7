import { useTranslation } from 'react-i18next'
import type { ReceivingRow, ReceivingView } from '@/store/queries/receiving/readReceiving.ts'
import type { PhotosView } from '@/store/queries/evidence/readPhotos.ts'
import type { OpenOrder } from '@/workflow/receiving/receivingState.ts'
import { Chip } from '../../kit/Chip.tsx'
import { PhotoStrip } from '../../photo/PhotoStrip.tsx'

/** The photos of the delivery, and the lines of the order: the last one on top, then what is open, then what is done. */
export function ReceivingLines(props: {
  readonly order: OpenOrder
  readonly lines: ReceivingView
  readonly photos: PhotosView
}) {
  const { order, lines, photos } = props
  const { t } = useTranslation()
  return (
    <div className="receiving-lines">
      <PhotoStrip photos={photos} />
      {order.deliveryNoteNo !== '' && (
        <p>
          {t('term.deliveryNote')} <span className="code">{order.deliveryNoteNo}</span>
        </p>
      )}
      <ul>
        {lines.rows.map((row) => (
          <ReceivingLine key={row.line} row={row} />
        ))}
      </ul>
      {lines.moreRows > 0 && <p>{t('receiving.more', { count: lines.moreRows })}</p>}
    </div>
  )
}

function ReceivingLine({ row }: { row: ReceivingRow }) {
  const { t } = useTranslation()
  const share = row.orderedQty > 0 ? Math.min(1, row.receivedQty / row.orderedQty) : 0
  return (
    <li data-open={row.openQty > 0 ? 1 : 0}>
      <span className="line-name">
        <span className="code">{row.skuId}</span> {row.name} {row.spec}
      </span>
      <span className="line-marks">
        {row.damagedQty > 0 && <Chip alert>{t('receiving.damaged', { qty: row.damagedQty })}</Chip>}
        {row.overQty > 0 && <Chip alert>{t('receiving.over', { qty: row.overQty })}</Chip>}
        {row.shortQty > 0 && <Chip alert>{t('receiving.short', { qty: row.shortQty })}</Chip>}
      </span>
      <span className="num">
        {row.openQty === 0 && '✓ '}
        {row.receivedQty}/{row.orderedQty}
      </span>
      <span className="line-bar" aria-hidden="true">
        <span style={{ transform: `scaleX(${share})` }} />
      </span>
    </li>
  )
}
