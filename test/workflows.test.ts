import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkWorkflow } from '@/workflow/workflow.ts'
import { allMachines, drawings } from '../scripts/workflowDrawings.ts'

/** Machines with more states than this are hard to hold in the head: split them. */
const STATES_MAX = 15

describe('the machines of the product', () => {
  it('are found', () => {
    expect(allMachines().length).toBeGreaterThan(0)
  })

  it.each(allMachines().map((machine) => [machine.id, machine] as const))(
    '%s reaches every state and knows every target',
    (_id, machine) => {
      expect(checkWorkflow(machine)).toEqual([])
      expect(Object.keys(machine.transitions).length).toBeLessThanOrEqual(STATES_MAX)
    },
  )

  it.each(drawings().map(({ id, text }) => [id, text] as const))(
    'the drawing of %s is current (npm run docs:workflows)',
    (id, text) => {
      expect(readFileSync(join('docs', 'workflows', `${id}.md`), 'utf8')).toBe(text)
    },
  )

  it('a table with a hole or an island is told', () => {
    const initial = { kind: 'a' }
    expect(checkWorkflow({ initial, transitions: { a: ['b'], c: [] } })).toEqual([
      'a leads to unknown b',
      'nobody reaches c',
    ])
  })
})
