import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useRef } from 'react'

export interface Column<Row> {
  readonly key: string
  readonly title: ReactNode
  /** A CSS grid track, such as `minmax(0,2fr)` or `8em`. */
  readonly width: string
  readonly align?: 'end'
  cell(row: Row): ReactNode
}

export interface DataTableProps<Row> {
  readonly label: string
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  readonly rowKey: (row: Row) => string
  /** Shown instead of rows when there are none. */
  readonly empty: ReactNode
}

const ROW_PX = 48
/** Rows drawn above and below the visible part. */
const OVERSCAN = 8

/** A list of any length: only the rows in sight are drawn. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, rows, columns, rowKey, empty } = props
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN,
  })
  const tracks = { gridTemplateColumns: columns.map(({ width }) => width).join(' ') }
  return (
    <div
      ref={scroller}
      className="table-wrap"
      role={rows.length === 0 ? 'group' : 'table'}
      aria-label={label}
      aria-rowcount={rows.length === 0 ? undefined : rows.length}
      tabIndex={0}
    >
      {rows.length > 0 && (
        <div className="list-row list-head" role="row" style={tracks}>
          {columns.map(({ key, align, title }) => (
            <div key={key} role="columnheader" className="list-cell" data-align={align}>
              {title}
            </div>
          ))}
        </div>
      )}
      {rows.length === 0 ? (
        empty
      ) : (
        <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index]
            if (row === undefined) return null
            return (
              <div
                key={rowKey(row)}
                ref={virtual.measureElement}
                data-index={item.index}
                role="row"
                aria-rowindex={item.index + 1}
                className="list-row absolute inset-x-0 top-0"
                style={{ ...tracks, transform: `translateY(${item.start}px)` }}
              >
                {columns.map((column) => (
                  <div key={column.key} role="cell" className="list-cell" data-align={column.align}>
                    {column.cell(row)}
                  </div>
                ))}
              </div>
            )
          })}
        </div>
      )}
    </div>
  )
}
