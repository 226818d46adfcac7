import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { commandCodeOf } from '@/domain/barcode/commandCode.ts'
import type { OrderFilter } from '@/domain/allocation/orderQueue.ts'
import type { OrderQueue, OrderRow } from '@/store/queries/allocation/readOrderQueue.ts'
import { Button } from '../../kit/Button.tsx'
import { Chip } from '../../kit/Chip.tsx'
import { type Column, DataTable } from '../../kit/DataTable.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { KeyHint } from '../../kit/KeyHint.tsx'
import { useScan } from '../../scan/ScanContext.tsx'

/** One part of the queue, the order that must leave first on top. */
export function OrderQueuePanel({ filter, queue }: { filter: OrderFilter; queue: OrderQueue }) {
  const { t, i18n } = useTranslation()
  const { tap } = useScan()
  return (
    <div className="orders">
      <div className="orders-bar">
        <Button onClick={() => tap(commandCodeOf('PREV'))}>{t('command.PREV')}</Button>
        <strong>{t(`orders.filter.${filter}`)}</strong>
        <Button onClick={() => tap(commandCodeOf('NEXT'))}>{t('command.NEXT')}</Button>
        <span>{t('orders.count', { count: queue.count })}</span>
        {queue.count > queue.rows.length && (
          <Button onClick={() => tap(commandCodeOf('OK'))}>
            {t('orders.rest', { count: queue.count })} <KeyHint name="Enter" />
          </Button>
        )}
      </div>
      <DataTable
        label={t('screen.orders')}
        rows={queue.rows}
        columns={columnsOf(t, i18n.language)}
        rowKey={(row) => row.orderId}
        height="70vh"
        empty={<EmptyState why={t('orders.empty')} />}
      />
    </div>
  )
}

function columnsOf(t: TFunction, language: string): Column<OrderRow>[] {
  const at = new Intl.DateTimeFormat(language, {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: 'Asia/Shanghai',
  })
  return [
    { key: 'no', title: t('orders.no'), width: '3.5em', align: 'end', cell: (row) => row.no },
    {
      key: 'order',
      title: t('term.order'),
      width: 'minmax(9em,2fr)',
      cell: (row) => <span className="code">{row.orderNo}</span>,
    },
    { key: 'shop', title: t('term.shop'), width: 'minmax(4em,1fr)', cell: (row) => row.shop },
    {
      key: 'shipBy',
      title: t('term.shipBy'),
      width: 'minmax(9em,1.4fr)',
      cell: (row) => (
        <>
          {at.format(row.shipByMs)}{' '}
          {row.risk !== 'fine' && <Chip alert>{t(`orders.risk.${row.risk}`)}</Chip>}
        </>
      ),
    },
    { key: 'qty', title: t('orders.qty'), width: '4em', align: 'end', cell: (row) => row.totalQty },
    {
      key: 'state',
      title: t('orders.state'),
      width: 'minmax(10em,2fr)',
      cell: (row) => stateWords(t, row),
    },
  ]
}

function stateWords(t: TFunction, { state, holds, intercept }: OrderRow): string {
  if (intercept !== 'none') return t(`orders.intercept.${intercept}`)
  return [t(`orderState.${state}`), ...holds.map((hold) => t(`hold.${hold}`))].join(' · ')
}
