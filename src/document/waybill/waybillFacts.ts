/** A person on the waybill. `isMasked` where a platform handed the parts over masked; they are
 *  never masked twice. */
export interface WaybillParty {
  readonly name: string
  readonly phone: string
  readonly address: string
  readonly isMasked: boolean
}

export interface WaybillItemLine {
  readonly skuCode: string
  readonly name: string
  readonly colour: string
  readonly size: string
  readonly qty: number
}

/** All that stands on a waybill, whatever the carrier. Empty texts are left out. */
export interface WaybillFacts {
  readonly waybillNo: string
  readonly carrierName: string
  /** Three-part routing code or, without one, province and city. */
  readonly routing: string
  readonly collectingCentre: string
  readonly receiver: WaybillParty
  readonly sender: WaybillParty
  readonly orderNo: string
  readonly shopName?: string
  readonly lines: readonly WaybillItemLine[]
  readonly packerName: string
  /** Handling marks in words: 易碎, 向上. */
  readonly marks: readonly string[]
  readonly note: string
  /** 0 for the first print, n for the n-th reprint. */
  readonly reprintNo: number
  /** When it was printed, ready to read; empty to leave it out. */
  readonly printedAt: string
}

/** The fixed words of the paper in the warehouse's language; `{n}` is replaced by the number. */
export interface WaybillWords {
  readonly receiver: string
  readonly sender: string
  readonly order: string
  readonly pieces: string
  readonly packer: string
  readonly inspected: string
  readonly note: string
  readonly reprint: string
  readonly fragile: string
  readonly upside: string
  readonly keepDry: string
}
