import { canonicalJson } from '@/kernel/json.ts'
import { type Decision, type Put, accept, put } from '../stock/decision.ts'
import type { ImportRun } from '../record/person.ts'
import type { Tables } from '../record/tables.ts'

/** Tables that a file may fill row by row; orders and stock have commands of their own. */
export const importableTables = [
  'barcodes',
  'bins',
  'carriers',
  'operators',
  'pii',
  'purchaseOrders',
  'shippedParcels',
  'shops',
  'skus',
  'suppliers',
  'supplies',
  'tariffs',
  'waybills',
] as const

export type ImportableTable = (typeof importableTables)[number]

export interface ImportRow<T extends ImportableTable = ImportableTable> {
  readonly table: T
  readonly row: Tables[T]
}

export interface ImportRowsArgs {
  readonly rows: readonly ImportRow[]
  /** How far the file has come with these rows. */
  readonly run?: ImportRun
}

/** Rows the store holds now, by position; null = not there. */
export interface ImportRowsFacts {
  readonly known: readonly (Tables[ImportableTable] | null)[]
}

/** Rows of one command: a larger transaction would make a scan beside the import wait. */
export const IMPORT_ROWS_MAX = 200

/** Takes a file's rows over: new ones are added, changed ones replaced, equal ones left alone, and rows
 *  that work has begun on are kept. The same rows twice change nothing. */
export function importRows(facts: ImportRowsFacts, args: ImportRowsArgs): Decision<never> {
  const puts = new Map<string, Put>()
  args.rows.forEach(({ table, row: told }, i) => {
    const known = facts.known[i] ?? null
    const row = known ? withKept(table, known, told) : told
    if (known && (isEqual(known, row) || isInWork(table, known, row))) return
    puts.set(`${table}|${row.id}`, put(table, row))
  })
  const run = args.run ? [put('importRuns', args.run)] : []
  const counts = { written: puts.size, kept: args.rows.length - puts.size }
  return accept([], [...puts.values(), ...run], counts)
}

/** Equal but for who wrote it last. */
function isEqual(known: Tables[ImportableTable], row: Tables[ImportableTable]): boolean {
  const { rev: _writer, ...content } = known
  return canonicalJson(content) === canonicalJson(row)
}

/** What a file cannot know better: the badge that a carrier's courier carries already, and who that is
 *  where the file does not say. */
function withKept(
  table: ImportableTable,
  known: Tables[ImportableTable],
  told: Tables[ImportableTable],
): Tables[ImportableTable] {
  if (table !== 'carriers') return told
  const { badge, courierName } = known as Tables['carriers']
  return { ...(courierName === undefined ? {} : { courierName }), ...told, badge }
}

/** A used number, a purchase order that goods came for, a person's badge: the file is older. */
function isInWork(
  table: ImportableTable,
  known: Tables[ImportableTable],
  row: Tables[ImportableTable],
): boolean {
  switch (table) {
    case 'waybills':
      return !isLeavingPool(known as Tables['waybills'], row as Tables['waybills'])
    case 'operators':
    case 'shops':
    case 'pii':
      return true
    case 'purchaseOrders':
      return (known as Tables['purchaseOrders']).state !== 'open'
    default:
      return false
  }
}

/** A free number that turns out to be on a parcel shipped before must not be handed out again. */
function isLeavingPool(known: Tables['waybills'], row: Tables['waybills']): boolean {
  return known.state === 'pooled' && row.state === 'handedOver'
}
