/** One row of the carrier's part: from, to, in millimetres from the top. */
type Row = readonly [number, number]

/** The two printed layouts. Rows follow each other without a gap; the own area fills the rest. */
export interface WaybillForm {
  readonly widthMm: number
  readonly edgeMm: number
  readonly rows: {
    readonly head: Row
    readonly bars: Row
    readonly routing: Row
    readonly centre: Row
    readonly receiver: Row
    readonly sender: Row
    readonly second: Row
  }
  readonly type: {
    readonly carrierPt: number
    readonly routingPt: number
    readonly receiverPt: number
    readonly senderPt: number
    readonly itemsPt: number
  }
  /** Where a perforation divides the paper, by paper height; else the own area follows at once. */
  readonly splitAtMm: Readonly<Record<number, number>>
}

const wide: WaybillForm = {
  widthMm: 100,
  edgeMm: 3,
  rows: {
    head: [0, 12],
    bars: [12, 31],
    routing: [31, 45],
    centre: [45, 51],
    receiver: [51, 69],
    sender: [69, 79],
    second: [79, 90],
  },
  type: { carrierPt: 20, routingPt: 34, receiverPt: 14, senderPt: 8, itemsPt: 12 },
  splitAtMm: { 177: 107, 180: 110, 203: 152, 210: 150 },
}

const narrow: WaybillForm = {
  widthMm: 76,
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
  type: { carrierPt: 17, routingPt: 22, receiverPt: 12, senderPt: 7.5, itemsPt: 10 },
  splitAtMm: {},
}

export interface Paper {
  readonly widthMm: number
  readonly heightMm: number
}

/** The layout nearest to a paper, by width: 100 × 180 uses the one of 100 × 150. Where it does not
 *  fit the paper at all, the lint says so. */
export function chooseWaybillForm(paper: Paper): WaybillForm {
  const isWide = Math.abs(paper.widthMm - wide.widthMm) <= Math.abs(paper.widthMm - narrow.widthMm)
  return isWide ? wide : narrow
}

/** Where the own area begins on a paper, millimetres. Example: 100 × 180 -> 110, 100 × 150 -> 90. */
export function ownAreaTopMm(form: WaybillForm, paper: Paper): number {
  return form.splitAtMm[Math.round(paper.heightMm)] ?? form.rows.second[1]
}
