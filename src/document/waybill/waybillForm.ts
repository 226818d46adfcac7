/** One row of the carrier's part: from, to, in millimetres from the top. */
export type Row = readonly [number, number]

/** The carrier's part of a waybill paper as data. Rows follow each other without a gap. */
export interface WaybillForm {
  readonly widthMm: number
  readonly heightMm: number
  readonly edgeMm: number
  readonly rows: {
    readonly head: Row
    readonly bars: Row
    readonly routing: Row
    readonly centre: Row
    readonly receiver: Row
    readonly sender: Row
    /** The second code; left out where the carrier's part is too short for it. */
    readonly second?: Row
  }
  /** The part between two perforations that the receiver keeps: number, receiver and sender again. */
  readonly copy?: { readonly bars: Row; readonly receiver: Row; readonly sender: Row }
  readonly type: {
    readonly carrierPt: number
    readonly routingPt: number
    readonly receiverPt: number
    readonly senderPt: number
  }
  /** Where the shop's own area begins: at the perforation, else below the last row. */
  readonly ownTopMm: number
}

const wide = { widthMm: 100, edgeMm: 3 } as const
const wideType = { carrierPt: 20, routingPt: 34, receiverPt: 14, senderPt: 8 } as const

const part90 = {
  head: [0, 12],
  bars: [12, 31],
  routing: [31, 45],
  centre: [45, 51],
  receiver: [51, 69],
  sender: [69, 79],
  second: [79, 90],
} as const

const part107 = {
  head: [0, 14],
  bars: [14, 36],
  routing: [36, 53],
  centre: [53, 60],
  receiver: [60, 81],
  sender: [81, 93],
  second: [93, 107],
} as const

/** One layout a paper, by width and height in millimetres. */
export const waybillForms: readonly WaybillForm[] = [
  {
    widthMm: 76,
    heightMm: 130,
    edgeMm: 3,
    rows: {
      head: [0, 11],
      bars: [11, 27.5],
      routing: [27.5, 36.5],
      centre: [36.5, 41.6],
      receiver: [41.6, 59],
      sender: [59, 68.5],
      second: [68.5, 80],
    },
    type: { carrierPt: 17, routingPt: 22, receiverPt: 12, senderPt: 7.5 },
    ownTopMm: 80,
  },
  {
    ...wide,
    heightMm: 110,
    rows: {
      head: [0, 8.5],
      bars: [8.5, 23],
      routing: [23, 33],
      centre: [33, 37.5],
      receiver: [37.5, 50.5],
      sender: [50.5, 60],
    },
    type: { carrierPt: 15, routingPt: 25, receiverPt: 12, senderPt: 7.5 },
    ownTopMm: 60,
  },
  { ...wide, heightMm: 150, rows: part90, type: wideType, ownTopMm: 90 },
  { ...wide, heightMm: 177, rows: part107, type: wideType, ownTopMm: 107 },
  {
    ...wide,
    heightMm: 180,
    rows: { ...part107, second: [93, 110] },
    type: wideType,
    ownTopMm: 110,
  },
  {
    ...wide,
    heightMm: 203,
    rows: {
      head: [0, 18],
      bars: [18, 46],
      routing: [46, 70],
      centre: [70, 79],
      receiver: [79, 108],
      sender: [108, 126],
      second: [126, 152],
    },
    type: { carrierPt: 26, routingPt: 44, receiverPt: 18, senderPt: 11 },
    ownTopMm: 152,
  },
  {
    ...wide,
    heightMm: 210,
    rows: part90,
    copy: { bars: [90, 112], receiver: [112, 134], sender: [134, 150] },
    type: wideType,
    ownTopMm: 150,
  },
]

export interface Paper {
  readonly widthMm: number
  readonly heightMm: number
}

/** Paper is cut to a millimetre. */
const TOLERANCE_MM = 1

/** The layout for a paper: the nearest width, then the tallest that fits. Example: 80 × 130 -> 76 × 130,
 *  100 × 190 -> 100 × 180. Where none fits the paper, the lint says so. */
export function chooseWaybillForm(paper: Paper): WaybillForm {
  const off = ({ widthMm }: WaybillForm) => Math.abs(widthMm - paper.widthMm)
  const nearest = Math.min(...waybillForms.map(off))
  const sameWidth = waybillForms.filter((form) => off(form) === nearest)
  const fits = (form: WaybillForm) => form.heightMm <= paper.heightMm + TOLERANCE_MM
  const chosen = sameWidth.findLast(fits) ?? sameWidth[0]
  if (!chosen) throw new Error('there is a layout of each width')
  return chosen
}
