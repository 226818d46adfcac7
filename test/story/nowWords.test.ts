import { expect, it } from 'vitest'
import { pickingJob } from '@/ui/screens/picking/pickingJob.ts'
import { createPickingWorld } from '../driver/pickingWorld.ts'
import { intake, testDraft } from '../driver/testOrder.ts'
import { playStory } from '../driver/testWarehouse.ts'

/** States in which a command is being written; a person is asked for nothing there. */
const waiting = Object.entries(pickingJob.workflow.expects)
  .filter(([, expected]) => expected.length === 0)
  .map(([kind]) => kind)

it('the screen keeps the words of a step until its command is written, also after a restart', async () => {
  const warehouse = await createPickingWorld()
  await intake(warehouse, testDraft('100', { BK1: 1 }))
  const runner = warehouse.runner(pickingJob)
  const shown: string[] = []
  runner.subscribe(() => shown.push(runner.view().state.kind))
  await playStory(runner, 'T-0001\n6901234567892\nT-0001')
  const again = warehouse.runner(pickingJob)
  again.subscribe(() => shown.push(again.view().state.kind))
  await again.resume()
  expect(waiting).toContain('saving')
  expect(shown).toContain('scanTote')
  expect(shown.filter((kind) => waiting.includes(kind))).toEqual([])
})
