import { returnTable } from '@/domain/dataImport/returnFile.ts'
import type { Committed } from '@/app/ports/ledger.ts'
import type { StationClient } from '@/device/stationClient.ts'
import { inboundSlip } from '@/document/paper/inboundSlip.ts'
import type { PaperDocument } from '@/document/paper/paperDocument.ts'
import { readInboundSlip } from '@/store/queries/receiving/readReceiving.ts'
import { type ManifestView, readManifest } from '@/store/queries/shipping/readManifest.ts'
import { PAPERS_MAX, readUnfiledPapers } from '@/store/queries/shipping/readUnfiledPapers.ts'
import type { PrintedWords } from '@/ui/paper/readPaperWords.ts'
import { askedPaper } from '@/ui/print/askedPaper.ts'
import { manifestFileName, manifestPaper } from '@/ui/print/manifestPaper.ts'
import type { PrintFeederPorts } from '@/ui/print/printFeeder.ts'
import { closedManifests } from '@/ui/print/settledPrints.ts'
import { momentText } from '@/ui/words/momentText.ts'
import type { Warehouse } from './openWarehouse.ts'

const SESSION = 'papers'

/** Makes the papers and files that follow from the work: an inbound slip for each posted receipt, a
 *  manifest and the shops' return files for each handover. What a crash kept from being made is made
 *  at the next start. */
export interface PaperWork {
  append(committed: Pick<Committed, 'puts'>): void
  /** Makes one paper that a person asked for; null = what it is about is gone. */
  fileAsked: PrintFeederPorts['filePaper']
  /** Looks for papers that are still to be made. */
  catchUp(): Promise<void>
}

export interface PaperPorts {
  readonly warehouse: Warehouse
  readonly client: StationClient
  readonly words: PrintedWords
  /** Told when a paper was made (`path`) or could not be made (a code). */
  readonly heard: (made: { readonly path: string } | { readonly failed: string }) => void
}

export function createPaperWork(ports: PaperPorts): PaperWork {
  const { warehouse } = ports
  let queue: Promise<void> = Promise.resolve()

  async function run(): Promise<void> {
    const madeUpTo = await loadMade(warehouse)
    const papers = await readUnfiledPapers(warehouse.db, madeUpTo)
    for (const { kind, id, act } of papers) {
      const ok = kind === 'receipt' ? await fileReceipt(ports, id) : await fileManifest(ports, id)
      if (!ok) return
      const made = [...(await loadMade(warehouse)), act]
      await keepMade(warehouse, made.slice(-2 * PAPERS_MAX))
    }
  }
  const catchUp = () => {
    queue = queue.then(run).catch((fault) => console.error(fault))
    return queue
  }
  return {
    catchUp,
    fileAsked: (asked) => fileAsked(ports, asked),
    append({ puts }) {
      const isPosted = puts.some(({ table, row }) => table === 'receipts' && row.state === 'posted')
      if (isPosted || closedManifests({ puts }).length > 0) void catchUp()
    },
  }
}

async function loadMade({ ctx }: Warehouse): Promise<string[]> {
  const state = (await ctx.sessions.load(SESSION))?.state
  if (!state || typeof state !== 'object' || !('made' in state)) return []
  return Array.isArray(state.made) ? state.made.filter((id) => typeof id === 'string') : []
}

async function keepMade({ ctx }: Warehouse, made: readonly string[]): Promise<void> {
  const state = { kind: 'made', made }
  await ctx.sessions.save({
    workflowId: SESSION,
    state,
    inFlight: null,
    step: { kind: 'none' },
  })
}

async function operatorName({ db }: Warehouse, operatorId: string): Promise<string> {
  return (await db.documents('operators').get(operatorId))?.name ?? operatorId
}

async function render(ports: PaperPorts, name: string, paper: PaperDocument): Promise<boolean> {
  const answer = await ports.client.request('documents.render', { name, paper })
  ports.heard(answer.ok ? { path: answer.result.path } : { failed: answer.code })
  return answer.ok
}

async function fileAsked(
  { warehouse, client, words }: PaperPorts,
  asked: Parameters<PrintFeederPorts['filePaper']>[0],
): ReturnType<PrintFeederPorts['filePaper']> {
  const made = await askedPaper(warehouse.db, asked, {
    words,
    operatorName: await operatorName(warehouse, warehouse.operatorId()),
    nowMs: warehouse.ctx.clock.nowMs(),
    atText: momentText,
  })
  return made && client.request('documents.render', made)
}

async function fileReceipt(ports: PaperPorts, receiptId: string): Promise<boolean> {
  const slip = await readInboundSlip(ports.warehouse.db, receiptId)
  if (!slip) return true
  const lines = slip.lines.map((line) => ({
    skuCode: line.skuId,
    name: line.name,
    spec: line.spec,
    lot: line.lot,
    expiresOn: line.expiresOn,
    orderedQty: line.orderedQty,
    goodQty: line.goodQty,
    badQty: line.damagedQty + line.wrongQty,
    priceFen: line.priceFen,
  }))
  const facts = {
    no: slip.no,
    supplierName: slip.supplierName,
    purchaseOrderNo: slip.purchaseOrderId,
    deliveryNoteNo: slip.deliveryNoteNo,
    receivedOn: momentText(slip.postedAtMs),
    operatorName: await operatorName(ports.warehouse, slip.operatorId),
    lines,
    freightFen: slip.freightFen,
    paidFen: slip.paidFen,
  }
  return render(ports, `inbound-slip-${slip.no}.pdf`, inboundSlip(facts, ports.words.sheet))
}

async function fileManifest(ports: PaperPorts, manifestId: string): Promise<boolean> {
  const { warehouse, words } = ports
  const view = await readManifest(warehouse.db, manifestId)
  if (!view) return true
  const name = await operatorName(warehouse, warehouse.operatorId())
  const paper = manifestPaper(view, { words: words.sheet, operatorName: name, atText: momentText })
  return (await render(ports, manifestFileName(view.no), paper)) && fileReturns(ports, view)
}

/** One file a shop, in the columns its batch-shipping page reads. */
async function fileReturns(ports: PaperPorts, view: ManifestView): Promise<boolean> {
  for (const shop of new Set(view.parcels.map((parcel) => parcel.shop))) {
    const parcels = view.parcels
      .filter((parcel) => parcel.shop === shop)
      .map(({ orderNo, waybillNo }) => ({ orderNo, waybillNo, carrierName: view.carrierName }))
    const { headings, rows } = returnTable(shop, parcels)
    const answer = await ports.client.request('files.writeTable', {
      name: `shipped-${shop}-${view.no}`,
      format: 'csv',
      sheetName: shop,
      headings: [...headings],
      rows: rows.map((row) => [...row]),
    })
    ports.heard(answer.ok ? { path: answer.result.path } : { failed: answer.code })
    if (!answer.ok) return false
  }
  return true
}
