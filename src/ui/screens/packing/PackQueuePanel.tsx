import { useTranslation } from 'react-i18next'
import type { PoolRow } from '@/store/queries/carrier/readPools.ts'
import type { PackQueue, PackQueueRow } from '@/store/queries/packing/readPackQueue.ts'
import { Chip } from '../../kit/Chip.tsx'
import { FlagMark } from '../../kit/FlagMark.tsx'
import { EmptyWork } from '../../workflow/EmptyWork.tsx'
import { countText } from '../../words/countText.ts'
import { momentText } from '../../words/momentText.ts'
import { shopName } from '../../words/shopName.ts'
import './packing.css'

interface PackQueuePanelProps {
  readonly queue: PackQueue
  readonly pools: readonly PoolRow[]
}

/** Picked orders that wait, the most urgent first, and the pools that run out. */
export function PackQueuePanel({ queue, pools }: PackQueuePanelProps) {
  const { t } = useTranslation()
  return (
    <div className="pack-panel">
      <PoolWarnings pools={pools} />
      {queue.rows.length === 0 ? (
        <EmptyWork why={t('pack.queueEmpty')} verb="GOPIK" />
      ) : (
        <>
          <p className="font-bold">{t('pack.queue', { total: countText(queue.total) })}</p>
          <ul className="pack-queue">
            {queue.rows.map((row) => (
              <QueueRow key={row.orderId} row={row} />
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function PoolWarnings({ pools }: { readonly pools: readonly PoolRow[] }) {
  const { t } = useTranslation()
  const low = pools.filter((pool) => pool.level !== 'good')
  if (low.length === 0) return null
  return (
    <p className="pack-facts">
      {low.map(({ carrierId, name, leftQty }) => (
        <Chip key={carrierId} alert>
          {t('pack.poolLow', { carrier: name, left: leftQty })}
        </Chip>
      ))}
    </p>
  )
}

function QueueRow({ row }: { readonly row: PackQueueRow }) {
  const { t } = useTranslation()
  return (
    <li>
      <strong className="code">{row.code}</strong>
      <span className="code">{row.orderNo}</span>
      <span>{shopName(t, row.shop)}</span>
      <strong>×{row.qty}</strong>
      <span>
        {t('term.shipBy')} {momentText(row.shipByMs)}
      </span>
      <span className="pack-queue-note">
        <FlagMark flag={row.flag} /> {row.note} {row.waits && <Chip alert>{t('pack.waits')}</Chip>}
      </span>
    </li>
  )
}
