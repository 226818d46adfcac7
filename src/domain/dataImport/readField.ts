import type { FieldSpec } from './profile.ts'
import { readBarcode } from './readBarcode.ts'
import { readCode, readId } from './readCode.ts'
import { readDay, readMoment } from './readDay.ts'
import { readFreeText, readWord } from './readFreeText.ts'
import { readNumber } from './readNumber.ts'
import { readPhone } from './readPhone.ts'
import { offerValue, type Reading, type ReadingContext, type Value } from './reading.ts'
import { cellText, type Cell } from './tableFile.ts'

/** Reads one cell as its field asks. A formula cell is never trusted: its last result is offered. */
export function readField(cell: Cell, spec: FieldSpec, context: ReadingContext): Reading {
  if (typeof cell === 'object' && cell.kind === 'formula')
    return readFormulaCell(cell, spec, context)
  const text = cellText(cell)
  if (text !== '' && spec.type !== 'text' && context.emptyMarks.includes(text.trim()))
    return withRequired({}, spec)
  return withRequired(readByType(cell, spec, context), spec)
}

function readByType(cell: Cell, spec: FieldSpec, context: ReadingContext): Reading {
  switch (spec.type) {
    case 'id':
      return readId(cell)
    case 'code':
      return readCode(cell)
    case 'text':
      return readFreeText(cell, spec, context)
    case 'word':
      return readWord(cell, spec, context)
    case 'phone':
      return readPhone(cell, context)
    case 'day':
      return readDay(cell, context)
    case 'moment':
      return readMoment(cell, context)
    case 'barcode':
      return readBarcode(cell)
    default:
      return readNumber(cell, spec, context)
  }
}

function withRequired(reading: Reading, spec: FieldSpec): Reading {
  if (!spec.required || reading.fault) return reading
  if (reading.value !== undefined && String(reading.value).trim() !== '') return reading
  const problem = spec.required === 'ask' ? { problem: true as const } : {}
  return { fault: { code: 'emptyRequired', level: spec.required, ...problem }, kept: reading.value }
}

function readFormulaCell(
  cell: Extract<Cell, { kind: 'formula' }>,
  spec: FieldSpec,
  context: ReadingContext,
): Reading {
  const result: Cell =
    typeof cell.result === 'number' ? { kind: 'number', value: cell.result } : (cell.result ?? '')
  const inner = readField(result, spec, context)
  const value: Value | undefined = inner.value
  if (value === undefined || cell.result === null)
    return { fault: { code: 'formulaCell', level: 'ask', params: { formula: cell.formula } } }
  return offerValue(
    { code: 'formulaCell', params: { formula: cell.formula } },
    { shown: cell.result, value },
  )
}
