/** Where a node's upper left corner lies, millimetres from the label's upper left corner. */
export interface Place {
  readonly xMm: number
  readonly yMm: number
}

export type FontWeight = 500 | 700
export type PersonalPart = 'name' | 'phone' | 'address'

/** Words in a frame of `widthMm`; the type shrinks in half points down to `shrinkToPt` to fit into
 *  `maxLines` (and `heightMm`). What still does not fit is a fault or ends in "…". */
export interface TextNode extends Place {
  readonly kind: 'text'
  readonly widthMm: number
  readonly heightMm?: number | undefined
  readonly text: string
  readonly weight: FontWeight
  readonly sizePt: number
  readonly shrinkToPt?: number | undefined
  readonly maxLines: number
  readonly overflow: 'error' | 'ellipsis'
  readonly align?: 'left' | 'center' | 'right' | undefined
  readonly personal?: PersonalPart | undefined
}

/** `rule` is filled, `box` is drawn as a frame of `strokeDots`. */
export interface LineNode<Kind extends 'rule' | 'box' = 'rule' | 'box'> extends Place {
  readonly kind: Kind
  readonly widthMm: number
  readonly heightMm: number
  readonly strokeDots: number
}

export type LinearKind = 'code128' | 'ean13'

/** Bars `heightMm` high; `hri` writes the text below them. The place is that of the first bar: the
 *  quiet zone lies outside. */
export interface LinearNode extends Place {
  readonly kind: LinearKind
  readonly heightMm: number
  readonly moduleDots: number
  readonly text: string
  readonly hri: boolean
}

export interface QrNode extends Place {
  readonly kind: 'qr'
  readonly moduleDots: number
  readonly text: string
}

export type LabelNode = TextNode | LineNode<'rule'> | LineNode<'box'> | LinearNode | QrNode

/** One label as data: what stands where, without a printer's language or dots. */
export interface LabelModel {
  readonly version: 1
  readonly widthMm: number
  readonly heightMm: number
  readonly nodes: readonly LabelNode[]
}
