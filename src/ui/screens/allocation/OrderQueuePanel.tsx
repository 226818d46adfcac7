import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { commandCodeOf } from '@/domain/barcode/commandCode.ts'
import type { OrderFilter } from '@/domain/allocation/orderQueue.ts'
import { Button } from '../../kit/Button.tsx'
import { Chip } from '../../kit/Chip.tsx'
import { type Column, DataTable } from '../../kit/DataTable.tsx'
import { EmptyWork } from '../../workflow/EmptyWork.tsx'
import { KeyHint } from '../../kit/KeyHint.tsx'
import { countText } from '../../words/countText.ts'
import { momentText } from '../../words/momentText.ts'
import { shopName } from '../../words/shopName.ts'
import { useScan } from '../../scan/ScanContext.tsx'
import type { NumberedOrder, NumberedQueue } from './numberedQueue.ts'

/** One part of the queue, the order that must leave first on top. */
export function OrderQueuePanel({ filter, queue }: { filter: OrderFilter; queue: NumberedQueue }) {
  const { t } = useTranslation()
  const { tap } = useScan()
  return (
    <div className="orders orders-list">
      <div className="orders-bar">
        <Button onClick={() => tap(commandCodeOf('PREV'))}>
          {t('command.PREV')} <KeyHint name="PgUp" />
        </Button>
        <strong>{t(`orders.filter.${filter}`)}</strong>
        <Button onClick={() => tap(commandCodeOf('NEXT'))}>
          {t('command.NEXT')} <KeyHint name="PgDn" />
        </Button>
        <span>{t('orders.count', { count: countText(queue.count) })}</span>
        {queue.count > queue.rows.length && (
          <Button onClick={() => tap(commandCodeOf('OK'))}>
            {t('orders.rest', { count: countText(queue.count) })} <KeyHint name="Enter" />
          </Button>
        )}
      </div>
      <DataTable
        label={t('screen.orders')}
        rows={queue.rows}
        columns={columnsOf(t)}
        rowKey={(row) => row.orderId}
        empty={<EmptyWork why={t('orders.empty')} verb="GOIMP" />}
      />
    </div>
  )
}

/** The file of such an order does not say when it was paid: its term is counted from nothing. */
const NOT_PAID_MS = 365 * 86_400_000

function columnsOf(t: TFunction): Column<NumberedOrder>[] {
  return [
    { key: 'no', title: t('orders.no'), width: '3.5em', align: 'end', cell: (row) => row.no },
    {
      key: 'order',
      title: t('term.order'),
      width: 'minmax(6em,2fr)',
      cell: (row) => <span className="code">{row.orderNo}</span>,
    },
    {
      key: 'shop',
      title: t('term.shop'),
      width: 'minmax(4em,1fr)',
      cell: (row) => shopName(t, row.shop),
    },
    {
      key: 'shipBy',
      title: t('term.shipBy'),
      width: 'minmax(6em,1.2fr)',
      cell: (row) => (row.shipByMs > NOT_PAID_MS ? momentText(row.shipByMs) : '–'),
    },
    {
      key: 'risk',
      title: t('term.lateRisk'),
      width: 'minmax(5em,0.8fr)',
      cell: (row) =>
        row.risk === 'fine' || row.shipByMs <= NOT_PAID_MS ? (
          ''
        ) : (
          <Chip alert>{t(`orders.risk.${row.risk}`)}</Chip>
        ),
    },
    { key: 'qty', title: t('orders.qty'), width: '4em', align: 'end', cell: (row) => row.totalQty },
    {
      key: 'state',
      title: t('orders.state'),
      width: 'minmax(6em,2fr)',
      cell: (row) => stateWords(t, row),
    },
  ]
}

function stateWords(t: TFunction, { state, holds, intercept }: NumberedOrder): string {
  if (intercept !== 'none') return t(`orders.intercept.${intercept}`)
  return [t(`orderState.${state}`), ...holds.map((hold) => t(`hold.${hold}`))].join(' · ')
}
