import { type TableName, tableIndexes } from '@/domain/record/tables.ts'

/** `a+b` -> `[a+b]`, `*a` stays: the index words of the tables in Dexie's own notation. */
const dexieIndex = (index: string): string => (index.includes('+') ? `[${index}]` : index)

const documentStores = Object.fromEntries(
  (Object.keys(tableIndexes) as TableName[]).map((table) => [
    table,
    ['id', ...tableIndexes[table].map(dexieIndex)].join(', '),
  ]),
)

/** Version 1 of the station's database. Never edited after its release: changes get a version. */
export const v01 = {
  version: 1,
  stores: {
    ...documentStores,
    movements: 'id, skuId, from.placeId, to.placeId, docRef, commandId',
    balances: 'key, placeId, skuId',
    outcomes: 'id',
    outbox: '[incarnation+seq]',
    audit: 'seq',
    meta: 'key',
    photos: 'id',
    workSessions: 'workflowId',
    workSteps: '[workflowId+n]',
  },
} as const
