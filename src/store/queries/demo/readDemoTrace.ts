import type { Json } from '@/kernel/json.ts'
import { placeCode } from '@/domain/record/place.ts'
import type { Movement } from '@/domain/stock/movement.ts'
import type { StationData } from '../stationData.ts'

/** What the last step of one machine did. */
export interface DemoTrace {
  /** Number of the step: the same number after a scan means that the scan made none. */
  readonly step: number
  readonly from: string
  /** '' = the step needed none. */
  readonly command: string
  readonly movements: readonly string[]
  /** Commands in the outbox of this station. */
  readonly outboxLength: number
}

export const NO_DEMO_TRACE: DemoTrace = {
  step: 0,
  from: '',
  command: '',
  movements: [],
  outboxLength: 0,
}

/** The last step of a machine, its command and the stock it moved. `workflowId` '' = no screen is open. */
export async function readDemoTrace(data: StationData, workflowId: string): Promise<DemoTrace> {
  const outboxLength = await data.outbox.count()
  const step = await data.workSteps
    .where('[workflowId+n]')
    .between([workflowId, -Infinity], [workflowId, Infinity])
    .last()
  if (!step) return { ...NO_DEMO_TRACE, outboxLength }
  const id = step.commandId ?? ''
  const [outcome, movements] = await Promise.all([
    data.outcomes.get(id),
    data.movements.where('commandId').equals(id).toArray(),
  ])
  return {
    step: step.n,
    from: kindOf(step.before),
    command: outcome?.name ?? '',
    movements: movements.map(movementText),
    outboxLength,
  }
}

const kindOf = (state: Json): string =>
  state !== null && typeof state === 'object' && 'kind' in state && typeof state.kind === 'string'
    ? state.kind
    : ''

/** Example: `DB00001 × 2  A-01-1-01 → T-0001`. */
const movementText = ({ skuId, qty, from, to }: Movement): string =>
  `${skuId} × ${qty}  ${placeCode(from.placeId)} → ${placeCode(to.placeId)}`
