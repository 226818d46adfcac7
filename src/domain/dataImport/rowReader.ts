import { cutText } from '@/kernel/cutText.ts'
import { cellText, type Cell } from './tableFile.ts'
import {
  decisionKey,
  type Choice,
  type DecisionIndex,
  type Fault,
  type Finding,
} from './finding.ts'
import type { FindingCode } from './findingCodes.ts'
import type { FieldSpec, TableMatch } from './profile.ts'
import { readField } from './readField.ts'
import type { Reading, ReadingContext, Value } from './reading.ts'

/** What becomes of a row. held: a question is open · leftOut: a person left it out. */
export type RowFate = 'in' | 'held' | 'refused' | 'leftOut' | 'skipped'

interface Extra {
  readonly firstRow?: number
  readonly raw?: string
}

/** Reads the fields of one row and collects what there is to tell about it. */
export class RowReader {
  readonly row: number
  /** Codes of open questions with which the row goes in all the same, to be held in review. */
  readonly problems: FindingCode[] = []
  private fate: RowFate = 'in'
  private readonly found: Finding[] = []
  private readonly source: {
    readonly cells: readonly Cell[]
    readonly match: TableMatch
    readonly decisions: DecisionIndex
    readonly context: ReadingContext
  }

  constructor(row: number, source: RowReader['source']) {
    this.row = row
    this.source = source
  }

  /** Whether the table has a column for this field. */
  has(field: string): boolean {
    return this.source.match.columnOf[field] !== undefined
  }

  /** The cell as it stands in the file. */
  raw(field: string): string {
    return cellText(this.cell(field))
  }

  /** The value of a field; undefined when empty, open or unreadable. quiet: tells nothing of what is asked
   *  about (an order that is already done needs no answers). */
  read(field: string, quiet = false): Value | undefined {
    const spec = this.spec(field)
    if (!spec || !this.has(field)) return undefined
    const reading = readField(this.cell(field) ?? '', spec, this.source.context)
    if (!reading.fault) return reading.value
    if (quiet && reading.fault.level !== 'refuseRow') return reading.value ?? reading.kept
    return this.resolve(reading, this.tell(field, reading.fault), reading.fault)
  }

  /** The text of a field, empty when there is none. */
  text(field: string, quiet = false): string {
    const value = this.read(field, quiet)
    return value === undefined ? '' : String(value)
  }

  /** The number of a field, null when there is none. */
  number(field: string): number | null {
    const value = this.read(field)
    return typeof value === 'number' ? value : null
  }

  /** Tells something that only several fields or rows together show. Returns the person's answer, if any. */
  fault(field: string | null, fault: Fault, extra: Extra = {}): Choice | undefined {
    const choice = this.tell(field, fault, extra)
    this.resolve({}, choice, fault)
    return choice
  }

  /** What is to be told of this row. A refused row tells only why; a value that stands in two columns of
   *  the row is told once. */
  findings(): Finding[] {
    const told = this.fate === 'refused' ? this.found.filter(isRefusal) : this.found
    const seen = new Set<string>()
    return told.filter((one) => {
      const key = one.raw === undefined || one.raw === '' ? null : `${one.code}\n${one.raw}`
      if (key === null) return true
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
  }

  /** Whether this is what becomes of the row, as far as is known. */
  is(fate: RowFate): boolean {
    return this.fate === fate
  }

  /** What becomes of this row, as far as is known. */
  get becomes(): RowFate {
    return this.fate
  }

  /** Whether anything but notices was found so far. */
  get isClean(): boolean {
    return this.found.every((one) => one.level === 'keep' || one.choice !== undefined)
  }

  private cell(field: string): Cell | undefined {
    const at = this.source.match.columnOf[field]
    return at === undefined ? undefined : this.source.cells[at]
  }

  private spec(field: string): FieldSpec | undefined {
    return this.source.match.specOf[field]
  }

  private tell(field: string | null, fault: Fault, extra: Extra = {}): Choice | undefined {
    const at = field === null ? undefined : this.source.match.columnOf[field]
    const column = at === undefined ? null : (this.source.match.headings[at] ?? null)
    const raw = extra.raw ?? (field === null ? undefined : this.raw(field))
    const place = { row: this.row, column, code: fault.code }
    const choice = fault.level === 'ask' ? this.source.decisions.get(decisionKey(place)) : undefined
    this.found.push({
      ...place,
      level: fault.level,
      ...(raw === undefined ? {} : { raw: cutText(raw) }),
      ...(fault.offer === undefined ? {} : { offer: fault.offer }),
      ...(fault.params === undefined ? {} : { params: fault.params }),
      ...(extra.firstRow === undefined ? {} : { firstRow: extra.firstRow }),
      ...(choice === undefined ? {} : { choice }),
    })
    return choice
  }

  private resolve(reading: Reading, choice: Choice | undefined, fault: Fault): Value | undefined {
    if (fault.level === 'keep') return reading.value
    if (fault.level === 'skip') this.become('skipped')
    else if (fault.level === 'refuseRow') this.become('refused')
    else if (choice === 'leaveOut') this.become('leftOut')
    else if (choice === 'offer' && reading.offered !== undefined) return reading.offered
    else if (choice === 'keep') return reading.kept
    else if (fault.problem) {
      this.problems.push(fault.code)
      return reading.kept
    } else this.become('held')
    return undefined
  }

  /** The worst wins: refused over skipped over left out over held. */
  private become(fate: RowFate): void {
    const order: readonly RowFate[] = ['in', 'held', 'leftOut', 'skipped', 'refused']
    if (order.indexOf(fate) > order.indexOf(this.fate)) this.fate = fate
  }
}

function isRefusal(finding: Finding): boolean {
  return finding.level === 'refuseRow' || finding.level === 'skip'
}
