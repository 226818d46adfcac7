import { halfWidth, unwrapId } from './cleanText.ts'
import { isHidden } from './receiverField.ts'
import { offerValue, type Reading, type ReadingContext } from './reading.ts'
import { cellText, type Cell } from './tableFile.ts'

const MOBILE = /^1[3-9]\d{9}(?:-\d{1,6})?$/
const LANDLINE = /^0\d{2,3}-?\d{7,8}(?:-\d{1,6})?$/
const SERVICE = /^(?:400|800)-?\d{3}-?\d{4}$/
const ABROAD = /^(?:\+852|\+853|\+886|00852|00853|00886)[- ]?\d{6,10}$/

/** Reads a phone number. A virtual number keeps its extension, which is part of it; a mobile number in
 *  another writing is offered in the plain one. Example: `+86 139-1234-5678` -> asks, offers 13912345678. */
export function readPhone(cell: Cell, context: ReadingContext): Reading {
  const text = halfWidth(unwrapId(cellText(cell)))
  if (text === '' || context.emptyMarks.includes(text)) return {}
  if (isHidden(text) || isPhone(text)) return { value: text }
  const bare = text.replace(/[\s()-]/g, '').replace(/^(?:\+|00)?86/, '')
  if (MOBILE.test(bare))
    return offerValue(
      { code: 'phoneForm', problem: true },
      { shown: bare, value: bare, kept: text },
    )
  const digits = text.replace(/\D/g, '').length
  return {
    fault: { code: 'phoneBad', level: 'ask', params: { digits }, problem: true },
    kept: text,
  }
}

function isPhone(text: string): boolean {
  return MOBILE.test(text) || LANDLINE.test(text) || SERVICE.test(text) || ABROAD.test(text)
}
