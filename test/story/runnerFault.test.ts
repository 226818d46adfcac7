import { expect, it } from 'vitest'
import { pickingJob } from '@/ui/screens/picking/pickingJob.ts'
import { pickingWorkflow } from '@/workflow/picking/pickingWorkflow.ts'
import type { WorkSessionRow } from '@/store/rows.ts'
import type { Job } from '@/ui/workflow/job.ts'
import type { PickingEvent, PickingState } from '@/workflow/picking/pickPlan.ts'
import { createPickingWorld } from '../driver/pickingWorld.ts'
import { playStory, storyText } from '../driver/testWarehouse.ts'
import { intake, testDraft } from '../driver/testOrder.ts'

it('a fault after the commit shows the step that was reached, so that nothing is done twice', async () => {
  const world = await createPickingWorld()
  await intake(world, testDraft('100', { BK1: 1, BK3: 1 }))
  let faults = 1
  const faulty: Job<PickingState, PickingEvent> = {
    ...pickingJob,
    workflow: {
      ...pickingWorkflow,
      step(state, event) {
        if (state.kind === 'saving' && faults > 0) {
          faults -= 1
          throw new Error('a planted fault')
        }
        return pickingWorkflow.step(state, event)
      },
    },
  }
  const runner = world.runner(faulty)
  const start = `
    T-0001 | scanItem | PICK-011
    BK1    | scanTote | PICK-026`
  expect(await playStory(runner, start)).toBe(storyText(start))
  await expect(runner.scan('T-0001')).rejects.toThrow('a planted fault')
  // It was committed: the next line is asked for, not the same tote again.
  expect(await world.qtyAt('tote:T-0001', 'BK1')).toBe(1)
  const rest = `
    BK3    | scanTote      | PICK-026
    T-0001 | scanToteFirst | PICK-010`
  expect(await playStory(runner, rest)).toBe(storyText(rest))
  expect(await world.qtyAt('tote:T-0001', 'BK1')).toBe(1)
})

/** A pick that is committed; `spoil` changes what its session says of it; then the station starts anew. */
async function resumeAfter(spoil: (inFlight: InFlight) => object) {
  const world = await createPickingWorld()
  await intake(world, testDraft('100', { BK1: 1, BK3: 1 }))
  await playStory(world.runner(pickingJob), 'T-0001\nBK1\nT-0001')
  const session = await world.db.workSessions.get('picking')
  const { inFlight } = session ?? { inFlight: null }
  if (!inFlight) throw new Error('the pick is not saved with its session')
  await world.db.workSessions.update('picking', { inFlight: { ...inFlight, ...spoil(inFlight) } })
  const runner = world.runner(pickingJob)
  await runner.resume()
  const { state } = runner.view()
  return { world, asked: 'plan' in state ? state.plan.stops[0]?.skuId : state.kind }
}

type InFlight = NonNullable<WorkSessionRow['inFlight']>

it('what was done is not asked for again, though its args would be written otherwise today', async () => {
  const { world, asked } = await resumeAfter(({ args }) => ({ args: { ...Object(args), new: 1 } }))
  expect(asked).toBe('BK3')
  expect(await world.qtyAt('tote:T-0001', 'BK1')).toBe(1)
})

it('an id that stands for another command is refused, and that one is not done again', async () => {
  const { world, asked } = await resumeAfter(() => ({ name: 'picking.shortPick' }))
  expect(asked).toBe('BK1')
  expect(await world.qtyAt('tote:T-0001', 'BK1')).toBe(1)
})
