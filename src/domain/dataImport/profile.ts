/** What a column holds, and so how its cells are read. */
export type FieldType =
  | 'id'
  | 'code'
  | 'text'
  | 'word'
  | 'phone'
  | 'whole'
  | 'fen'
  | 'yuan'
  | 'weightG'
  | 'weightKg'
  | 'lengthMm'
  | 'day'
  | 'moment'
  | 'barcode'
  | 'decimal'

/** One field of a profile. aliases: headings under which the column is found, the first is the usual one. */
export interface FieldSpec {
  readonly field: string
  readonly type: FieldType
  readonly aliases: readonly string[]
  /** Without this column the file is refused. */
  readonly needed?: true
  /** What an empty cell of an existing column means. */
  readonly required?: 'refuseRow' | 'ask'
  /** Longest text in characters, or largest number; the type has its own limit when left out. */
  readonly max?: number
  /** What a 0 means; allowed when left out. */
  readonly zero?: 'refuseRow' | 'ask'
  /** Letters of a field of type `word` and what they stand for. */
  readonly words?: Readonly<Record<string, string>>
}

export type ImportKind =
  | 'skus'
  | 'suppliers'
  | 'bins'
  | 'openingStock'
  | 'purchaseOrders'
  | 'carriers'
  | 'waybillPool'
  | 'platformWaybills'
  | 'supplies'
  | 'tariffs'
  | 'shippedParcels'
  | 'orders'
  | 'orderLines'

/** How one kind of table is read. Profiles are data: a shop can have its own. */
export interface Profile {
  readonly id: string
  readonly kind: ImportKind
  readonly fields: readonly FieldSpec[]
  /** Cells with exactly this text are empty. */
  readonly emptyMarks?: readonly string[]
  readonly orders?: OrderHabits
}

export type OrderState = 'unpaid' | 'toShip' | 'partShipped' | 'shipped' | 'received' | 'closed'
export type FlagColour = 'red' | 'orange' | 'yellow' | 'green' | 'cyan' | 'blue' | 'purple' | 'grey'

/** The words of one platform's order export. */
export interface OrderHabits {
  readonly platform: string
  readonly rowPer: 'order' | 'line'
  readonly stateWords: Readonly<Record<string, OrderState>>
  /** Words of the after-sales field, of the state or of the close reason: the buyer has the money back. */
  readonly refundedWords: readonly string[]
  /** Words of the after-sales field: the buyer asks for the money back. */
  readonly refundAskedWords: readonly string[]
  readonly flagWords: Readonly<Record<string, FlagColour>>
  /** The order number starts with the day as yymmdd. */
  readonly dayInOrderNo?: true
  /** paidFen and postageFen stand once per order; when left out paidFen is unknown. */
  readonly totalPerOrder?: true
}

/** Where the columns of a profile stand in one table. */
export interface TableMatch {
  readonly profile: Profile
  /** Index in `rows` of the heading row. */
  readonly headingIndex: number
  /** Field -> how its cells are read. */
  readonly specOf: Readonly<Record<string, FieldSpec>>
  /** Field -> place of its column. */
  readonly columnOf: Readonly<Record<string, number>>
  /** Headings as they stand in the file, by place. */
  readonly headings: readonly string[]
  /** Usual headings of needed columns that are not there. */
  readonly missing: readonly string[]
}
