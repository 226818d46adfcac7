/** One parcel as the shop has to hear of it. */
export interface ReturnParcel {
  readonly orderNo: string
  readonly carrierName: string
  readonly waybillNo: string
}

/** A table to be written: headings and text cells. */
export interface ReturnTable {
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** The headings each platform's own batch-shipping page reads; the ids are text, never numbers. */
const HEADINGS: Readonly<Record<string, readonly [string, string, string]>> = {
  taobao: ['订单编号', '物流公司', '运单号'],
  douyin: ['订单号', '快递公司', '快递单号'],
  pdd: ['订单号', '快递公司', '快递单号'],
}
const OWN_HEADINGS = ['订单编号', '快递公司', '快递单号'] as const

/** The file that goes back to a shop after handover: one row per order and waybill, in the order given,
 *  the same pair once. Example: taobao -> 订单编号, 物流公司, 运单号. */
export function returnTable(platform: string, parcels: readonly ReturnParcel[]): ReturnTable {
  const seen = new Set<string>()
  const rows: string[][] = []
  for (const { orderNo, carrierName, waybillNo } of parcels) {
    const key = `${orderNo}\n${waybillNo}`
    if (seen.has(key)) continue
    seen.add(key)
    rows.push([orderNo, carrierName, waybillNo])
  }
  return { headings: HEADINGS[platform] ?? OWN_HEADINGS, rows }
}

const FORMULA_START = /^[\t\r\n ]*[=+\-@＝＋－＠]/

/** A text as it may stand in a cell of a table that will be opened in a spreadsheet program: what could
 *  be run as a formula gets an apostrophe in front. Example: `=1+1` -> `'=1+1`. */
export function formulaSafe(text: string): string {
  return FORMULA_START.test(text) || /^[\t\r]/.test(text) ? `'${text}` : text
}
