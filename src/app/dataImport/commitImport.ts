import type { Json } from '@/kernel/json.ts'
import type { Random } from '@/kernel/random.ts'
import type { ImportDrafts, ImportReading } from '@/domain/dataImport/readImport.ts'
import { IMPORT_ROWS_MAX, type ImportRow } from '@/domain/dataImport/mergeRows.ts'
import type { ImportRun } from '@/domain/record/person.ts'
import type { PiiVault } from '../ports/piiVault.ts'
import type { CommandArgs } from '../commands/handlers.ts'
import { type RunContext, runCommand } from '../runCommand.ts'
import {
  binRows,
  carrierRows,
  issuedWaybill,
  openingRow,
  purchaseOrderRows,
  skuRows,
  supplierRows,
  supplyRows,
  waybillRows,
} from './draftRecords.ts'
import { shippedParcelRows, tariffRows } from './carrierRecords.ts'
import { toOrderDraft } from './orderDraftRow.ts'

export interface ImportContext extends RunContext {
  readonly vault: PiiVault
  readonly random: Random
  newId(): string
  /** Resolves when no scan waits for its answer; absent where nobody scans. */
  giveWay?(): Promise<void>
}

/** A file whose drafts can be taken over. */
export type CheckedFile = ImportReading & { readonly content: ImportDrafts }

export interface ImportResult {
  readonly written: number
  readonly kept: number
}

/** Told after each durable part, so that the screen shows how far it is. */
export type ImportProgress = (doneRows: number, rows: number) => void

/** Takes a checked file over in parts of at most 200 rows, each one command. Cut off anywhere it goes on
 *  at the part after the last durable one; the same file again changes nothing. */
export async function commitImport(
  ctx: ImportContext,
  file: CheckedFile,
  progress: ImportProgress = () => undefined,
): Promise<ImportResult> {
  const { kind, drafts } = file.content
  const known = await ctx.ledger.reader.get('importRuns', `${kind}:${file.sha256}`)
  const start = known?.state === 'running' ? known.doneRows : 0
  // A draft makes two rows at most: an order and its receiver, a SKU and its barcode.
  const partMax = Math.floor(IMPORT_ROWS_MAX / 2)
  const suppliers = kind === 'purchaseOrders' ? await readSupplierIds(ctx) : new Map()
  let total: ImportResult = { written: 0, kept: start }
  const partFrom = (from: number): Part => {
    const to = Math.min(drafts.length, from + partMax)
    return { from, to, suppliers, run: runRow(ctx, file, to) }
  }
  let ready = start < drafts.length ? await preparePart(ctx, file, partFrom(start)) : null
  for (let done = start; ready !== null; ) {
    await ctx.giveWay?.()
    const next: number = done + partMax
    // The next part is sealed while the store writes this one.
    const [part, after]: [ImportResult, PartCommand | null] = await Promise.all([
      runPart(ctx, ready),
      next < drafts.length ? preparePart(ctx, file, partFrom(next)) : null,
    ])
    total = { written: total.written + part.written, kept: total.kept + part.kept }
    progress(Math.min(drafts.length, next), drafts.length)
    ready = after
    done = next
  }
  if (drafts.length === 0)
    await runCommand(ctx, ctx.newId(), 'dataImport.keepRun', { run: runRow(ctx, file, 0) })
  return total
}

interface Part {
  readonly from: number
  readonly to: number
  readonly suppliers: ReadonlyMap<string, string>
  /** Committed with the rows: an import that was cut off goes on exactly there. */
  readonly run: ImportRun
}

type PartName =
  | 'allocation.issueWaybills'
  | 'allocation.intakeOrders'
  | 'dataImport.importOpeningStock'
  | 'dataImport.importRows'

/** One part as the command that takes it over. */
type PartCommand = {
  [N in PartName]: { readonly name: N; readonly args: CommandArgs<N> }
}[PartName]

async function preparePart(
  ctx: ImportContext,
  file: CheckedFile,
  part: Part,
): Promise<PartCommand> {
  const { content } = file
  const { run } = part
  if (content.kind === 'orders') {
    const ports = { vault: ctx.vault, newId: ctx.newId }
    const some = content.drafts.slice(part.from, part.to)
    const orders = await Promise.all(some.map((order) => toOrderDraft(order, ports)))
    return { name: 'allocation.intakeOrders', args: { orders, run } }
  }
  if (content.kind === 'openingStock') {
    const rows = content.drafts.slice(part.from, part.to).map(openingRow)
    return { name: 'dataImport.importOpeningStock', args: { rows, docRef: file.name, run } }
  }
  if (content.kind === 'platformWaybills') {
    const waybills = content.drafts.slice(part.from, part.to).map(issuedWaybill)
    return { name: 'allocation.issueWaybills', args: { waybills, run } }
  }
  return { name: 'dataImport.importRows', args: { rows: recordRows(ctx, content, part), run } }
}

type RecordDrafts = Exclude<ImportDrafts, { kind: 'orders' | 'openingStock' | 'platformWaybills' }>

function recordRows(ctx: ImportContext, content: RecordDrafts, part: Part): ImportRow[] {
  const { from, to } = part
  switch (content.kind) {
    case 'skus':
      return content.drafts.slice(from, to).flatMap(skuRows)
    case 'suppliers':
      return content.drafts.slice(from, to).flatMap(supplierRows)
    case 'bins':
      return content.drafts.slice(from, to).flatMap(binRows)
    case 'purchaseOrders':
      return content.drafts
        .slice(from, to)
        .flatMap((draft) => purchaseOrderRows(draft, part.suppliers))
    case 'carriers':
      return content.drafts.slice(from, to).flatMap((draft) => carrierRows(draft, ctx.random))
    case 'waybillPool':
      return content.drafts.slice(from, to).flatMap(waybillRows)
    case 'supplies':
      return content.drafts.slice(from, to).flatMap(supplyRows)
    case 'tariffs':
      return content.drafts.slice(from, to).flatMap(tariffRows)
    case 'shippedParcels':
      return content.drafts.slice(from, to).flatMap(shippedParcelRows)
    // The lines came in with their orders.
    case 'orderLines':
      return []
  }
}

async function runPart(ctx: ImportContext, { name, args }: PartCommand): Promise<ImportResult> {
  const outcome = await runCommand(ctx, ctx.newId(), name, args)
  if (outcome.kind !== 'accepted') throw new Error(`import refused: ${JSON.stringify(outcome)}`)
  return resultCounts(outcome.result)
}

/** An intake counts added, changed and unchanged orders; rows are written or kept. */
function resultCounts(result: Json): ImportResult {
  const counts = result as Readonly<Record<string, number>>
  const of = (...names: string[]) => names.reduce((sum, name) => sum + (counts[name] ?? 0), 0)
  return { written: of('written', 'added', 'changed'), kept: of('kept', 'unchanged') }
}

function runRow(ctx: ImportContext, file: CheckedFile, doneRows: number): ImportRun {
  const { sha256, name, match, counts, content } = file
  const rows = content.drafts.length
  return {
    id: `${content.kind}:${sha256}`,
    name,
    kind: content.kind,
    profile: match?.profile.id ?? '',
    rows,
    doneRows,
    refusedRows: counts.refused,
    state: doneRows >= rows ? 'done' : 'running',
    atMs: ctx.clock.nowMs(),
  }
}

/** Suppliers of a small shop fit in one read; a name that is not there stays a name. */
const SUPPLIERS_MAX = 10_000

async function readSupplierIds(ctx: ImportContext): Promise<ReadonlyMap<string, string>> {
  const suppliers = await ctx.ledger.reader.list('suppliers', { limit: SUPPLIERS_MAX })
  return new Map(suppliers.map((supplier) => [supplier.name, supplier.id]))
}
