import type { Fault } from './finding.ts'

export type Value = string | number

/** What one cell reads as. value: right as it stands; with a fault of level `ask`, `offered` is the value
 *  a person may accept and `kept` the value when the cell is taken as it is (none: it cannot be). */
export interface Reading {
  readonly value?: Value | undefined
  readonly fault?: Fault | undefined
  readonly offered?: Value | undefined
  readonly kept?: Value | undefined
}

/** What a reader may know of the rest of the file. */
export interface ReadingContext {
  readonly emptyMarks: readonly string[]
  /** Pieces in a case of this row, for quantities told in cases. */
  readonly casePack: number | null
  /** A day of the same column (yyyy-mm-dd), to complete a day without a year. */
  readonly nearDay: string | null
}

/** A question without a suggestion; the value may be kept as it stands. */
export function askAbout(fault: Omit<Fault, 'level'>, kept?: Value): Reading {
  return { fault: { ...fault, level: 'ask' }, kept }
}

/** A question with a suggestion, shown in the unit of the column. */
export function offerValue(
  fault: Omit<Fault, 'level' | 'offer'>,
  offer: { shown: Value; value: Value; kept?: Value | undefined },
): Reading {
  return {
    fault: { ...fault, level: 'ask', offer: offer.shown },
    offered: offer.value,
    kept: offer.kept,
  }
}

/** The row cannot be read. */
export function refuseRow(fault: Omit<Fault, 'level'>): Reading {
  return { fault: { ...fault, level: 'refuseRow' } }
}
