import { systemClock } from '@/kernel/clock.ts'
import { createId } from '@/kernel/ids.ts'
import { systemRandom } from '@/kernel/random.ts'
import { systemTimers } from '@/kernel/timers.ts'
import { bytesHex } from '@/kernel/hex.ts'
import type { Journal } from '@/app/ports/ledger.ts'
import type { Operator } from '@/domain/record/person.ts'
import { takePhoto } from '@/device/camera/takePhoto.ts'
import { runCommand } from '@/app/runCommand.ts'
import { type Reserver, createReserver } from '@/app/reserveOrders.ts'
import type { PiiVault } from '@/app/ports/piiVault.ts'
import { DATABASE_NAME, DEMO_DATABASE_NAME, PacklineDb } from '@/store/db.ts'
import { createDexieLedger, openStation } from '@/store/dexieLedger.ts'
import { type RightOfWay, createRightOfWay } from '@/app/rightOfWay.ts'
import { createPhotoStore } from '@/store/photoStore.ts'
import { createPiiVault } from '@/store/piiVault.ts'
import { createSessionStore } from '@/store/sessions.ts'
import type { RunnerContext } from '@/ui/workflow/runner.ts'

/** Who works here until a badge is scanned. */
export const FIRST_OPERATOR = 'op1'
const OPERATOR_SESSION = 'operator'
const STATION_ID_BYTES = 4
const INCARNATION_BYTES = 8

/** The data side of this page: opened once, used by every screen. */
export interface Warehouse {
  readonly db: PacklineDb
  /** Everything commands run with. */
  readonly ctx: RunnerContext &
    Pick<RightOfWay, 'giveWay'> & { readonly random: typeof systemRandom }
  /** What a person waits for goes before imports and reservations. */
  readonly way: RightOfWay
  readonly vault: PiiVault
  /** Adds a listener that hears of every commit after it is durable. */
  hear(journal: Journal): void
  /** Keeps reservations up with orders and stock as they come. */
  readonly reserver: Reserver
  readonly station: string
  operatorId(): string
  signIn(operatorId: string): Promise<void>
}

export interface WarehouseOptions {
  readonly firstOperatorName: string
  /** The demo shop has a database of its own: it never writes into a real shop's. */
  readonly isDemo: boolean
}

/** Opens the station's database; the first time it gets its identity. `dataKey`: 32 bytes from the
 *  host, under which personal data is sealed. `firstOperatorName`: who works here until there are
 *  badges, in the shop's language. */
export async function openWarehouse(
  dataKey: Uint8Array,
  { firstOperatorName, isDemo }: WarehouseOptions,
): Promise<Warehouse> {
  const db = new PacklineDb(isDemo ? DEMO_DATABASE_NAME : DATABASE_NAME)
  const head = await openStation(db, {
    station: `st-${bytesHex(systemRandom.bytes(STATION_ID_BYTES))}`,
    incarnation: bytesHex(systemRandom.bytes(INCARNATION_BYTES)),
  })
  const sessions = createSessionStore(db)
  const ports = { clock: systemClock, random: systemRandom }
  const vault = await createPiiVault(dataKey, ports)
  const photos = createPhotoStore(db)
  await photos.dropUnlinked()
  let operatorId = await lastOperator(sessions)
  const journals: Journal[] = []
  const way = createRightOfWay(systemTimers)
  const ctx: Warehouse['ctx'] = {
    ledger: createDexieLedger(db),
    sessions,
    photos: { ...photos, take: () => takePhoto(window, systemTimers) },
    ...ports,
    giveWay: () => way.giveWay(),
    newId: () => createId(systemClock, systemRandom),
    source: {
      station: head.station,
      incarnation: head.incarnation,
      operatorId: () => operatorId,
      baseG: () => 0,
    },
    journal: { append: (committed) => journals.forEach((journal) => journal.append(committed)) },
  }
  const reserver = createReserver(ctx, (fault) => console.error(fault))
  journals.push(reserver)
  await addFirstOperator(ctx, firstOperatorName)
  return {
    db,
    ctx,
    way,
    vault,
    hear: (journal) => void journals.push(journal),
    reserver,
    station: head.station,
    operatorId: () => operatorId,
    async signIn(id) {
      const state = { kind: 'signedIn', id }
      await sessions.save({
        workflowId: OPERATOR_SESSION,
        state,
        inFlight: null,
        step: { kind: 'none' },
      })
      operatorId = id
    },
  }
}

/** A name for labels, papers and the status bar from the first minute on. */
async function addFirstOperator(ctx: Warehouse['ctx'], name: string): Promise<void> {
  if (await ctx.ledger.reader.get('operators', FIRST_OPERATOR)) return
  const row: Operator = { id: FIRST_OPERATOR, name, badge: '', roles: ['clerk', 'packer'] }
  const rows = [{ table: 'operators' as const, row }]
  await runCommand(ctx, ctx.newId(), 'dataImport.importRows', { rows })
}

async function lastOperator(sessions: RunnerContext['sessions']): Promise<string> {
  const saved = await sessions.load(OPERATOR_SESSION)
  const state = saved?.state
  return state && typeof state === 'object' && 'id' in state && typeof state.id === 'string'
    ? state.id
    : FIRST_OPERATOR
}
