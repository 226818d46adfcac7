import type { AnyHandler } from '../command.ts'
import { allocationCommands } from './allocation.ts'
import { dataImportCommands } from './dataImport.ts'
import { evidenceCommands } from './evidence.ts'
import { pickingCommands } from './picking.ts'
import { packingCommands } from './packing.ts'
import { shippingCommands } from './shipping.ts'
import { printingCommands } from './printing.ts'
import { putawayCommands } from './putaway.ts'
import { receivingCommands } from './receiving.ts'
import { stockCommands } from './stock.ts'

/** Every command the station knows. One line registers an area. */
export const handlers = {
  ...allocationCommands,
  ...dataImportCommands,
  ...evidenceCommands,
  ...pickingCommands,
  ...packingCommands,
  ...shippingCommands,
  ...printingCommands,
  ...putawayCommands,
  ...receivingCommands,
  ...stockCommands,
}

export type CommandName = keyof typeof handlers
export type CommandArgs<N extends CommandName> =
  (typeof handlers)[N] extends AnyHandler<infer Args> ? Args & object : never
