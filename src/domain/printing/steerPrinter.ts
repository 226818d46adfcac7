import { type Accept, accept } from '../stock/decision.ts'

/** A person stops a printer, or lets it go on. */
export interface HoldPrinterArgs {
  readonly printerId: string
  readonly isHeld: boolean
}

/** A person gives what waits for one printer to another. */
export interface MoveWaitingArgs {
  readonly fromPrinterId: string
  readonly toPrinterId: string
}

/** What a person asks of the print queue, by name in the access log. The queue is the host's own: here
 *  nothing changes. */
export function steerPrinter(_facts: null, _args: HoldPrinterArgs | MoveWaitingArgs): Accept {
  return accept([])
}
