import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OrderDraft } from '@/domain/dataImport/drafts.ts'
import type { Finding } from '@/domain/dataImport/finding.ts'
import type { TableFile } from '@/domain/dataImport/tableFile.ts'
import { compareValues } from './compareValues.ts'
import { readAlone, readSampleFolder, readTables } from './readSampleFolder.ts'

export interface ExpectedFinding {
  row: number | null
  column: string | null
  code: string
  level: string
  raw?: string
  offer?: string | number
  value?: unknown
  firstRow?: number
  columns?: string[]
}

interface ExpectedFile {
  file: string
  encoding: string | null
  headingRow: number | null
  rows: number
  findings: ExpectedFinding[]
}

interface ExpectedOrder extends Record<string, unknown> {
  orderNo: string
  lines: Record<string, unknown>[]
  holds: string[]
  problems: string[]
}

/** What was compared and what differs; 0 compared is a failure of its own. */
export interface SampleComparison {
  readonly compared: { orders: number; files: number; findings: number }
  readonly differences: readonly string[]
}

/** Reads a folder of shop files and compares with its `orders.expected.json` and, for the folder `dirty`
 *  in it, `dirty.expected.json`. Courier bills are known by their headings and not compared. */
export async function compareSamples(folder: string): Promise<SampleComparison> {
  const compared = { orders: 0, files: 0, findings: 0 }
  const differences: string[] = []
  const read = await readSampleFolder(folder)
  const ordersFile = join(folder, 'orders.expected.json')
  if (existsSync(ordersFile)) {
    const expected: { orders: ExpectedOrder[] } = JSON.parse(readFileSync(ordersFile, 'utf8'))
    const got = read.readings.flatMap((one) =>
      one.content?.kind === 'orders' ? one.content.drafts : [],
    )
    compared.orders = expected.orders.length
    differences.push(...compareOrders(expected.orders, got))
  }
  const dirtyFile = join(folder, 'dirty.expected.json')
  if (existsSync(dirtyFile)) {
    const { files }: { files: ExpectedFile[] } = JSON.parse(readFileSync(dirtyFile, 'utf8'))
    const tables = await readTables(join(folder, 'dirty'))
    for (const expected of files) {
      const table = tables.find((one) => one.name === expected.file)
      if (!table) {
        differences.push(`${expected.file}: not there`)
        continue
      }
      const reading = readAlone(table, read.catalogue)
      if (reading.findings.some(({ code }) => code === 'courierBill')) continue
      compared.files += 1
      compared.findings += expected.findings.length
      differences.push(...compareFile(expected, reading, table))
    }
  }
  return { compared, differences }
}

function compareFile(
  expected: ExpectedFile,
  reading: ReturnType<typeof readAlone>,
  table: TableFile,
): string[] {
  const { encoding, rows } = table
  const out: string[] = []
  const say = (text: string) => out.push(`${expected.file}: ${text}`)
  if (expected.encoding !== null && !expected.encoding.startsWith(encoding ?? '-') && reading.match)
    say(`encoding ${encoding}, not ${expected.encoding}`)
  const heading = reading.match === null ? null : (rows[reading.match.headingIndex]?.row ?? null)
  if (reading.match && heading !== expected.headingRow)
    say(`headings in row ${heading}, not ${expected.headingRow}`)
  if (reading.match && reading.counts.rows !== expected.rows)
    say(`${reading.counts.rows} rows, not ${expected.rows}`)
  const wanted = expected.findings.filter((one) => one.level !== 'ok')
  const left = [...reading.findings]
  for (const one of wanted) {
    const at = left.findIndex((got) => isSamePlace(got, one))
    const [got] = at < 0 ? [] : left.splice(at, 1)
    if (!got) say(`missing ${JSON.stringify(one)}`)
    else out.push(...compareFinding(expected.file, one, got))
  }
  for (const one of left) say(`not expected ${JSON.stringify(one)}`)
  const asRead = expected.findings.filter((one) => one.level === 'ok')
  out.push(...compareValues(expected.file, asRead, { table, reading }))
  return out
}

function isSamePlace(got: Finding, wanted: ExpectedFinding): boolean {
  return got.row === wanted.row && got.column === wanted.column && got.code === wanted.code
}

function compareFinding(file: string, wanted: ExpectedFinding, got: Finding): string[] {
  const out: string[] = []
  const keys = ['level', 'raw', 'offer', 'firstRow', 'columns'] as const
  for (const key of keys) {
    if (key !== 'offer' && wanted[key] === undefined) continue
    if (JSON.stringify(wanted[key]) !== JSON.stringify(got[key]))
      out.push(
        `${file}: row ${got.row} ${got.code} ${key} ${JSON.stringify(got[key])}, not ${JSON.stringify(wanted[key])}`,
      )
  }
  return out
}

function compareOrders(wanted: readonly ExpectedOrder[], got: readonly OrderDraft[]): string[] {
  const byNo = new Map(got.map((order) => [order.orderNo, order]))
  const out: string[] = []
  for (const order of wanted) {
    const draft = byNo.get(order.orderNo)
    if (!draft) {
      out.push(`order ${order.orderNo}: missing`)
      continue
    }
    byNo.delete(order.orderNo)
    const mine = toExpectedShape(draft, order)
    for (const key of Object.keys(mine)) {
      const [a, b] = [JSON.stringify(mine[key]), JSON.stringify(order[key])]
      if (a !== b) out.push(`order ${order.orderNo} ${key}: ${a}, not ${b}`)
    }
  }
  for (const orderNo of byNo.keys()) out.push(`order ${orderNo}: not expected`)
  return out
}

const ms = (value: unknown) => (typeof value === 'string' ? Date.parse(value) : null)

/** Our draft in the words of the expectation file; instants of that file become milliseconds. */
function toExpectedShape(draft: OrderDraft, order: ExpectedOrder): Record<string, unknown> {
  for (const key of ['placedAt', 'paidAt', 'shipBy']) order[key] = ms(order[key])
  order.holds.sort()
  order.problems.sort()
  const { province, city, district, town, postcode } = draft.receiver
  const { name, mobile, tel, detail } = draft.receiver
  return {
    platform: draft.platform,
    state: draft.state,
    placedAt: draft.placedAtMs,
    paidAt: draft.paidAtMs,
    shipBy: draft.shipByMs,
    ...('orderDay' in order ? { orderDay: draft.orderDay } : {}),
    buyerNote: draft.buyerNote,
    sellerNote: draft.shopNote,
    flag: draft.flag,
    holds: [...draft.holds].sort(),
    problems: [...draft.problems].sort(),
    carrier: draft.carrierCode,
    waybillNo: draft.waybillNo,
    paidFen: draft.paidFen,
    postageFen: draft.postageFen,
    ...('addressChanged' in order ? { addressChanged: draft.addressChanged } : {}),
    receiver: { name, mobile, tel, province, city, district, town, detail, postcode },
    lines: draft.lines.map(({ skuCode, qty, priceFen, title, spec, state, refund, ...rest }) => ({
      sku: skuCode,
      qty,
      priceFen,
      title,
      spec,
      state,
      refund,
      ...('ref' in rest ? { ref: rest.ref } : {}),
      ...('gift' in rest ? { gift: rest.gift } : {}),
      ...('changedFrom' in rest ? { changedFrom: rest.changedFrom } : {}),
    })),
  }
}
