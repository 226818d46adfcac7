import { useTranslation } from 'react-i18next'
import type { MovementRow, StockRow, StockView } from '@/store/queries/stock/readStock.ts'
import { Button } from '../../kit/Button.tsx'
import { momentText } from '../../words/momentText.ts'

/** Balances above, movements below: both cut at a limit; more balances are counted, older movements
 *  come when they are asked for. */
export function StockPanel({ stock, onOlder }: { stock: StockView; onOlder: () => void }) {
  const { t } = useTranslation()
  if (stock.rows.length === 0 && stock.movements.length === 0)
    return <p className="empty">{t('stock.empty')}</p>
  return (
    <div className="stock-panel">
      <h2>{t('term.balance')}</h2>
      <table>
        <thead>
          <tr>
            <th>{t('term.bin')}</th>
            <th>{t('term.sku')}</th>
            <th>{t('term.lot')}</th>
            <th>{t('term.stockState')}</th>
            <th className="num">{t('stock.qty')}</th>
            <th className="num">{t('term.reserved')}</th>
          </tr>
        </thead>
        <tbody>
          {stock.rows.map((row) => (
            <BalanceLine key={row.key} row={row} />
          ))}
        </tbody>
      </table>
      {stock.moreRows > 0 && <p>{t('stock.more', { count: stock.moreRows })}</p>}
      <h2>{t('term.stockMovement')}</h2>
      <table>
        <thead>
          <tr>
            <th>{t('stock.at')}</th>
            <th>{t('term.sku')}</th>
            <th>{t('stock.way')}</th>
            <th className="num">{t('stock.qty')}</th>
            <th>{t('stock.doc')}</th>
            <th>{t('term.operator')}</th>
          </tr>
        </thead>
        <tbody>
          {stock.movements.map((row) => (
            <MovementLine key={row.id} row={row} />
          ))}
        </tbody>
      </table>
      {stock.hasOlder && (
        <div>
          <Button onClick={onOlder}>{t('stock.older')}</Button>
        </div>
      )}
    </div>
  )
}

function BalanceLine({ row }: { row: StockRow }) {
  const { t } = useTranslation()
  return (
    <tr>
      <td className="code">{row.place}</td>
      <td>
        <span className="code">{row.skuId}</span> {row.name}
      </td>
      <td className="code">{row.lot}</td>
      <td>{t(`stock.state.${row.state}`)}</td>
      <td className="num" data-name={t('stock.qty')}>
        {row.qty}
      </td>
      <td className="num" data-name={t('term.reserved')}>
        {row.reservedQty === 0 ? '' : row.reservedQty}
      </td>
    </tr>
  )
}

function MovementLine({ row }: { row: MovementRow }) {
  const { t } = useTranslation()
  const place = (code: string) => (code in outside ? t(`stock.outside.${code as Outside}`) : code)
  return (
    <tr>
      <td className="stock-at">{momentText(row.atMs, 'full')}</td>
      <td className="code">{row.skuId}</td>
      <td className="code">
        {place(row.from)} → {place(row.to)}
      </td>
      <td className="num" data-name={t('stock.qty')}>
        {row.qty}
      </td>
      <td className="code">{docWords(row.docRef)}</td>
      <td>{row.operatorName}</td>
    </tr>
  )
}

/** A movement that belongs to no paper carries the id of its command, which tells a person nothing. */
const docWords = (docRef: string) => (COMMAND_ID.test(docRef) ? '' : docRef)
const COMMAND_ID = /^[\da-f]{8}-[\da-f]{4}-/

const outside = { supplier: 1, customer: 1, adjustment: 1, scrap: 1, transit: 1 } as const
type Outside = keyof typeof outside
