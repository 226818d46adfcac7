import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { tableBytes } from './demo/demoCsv.ts'
import { createDice } from './demo/demoDice.ts'
import { makeDirtyFiles } from './demo/demoDirty.ts'
import { douyinTable, pddTable, taobaoTables } from './demo/demoOrders.ts'
import {
  carrierTable,
  poolTable,
  purchaseTable,
  supplierTable,
  supplyTable,
} from './demo/demoPartners.ts'
import { shippedTable, tariffTable } from './demo/demoShipped.ts'
import { binTable, makeSkus, skuTable, stockTable } from './demo/demoWarehouse.ts'

const SEED = 2611

/** Writes the demo shop: the same files for the same seed. Example: npx node scripts/makeDemo.ts */
export function makeDemo(folder: string, seed = SEED): void {
  const dice = createDice(seed)
  const skus = makeSkus(dice)
  const bins = binTable()
  const suppliers = supplierTable(dice)
  const taobao = taobaoTables({ dice, skus })
  const tables = {
    'goods.csv': skuTable(skus),
    'suppliers.csv': suppliers,
    'bins.csv': bins,
    'opening-stock.csv': stockTable(dice, skus, bins),
    'purchase-orders.csv': purchaseTable(dice, skus, suppliers),
    'carriers.csv': carrierTable(),
    'waybill-pool.csv': poolTable(dice),
    'supplies.csv': supplyTable(),
    'taobao-orders.csv': taobao.orders,
    'taobao-lines.csv': taobao.lines,
    'douyin-orders.csv': douyinTable({ dice, skus }),
    'pdd-orders.csv': pddTable({ dice, skus }),
    'courier-tariff.csv': tariffTable(),
    'parcels.csv': shippedTable(dice),
  }
  mkdirSync(join(folder, 'dirty'), { recursive: true })
  for (const [name, table] of Object.entries(tables))
    writeFileSync(join(folder, name), tableBytes(table))
  const dirty = makeDirtyFiles(skus)
  for (const { file, bytes } of dirty) writeFileSync(join(folder, 'dirty', file), bytes)
  const files = dirty.map(({ bytes: _bytes, ...expected }) => expected)
  writeFileSync(join(folder, 'dirty.expected.json'), `${JSON.stringify({ files }, null, 2)}\n`)
}

const [, script, folder] = process.argv
if (script && resolve(script) === import.meta.filename)
  makeDemo(resolve(folder ?? join(import.meta.dirname, '..', 'assets', 'demo')))
