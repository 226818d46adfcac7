import { assertNever } from '@/kernel/assert.ts'
import type { CommandEvent, Workflow } from '../workflow.ts'
import { stay } from '../workflow.ts'
import {
  onCounting,
  onIntercepted,
  onSaving,
  onShorting,
  onStopping,
  onZeroCheck,
} from './endLine.ts'
import { onScanItem, onScanTote } from './pickLine.ts'
import { onScanLot } from './pickLot.ts'
import type { PickingEvent, PickingState } from './pickPlan.ts'
import type { PickingCommand, PickingStep } from './pickStep.ts'
import { onScanToteFirst, onScanToteFor, onTaking } from './takeTote.ts'

/** Picking into one tote or a cart of tote slots: tote (the most urgent order takes it), then item and
 *  tote for each line, in walking order. */
export const pickingWorkflow: Workflow<PickingState, PickingEvent, PickingCommand> = {
  id: 'picking',
  initial: { kind: 'scanToteFirst' },
  transitions: {
    scanToteFirst: ['scanToteFor', 'taking'],
    scanToteFor: ['taking', 'scanToteFirst'],
    taking: ['scanItem', 'scanToteFirst'],
    scanItem: ['taking', 'scanLot', 'scanTote', 'shorting', 'intercepted'],
    scanLot: ['scanTote', 'scanItem'],
    scanTote: ['saving', 'shorting'],
    saving: ['scanItem', 'scanToteFirst', 'zeroCheck', 'intercepted'],
    shorting: ['scanItem', 'scanToteFirst', 'intercepted'],
    zeroCheck: ['scanItem', 'scanToteFirst', 'savingCount'],
    savingCount: ['scanItem', 'scanToteFirst'],
    intercepted: ['stopping'],
    stopping: ['scanItem', 'scanToteFirst'],
  },
  expects: {
    scanToteFirst: ['tote', 'order'],
    scanToteFor: ['tote', 'order'],
    taking: [],
    scanItem: ['sku', 'bin', 'tote'],
    scanLot: ['sku'],
    scanTote: ['tote', 'sku'],
    saving: [],
    shorting: [],
    zeroCheck: ['bin', 'sku'],
    savingCount: [],
    intercepted: ['bin', 'tote'],
    stopping: [],
  },
  step: pickingStep,
}

function pickingStep(state: PickingState, event: PickingEvent | CommandEvent): PickingStep {
  switch (state.kind) {
    case 'scanToteFirst':
      return onScanToteFirst(state, event)
    case 'scanToteFor':
      return onScanToteFor(state, event)
    case 'taking':
      return onTaking(state, event)
    case 'scanItem':
      return onScanItem(state, event)
    case 'scanLot':
      return onScanLot(state, event)
    case 'scanTote':
      return onScanTote(state, event)
    case 'saving':
      return onSaving(state, event)
    case 'shorting':
      return onShorting(state, event)
    case 'zeroCheck':
      return onZeroCheck(state, event)
    case 'savingCount':
      return onCounting(state, event)
    case 'intercepted':
      return onIntercepted(state, event)
    case 'stopping':
      return onStopping(state, event)
    default:
      return stay(assertNever(state))
  }
}
