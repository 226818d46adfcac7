import type { CommandVerb } from '@/domain/barcode/commandCode.ts'
import type { ReceivingState } from '@/workflow/receiving/receivingState.ts'

/** Verbs that mean something now, most used first. */
export function receivingVerbs(state: ReceivingState): readonly CommandVerb[] {
  switch (state.kind) {
    case 'scanItem':
      return ['OK', 'SHORT', 'DAMAG', 'NEXT', 'PRINT']
    case 'confirmShort':
      return ['SHORT', 'BACK']
    case 'confirmItem':
    case 'enterLot':
    case 'enterExpiry':
    case 'bindBarcode':
      return ['BACK']
    default:
      return []
  }
}
