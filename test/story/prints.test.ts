import { beforeEach, describe, expect, it } from 'vitest'
import { runCommand } from '@/app/runCommand.ts'
import type { RecordPrintArgs } from '@/domain/printing/recordPrint.ts'
import { settledPrints } from '@/ui/print/settledPrints.ts'
import { packingJob } from '@/ui/screens/packing/packingJob.ts'
import { createPrintsJob } from '@/ui/screens/printing/printsJob.ts'
import { readNumberedPrints } from '@/ui/screens/printing/numberedPrints.ts'
import { createDesk } from '@/ui/workflow/createDesk.ts'
import { createRowNumbers } from '@/ui/workflow/rowNumbers.ts'
import { checkWorkflow } from '@/workflow/workflow.ts'
import { printsWorkflow } from '@/workflow/printing/printsWorkflow.ts'
import { createOutboundWorld } from '../driver/outboundWorld.ts'
import { type TestWarehouse, playStory, storyText, unworkedHops } from '../driver/testWarehouse.ts'

let world: TestWarehouse

/** One packed order whose label 7700001 the host has, and the label of tote T-0009. */
beforeEach(async () => {
  world = await createOutboundWorld()
  await playStory(world.runner(packingJob), 'T-0001\n*2\nBK1\nBK2')
  world.moveClock(1_000)
  await runCommand(world, world.newId(), 'stock.askPrints', {
    prints: [{ kind: 'tote', no: 'T-0009' }],
  })
})

async function play(story: string): Promise<void> {
  const runner = world.runner(createPrintsJob(world.db, createRowNumbers()))
  await runner.resume()
  expect(await playStory(runner, story)).toBe(storyText(story))
}

const record = (args: RecordPrintArgs) =>
  runCommand(world, world.newId(), 'printing.recordPrint', args)
const WAYBILL = 'waybill:7700001:1'
const doubt = () =>
  record({
    intentId: WAYBILL,
    state: 'unknown',
    why: { code: 'PRN-040', params: { no: '7700001' } },
  })
const prints = (no: string) =>
  world.ledger.reader.list('printIntents', { index: 'no', equals: no, limit: 10 })
const toteId = async () => (await prints('T-0009'))[0]?.id ?? ''
const toldHost = () => world.journaled.flatMap(settledPrints)

describe('the print list', () => {
  it('takes the scan of a label in doubt as its proof', async () => {
    await doubt()
    await play('7700001 | list | PRN-047')
    expect(await prints('7700001')).toMatchObject([{ state: 'proved' }])
    expect(toldHost()).toEqual([{ kind: 'proved', no: '7700001' }])
  })

  it('prints a label again that did not come out, marked as the first reprint', async () => {
    await doubt()
    await play('  :NO | list | PRN-048\n:NO | list | PRN-055')
    expect(await prints('7700001')).toMatchObject([
      { state: 'missing' },
      { state: 'queued', revision: 2, reason: 'notPrinted' },
    ])
    expect(await world.ledger.reader.get('parcels', 'parcel:shop1:1001#1')).toMatchObject({
      reprints: 1,
    })
    expect(toldHost()).toEqual([{ kind: 'missing', jobId: WAYBILL }])
  })

  it('does not print again what no parcel carries any more', async () => {
    await doubt()
    await world.db.table('parcels').update('parcel:shop1:1001#1', { state: 'handedOver' })
    await play(':NO | list | PRN-056')
    expect(await prints('7700001')).toMatchObject([{ state: 'missing' }])
  })

  it('takes YES for a label that no scan proves', async () => {
    const intentId = await toteId()
    await record({ intentId, state: 'accepted' })
    await record({ intentId, state: 'unknown' })
    await play(`
      T-0009 | shown | PRN-050
      :YES   | list  | PRN-047
    `)
    expect(await prints('T-0009')).toMatchObject([{ state: 'proved' }])
  })

  it('tries a label again that was set aside, or lets it be', async () => {
    const intentId = await toteId()
    const why = { code: 'PRN-022', params: { chars: '𫍰' } }
    await record({ intentId, state: 'refused', why })
    await play(`
      #1    | shown | PRN-050
      :NO   | shown | PRN-054
      :OK   | list  | PRN-051
    `)
    expect(await prints('T-0009')).toMatchObject([{ state: 'queued' }])
    await record({ intentId, state: 'refused', why })
    await play(`
      #1    | shown | PRN-050
      :SKIP | list  | PRN-043
    `)
    expect(await prints('T-0009')).toMatchObject([{ state: 'cancelled' }])
    expect(toldHost()).toEqual([{ kind: 'cancelled', jobId: intentId, isWanted: true }])
  })

  it('cancels a label that waits, and takes that back by UNDO', async () => {
    await play(`
      T-0009 | shown | PRN-050
      :SKIP  | list  | PRN-043
      UNDO   | shown | UNDO-001
    `)
    expect(await prints('T-0009')).toMatchObject([{ state: 'queued' }])
  })

  it('prints once more with a reason', async () => {
    await record({ intentId: WAYBILL, state: 'accepted' })
    await play(`
      7700001 | shown  | PRN-050
      :YES    | shown  | PRN-054
      :REPRN  | reason | PACK-027
      T-0009  | reason | SCAN-003
      #9      | reason | PACK-031
      :NO     | shown  | PACK-036
      :REPRN  | reason | PACK-027
      #2      | list   | PRN-052
    `)
    expect(await prints('7700001')).toMatchObject([
      { state: 'accepted' },
      { state: 'queued', revision: 2, reason: 'blurred' },
    ])
  })

  it('takes the reason by scan, too', async () => {
    await record({ intentId: WAYBILL, state: 'accepted' })
    const desk = createDesk({
      runners: new Map([['prints', world.runner(createPrintsJob(world.db, createRowNumbers()))]]),
      frame: () => null,
      signIn: async () => null,
      keepScreen: async () => undefined,
      firstScreen: 'prints',
      menu: [],
    })
    const told: string[] = []
    for (const raw of ['7700001', 'ZQREPRNI', 'ZQN92', 'ZQN2G']) {
      const scan = { raw, source: 'wedge', deviceId: 'd', seq: 1, atMs: 0 } as const
      told.push((await desk.handle(scan, null)).code)
    }
    expect(told).toEqual(['PRN-050', 'PACK-027', 'PACK-031', 'PRN-052'])
    expect(await prints('7700001')).toMatchObject([{}, { reason: 'blurred' }])
  })

  it('prints the label of a thing once more as a print of its own', async () => {
    await record({ intentId: await toteId(), state: 'accepted' })
    await play(`
      T-0009 | shown  | PRN-050
      :REPRN | reason | PACK-027
      #4     | list   | PRN-052
    `)
    const rows = await prints('T-0009')
    expect(rows.map(({ reason }) => reason).sort()).toEqual(['', 'torn'])
    expect(new Set(rows.map(({ id }) => id)).size).toBe(2)
  })

  it('takes a number for the row that was seen with it, though the list moved since', async () => {
    const numbers = createRowNumbers()
    const seen = await readNumberedPrints(world.db, numbers)
    expect(seen.map(({ listNo, no }) => [listNo, no])).toEqual([
      [1, 'T-0009'],
      [2, '7700001'],
    ])
    // The waybill comes to the top, in doubt, and a label that was just asked for behind it.
    await doubt()
    world.moveClock(1_000)
    const prints = [{ kind: 'tote', no: 'T-0010' }] as const
    await runCommand(world, world.newId(), 'stock.askPrints', { prints })
    const moved = await readNumberedPrints(world.db, numbers)
    expect(moved.map(({ listNo, no }) => [listNo, no])).toEqual([
      [2, '7700001'],
      [3, 'T-0010'],
      [1, 'T-0009'],
    ])
    const runner = world.runner(createPrintsJob(world.db, numbers))
    await playStory(runner, '#1')
    expect(runner.view().state).toMatchObject({ print: { no: 'T-0009' } })
    expect(await playStory(runner, '#3\n:BACK')).toBe(
      storyText('#3 | shown | PRN-090\n:BACK | list | PRN-049'),
    )
    // Opened anew the list begins with 1.
    await playStory(runner, '#1')
    expect(runner.view().state).toMatchObject({ print: { no: '7700001' } })
  })

  it('takes YES for the doubt that was seen, not for the one that came in its place', async () => {
    const intentId = await toteId()
    await record({ intentId, state: 'accepted' })
    await record({ intentId, state: 'unknown' })
    await doubt()
    const numbers = createRowNumbers()
    await readNumberedPrints(world.db, numbers)
    // The oldest is seen; the host proves it at this moment.
    await record({ intentId: WAYBILL, state: 'proved' })
    const runner = world.runner(createPrintsJob(world.db, numbers))
    expect(await playStory(runner, ':YES')).toBe(storyText(':YES | list | PRN-055'))
    expect(await prints('T-0009')).toMatchObject([{ state: 'unknown' }])
  })

  it('says what it cannot do', async () => {
    await play(`
      :NO     | list  | PRN-055
      #40     | list  | PRN-057
      T-0001  | list  | PRN-057
      XX99    | list  | SCAN-001
      T-0009  | shown | PRN-050
      7700001 | shown | PRN-050
      :REPRN  | shown | PRN-054
      :BACK   | list  | PRN-049
    `)
  })

  it('refuses an answer to a label that was settled meanwhile', async () => {
    await doubt()
    const args = { intentId: WAYBILL, verdict: 'missing' } as const
    await runCommand(world, world.newId(), 'printing.judgePrint', args)
    expect(await runCommand(world, world.newId(), 'printing.judgePrint', args)).toMatchObject({
      kind: 'rejected',
      reason: 'print.movedOn',
    })
  })

  it('has a sound table whose every hop is worked here', () => {
    expect(checkWorkflow(printsWorkflow)).toEqual([])
    expect(unworkedHops(printsWorkflow)).toEqual([])
  })
})
