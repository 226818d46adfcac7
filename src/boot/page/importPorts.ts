import { type ImportContext, commitImport } from '@/app/dataImport/commitImport.ts'
import { readTableFile } from '@/device/stationFiles.ts'
import type { StationClient } from '@/device/stationClient.ts'
import { readCatalogue } from '@/store/queries/dataImport/readCatalogue.ts'
import type { ImportPorts } from '@/ui/screens/dataImport/importDesk.ts'
import { SHOP_ZONE_NAME } from '@/ui/words/momentText.ts'
import { createShopZone } from '../shopZone.ts'
import type { Warehouse } from './openWarehouse.ts'
import { runInSlices } from './runInSlices.ts'

/** How the import reads files (the host) and takes them over (commands). */
export function createImportPorts(warehouse: Warehouse, client: StationClient): ImportPorts {
  const ctx: ImportContext = { ...warehouse.ctx, vault: warehouse.vault }
  return {
    zone: createShopZone(SHOP_ZONE_NAME),
    async readTable(name, bytes) {
      const answer = await readTableFile(client, { fileId: ctx.newId(), name, bytes })
      return answer.ok ? answer.result : { failed: answer.code }
    },
    run: (steps) => runInSlices(steps, ctx.clock),
    readCatalogue: (hasSkus) => readCatalogue(warehouse.db, hasSkus),
    commit: (file, progress) =>
      warehouse.reserver.restDuring(() => commitImport(ctx, file, progress)),
    afterImport: () => warehouse.reserver.settle(),
  }
}
