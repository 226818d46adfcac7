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

export type LinearKind = 'code128' | 'ean13' | 'ean8' | 'upca' | 'itf14' | 'gs1-128'

/** Bars `heightMm` high; `hri` writes the text below them. The place is that of the first bar: the
 *  quiet zone lies outside. `gs1-128` takes elements as they are scanned: GS between them, no brackets. */
export interface LinearNode extends Place {
  readonly kind: LinearKind
  readonly heightMm: number
  readonly moduleDots: number
  readonly text: string
  readonly hri: boolean
}

export type MatrixKind = 'qr' | 'datamatrix' | 'gs1-datamatrix'

/** A square of modules; the quiet zone lies outside. `gs1-datamatrix` takes what `gs1-128` takes. */
export interface MatrixNode extends Place {
  readonly kind: MatrixKind
  readonly moduleDots: number
  readonly text: string
}

/** A picture the host knows by its id; only here shades may become a pattern of dots. */
export interface ImageNode extends Place {
  readonly kind: 'image'
  readonly widthMm: number
  readonly heightMm: number
  readonly imageId: string
  readonly dither: boolean
}

export type CodeNode = LinearNode | MatrixNode

export type LabelNode = TextNode | LineNode<'rule'> | LineNode<'box'> | CodeNode | ImageNode

const linearKinds: ReadonlySet<string> = new Set<LinearKind>([
  'code128',
  'ean13',
  'ean8',
  'upca',
  'itf14',
  'gs1-128',
])
const matrixKinds: ReadonlySet<string> = new Set<MatrixKind>(['qr', 'datamatrix', 'gs1-datamatrix'])

/** Is it a code of bars? */
export function isLinear(node: LabelNode): node is LinearNode {
  return linearKinds.has(node.kind)
}

/** Is it a code of squares? */
export function isMatrix(node: LabelNode): node is MatrixNode {
  return matrixKinds.has(node.kind)
}

/** One label as data: what stands where, without a printer's language or dots. */
export interface LabelModel {
  readonly version: 1
  readonly widthMm: number
  readonly heightMm: number
  readonly nodes: readonly LabelNode[]
}
