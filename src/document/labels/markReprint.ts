import type { LabelModel, LabelNode } from '../labelModel.ts'
import { textNode } from './nodes.ts'

type TextNode = Extract<LabelNode, { readonly kind: 'text' }>

const PT_MM = 25.4 / 72
/** Widths of letters as parts of the type size; digits and Latin letters are about half as wide. */
const WIDE_EM = 1
const NARROW_EM = 0.58
const SEPARATOR = ' · '
/** Of a label without any words: in its upper left corner. */
const CORNER_MM = 1

/** The label with its reprint mark (补打 2), so that two labels of one thing can be told apart. The mark begins
 *  the words that leave it most room, whatever the template is; there it is never what is cut off.
 *  `reprintNo` 0 = the first print, without a mark. */
export function markReprint(label: LabelModel, reprintNo: number, word: string): LabelModel {
  if (reprintNo <= 0) return label
  const mark = `${word} ${reprintNo}`
  const roomiest = roomiestText(label.nodes)
  if (!roomiest) return { ...label, nodes: [...label.nodes, cornerMark(mark, label.widthMm)] }
  const marked = { ...roomiest, text: mark + SEPARATOR + roomiest.text }
  return { ...label, nodes: label.nodes.map((node) => (node === roomiest ? marked : node)) }
}

function roomiestText(nodes: readonly LabelNode[]): TextNode | null {
  const texts = nodes.filter((node) => node.kind === 'text')
  const most = Math.max(...texts.map(roomMm))
  return texts.find((node) => roomMm(node) === most) ?? null
}

/** About how much of its lines a text leaves free. */
function roomMm({ text, widthMm, heightMm, maxLines, sizePt }: TextNode): number {
  const lineMm = sizePt * PT_MM
  const lines = heightMm === undefined ? 1 : Math.max(1, Math.floor(heightMm / lineMm))
  const em = Array.from(text, (char) => (char.charCodeAt(0) < 0x250 ? NARROW_EM : WIDE_EM))
  return widthMm * Math.min(maxLines, lines) - em.reduce((sum, each) => sum + each, 0) * lineMm
}

function cornerMark(mark: string, widthMm: number): LabelNode {
  const place = { xMm: CORNER_MM, yMm: CORNER_MM, widthMm: widthMm - 2 * CORNER_MM }
  return textNode(mark, { ...place, sizePt: 6 })
}
