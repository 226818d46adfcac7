import { expect, it } from 'vitest'
import { pickingJob } from '@/ui/screens/picking/pickingJob.ts'
import { pickingWorkflow } from '@/workflow/picking/pickingWorkflow.ts'
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
