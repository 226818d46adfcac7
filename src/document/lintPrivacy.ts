import { readGs1Elements } from '@/domain/barcode/gs1Elements.ts'
import {
  checkMasked,
  hasOpenPhone,
  hasOpenPhoneInCode,
  hasRoomOrLandline,
  type PersonalKind,
} from '@/domain/people/checkMasked.ts'
import { isLinear, type LabelModel, type LabelNode } from './labelModel.ts'

/** What the elements of a parcel's GS1 code say of a person. */
const personalElements: Readonly<Record<string, PersonalKind>> = {
  '4301': 'name',
  '4302': 'address',
  '4303': 'address',
  '4308': 'phone',
  '4311': 'name',
  '4312': 'address',
  '4313': 'address',
  '4319': 'phone',
}
/** Elements that hold any words; lots and serial numbers may look like a telephone. */
const FREE_ELEMENT = /^(?:24[01]|40[03]|43\d\d|8200|9\d)$/

/** The nodes of a label, by index, that show what must be hidden: a personal node without its mask, a
 *  whole telephone in any text or code; and where the label names a person, a landline, unit or room
 *  number in any other text or code too (remarks, goods lines, QR contents). */
export function openNodes(model: LabelModel): Set<number> {
  const numbers = documentNumbers(model)
  const isPersonal = model.nodes.some((node) => node.kind === 'text' && node.personal !== undefined)
  const open = new Set<number>()
  model.nodes.forEach((node, index) => {
    if (isOpen(node, numbers, isPersonal)) open.add(index)
  })
  return open
}

/** What the label's own 1-D codes say: a waybill number may look like a telephone behind letters
 *  (JDVA138…) and is also written as text and QR. */
function documentNumbers(model: LabelModel): string[] {
  return model.nodes.flatMap((node) =>
    isLinear(node) && node.kind !== 'gs1-128' && !hasOpenPhoneInCode(node.text) ? [node.text] : [],
  )
}

function isOpen(node: LabelNode, numbers: readonly string[], isPersonal: boolean): boolean {
  if (node.kind === 'rule' || node.kind === 'box' || node.kind === 'image') return false
  if (node.kind === 'gs1-128' || node.kind === 'gs1-datamatrix') return hasOpenElement(node.text)
  if (isLinear(node)) return hasOpenPhoneInCode(node.text)
  if (node.kind === 'text' && node.personal !== undefined)
    return !checkMasked(node.personal, node.text)
  const text = numbers.reduce((rest, number) => rest.replaceAll(number, ''), node.text)
  return hasOpenPhone(text) || (isPersonal && hasRoomOrLandline(text))
}

function hasOpenElement(text: string): boolean {
  const reading = readGs1Elements(text)
  if (reading.kind === 'refused') return hasOpenPhone(text)
  return reading.elements.some(({ ai, value }) => {
    const kind = personalElements[ai]
    const words = value.replaceAll('+', ' ').replace(/%[0-9A-Fa-f]{2}(?:%[0-9A-Fa-f]{2})*/g, decode)
    if (kind !== undefined) return !checkMasked(kind, words)
    return FREE_ELEMENT.test(ai) && hasOpenPhone(words)
  })
}

function decode(bytes: string): string {
  try {
    return decodeURIComponent(bytes)
  } catch {
    // Not UTF-8: looked at as it stands.
    return bytes
  }
}
