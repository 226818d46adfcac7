import 'fake-indexeddb/auto'
import type { Clock } from '@/kernel/clock.ts'
import { createId } from '@/kernel/ids.ts'
import type { Notice } from '@/kernel/notice.ts'
import { createSeededRandom } from '@/kernel/random.ts'
import type { Bin } from '@/domain/record/place.ts'
import { binIdOf, skuIdOf, toteIdOf } from '@/domain/record/place.ts'
import type { Sku } from '@/domain/record/sku.ts'
import { barcodeIdOf } from '@/domain/record/sku.ts'
import type { TableName, Tables } from '@/domain/record/tables.ts'
import { balanceQty } from '@/domain/stock/balance.ts'
import type { StockState } from '@/domain/stock/movement.ts'
import type { Committed, Ledger } from '@/app/ports/ledger.ts'
import type { Taken } from '@/domain/evidence/photo.ts'
import { PacklineDb } from '@/store/db.ts'
import { createDexieLedger, openStation } from '@/store/dexieLedger.ts'
import { createPhotoStore } from '@/store/photoStore.ts'
import { createSessionStore } from '@/store/sessions.ts'
import { createRunner } from '@/ui/workflow/createRunner.ts'
import type { Runner, RunnerContext } from '@/ui/workflow/runner.ts'
import type { Job } from '@/ui/workflow/job.ts'

let databases = 0
const hopsSeen = new Set<string>()

/** Declared hops of a machine that no story of this test file has worked yet. */
export function unworkedHops(workflow: {
  readonly id: string
  readonly transitions: Readonly<Record<string, readonly string[]>>
}): string[] {
  const declared = Object.entries(workflow.transitions).flatMap(([from, targets]) =>
    targets.map((to) => `${workflow.id}: ${from} -> ${to}`),
  )
  return declared.filter((hop) => !hopsSeen.has(hop))
}

/** A station's whole data side on an in-memory IndexedDB, with a clock that stands until moved. */
export interface TestWarehouse extends RunnerContext {
  readonly db: PacklineDb
  readonly ledger: Ledger
  readonly journaled: Committed[]
  /** What the camera gives next; a fresh picture each time until something is put here. */
  readonly camera: { next: Taken | null }
  moveClock(byMs: number): void
  /** Writes rows past the commands: the world before the story begins. */
  seed<T extends TableName>(table: T, rows: readonly Tables[T][]): Promise<void>
  /** Stock that is there from the start, as a ledger line from `adjustment`. */
  stock(binCode: string, skuCode: string, qty: number, lot?: string): Promise<void>
  qtyAt(placeId: string, skuCode: string, state?: StockState): Promise<number>
  runner<S extends { kind: string }, E extends { kind: string }>(job: Job<S, E>): Runner<S>
}

/** 2026-11-02 10:00 in Shanghai: the moment most stories begin. */
export const STORY_START_MS = 1_793_584_800_000

export async function createTestWarehouse(): Promise<TestWarehouse> {
  databases += 1
  const db = new PacklineDb(`test-${databases}`)
  const head = await openStation(db, { station: 'st1', incarnation: '9f3c21aa07be5d10' })
  const random = createSeededRandom(databases)
  let nowMs = STORY_START_MS
  const clock: Clock = { nowMs: () => nowMs, monoMs: () => nowMs - STORY_START_MS }
  const journaled: Committed[] = []
  const ledger = createDexieLedger(db)
  const camera = createTestCamera()
  const context: RunnerContext = {
    ledger,
    clock,
    sessions: createSessionStore(db),
    photos: { ...createPhotoStore(db), take: () => camera.take() },
    newId: () => createId(clock, random),
    source: {
      station: head.station,
      incarnation: head.incarnation,
      operatorId: () => 'op1',
      baseG: () => 0,
    },
    journal: { append: (committed) => journaled.push(committed) },
    onHop: (workflowId, from, to) => hopsSeen.add(`${workflowId}: ${from} -> ${to}`),
  }
  return {
    ...context,
    db,
    ledger,
    journaled,
    camera,
    moveClock: (byMs) => {
      nowMs += byMs
    },
    seed: async (table, rows) => {
      await db.table(table).bulkPut([...rows])
    },
    stock: (binCode, skuCode, qty, lot = '') => seedStock(db, { binCode, skuCode, qty, lot }),
    qtyAt: async (placeId, skuCode, state = 'available') => {
      const rows = await db.balances.where('placeId').equals(placeId).toArray()
      const fitting = rows.filter((row) => row.skuId === skuCode && row.state === state)
      return fitting.reduce((sum, row) => sum + balanceQty(row), 0)
    },
    runner: (job) => createRunner(context, job),
  }
}

function createTestCamera(): { next: Taken | null; take(): Promise<Taken> } {
  let shots = 0
  return {
    next: null,
    async take() {
      shots += 1
      const bytes = new TextEncoder().encode(`picture ${shots}`)
      const photo = { bytes, type: 'image/webp', widthPx: 1600, heightPx: 1200 }
      return this.next ?? { kind: 'taken', photo }
    },
  }
}

async function seedStock(
  db: PacklineDb,
  of: { binCode: string; skuCode: string; qty: number; lot: string },
): Promise<void> {
  const skuId = skuIdOf(of.skuCode)
  const rows = [
    { placeId: binIdOf(of.binCode), qty: of.qty },
    { placeId: 'adjustment' as const, qty: -of.qty },
  ]
  for (const { placeId, qty } of rows) {
    const key = `${placeId}|${skuId}|${of.lot}|available`
    const known = await db.balances.get(key)
    const qtyPending = (known?.qtyPending ?? 0) + qty
    await db.balances.put({
      key,
      placeId,
      skuId,
      lot: of.lot,
      state: 'available',
      qtyConfirmed: 0,
      qtyPending,
    })
  }
}

export function testSku(code: string, more: Partial<Sku> = {}): Sku {
  return {
    id: skuIdOf(code),
    styleNo: '',
    name: `商品 ${code}`,
    spec: '',
    colour: '',
    size: '',
    category: '图书/文学',
    weightG: 300,
    lengthMm: 210,
    widthMm: 145,
    heightMm: 15,
    costFen: 1000,
    priceFen: 2000,
    lotTracked: 0,
    shelfLifeDays: null,
    abcClass: 'B',
    ...more,
  }
}

export const testBarcode = (code: string, skuCode: string, unitQty = 1) => ({
  id: barcodeIdOf(code, skuIdOf(skuCode)),
  code,
  skuId: skuIdOf(skuCode),
  unitQty,
})

/** Example: `A-03-2-05`: corridor A, rack 3, level 2, position 5. */
export function testBin(code: string, more: Partial<Bin> = {}): Bin {
  const [corridor = 'A', rack = '1', level = '1', position = '1'] = code.split('-')
  return {
    id: binIdOf(code),
    code,
    zone: 'storage',
    corridor,
    rack: Number(rack),
    level: Number(level),
    position: Number(position),
    lengthMm: 600,
    widthMm: 400,
    heightMm: 500,
    weightLimitG: 120_000,
    role: 'pick',
    mixRule: 'any',
    ...more,
  }
}

export const testTote = (code: string) => ({ id: toteIdOf(code), code, orderId: null })

/** Works a story: each line is `scan or key | state it leads to | code of the answer`. A line that
 *  starts with `:` is a verb (`:SHORT`), with `#` a typed number, with `*` a multiplier; `UNDO` undoes.
 *  Returns what differs, so that one assertion shows the whole story. */
export async function playStory<S extends { kind: string }>(
  runner: Runner<S>,
  story: string,
): Promise<string> {
  const told: string[] = []
  for (const line of story.trim().split('\n')) {
    const input = (line.split('|')[0] ?? '').trim()
    const notice = await giveInput(runner, input)
    told.push([input, runner.view().state.kind, notice.code].join(' | '))
  }
  return told.join('\n')
}

/** The story as `playStory` tells it: blanks evened out. */
export function storyText(story: string): string {
  const lines = story.trim().split('\n')
  return lines
    .map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim())
        .join(' | '),
    )
    .join('\n')
}

function giveInput<S>(runner: Runner<S>, input: string): Promise<Notice> {
  if (input === 'UNDO') return runner.undo()
  if (input.startsWith(':')) return runner.give({ kind: 'verb', verb: input.slice(1) })
  if (input.startsWith('*')) return runner.give({ kind: 'multiply', by: Number(input.slice(1)) })
  if (input.startsWith('#'))
    return runner.give({ kind: 'number', qty: Number(input.slice(1)), text: input.slice(1) })
  return runner.scan(input)
}
