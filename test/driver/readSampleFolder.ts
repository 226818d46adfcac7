import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createShopZone } from '@/boot/shopZone.ts'
import { SHOP_ZONE_NAME } from '@/ui/words/momentText.ts'
import type { Catalogue } from '@/domain/dataImport/catalogue.ts'
import { createMemoryCatalogue } from '@/domain/dataImport/memoryCatalogue.ts'
import { readImport, type ImportReading } from '@/domain/dataImport/readImport.ts'
import { EMPTY_CATALOGUE } from '@/domain/dataImport/catalogue.ts'
import { shippedUse } from '@/domain/dataImport/shippedUse.ts'
import type { TableFile } from '@/domain/dataImport/tableFile.ts'
import { readTable } from '@/station/files/readTable.ts'

export interface SampleFolder {
  readonly catalogue: Catalogue
  readonly tables: readonly TableFile[]
  readonly readings: readonly ImportReading[]
}

const zone = createShopZone(SHOP_ZONE_NAME)
const FILE_NAME = /\.(?:csv|txt|tsv|xlsx?)$/i

/** Reads every table of a folder (not of folders in it), as tables. */
export async function readTables(folder: string): Promise<TableFile[]> {
  const names = readdirSync(folder)
    .filter((name) => FILE_NAME.test(name) && statSync(join(folder, name)).isFile())
    .sort()
  return Promise.all(names.map((name) => readTable(readFileSync(join(folder, name)), name)))
}

/** Reads a folder of clean files: master data first, whose contents the other files may refer to. */
export async function readSampleFolder(folder: string): Promise<SampleFolder> {
  const tables = await readTables(folder)
  const files = tables.map((table) => ({ table }))
  const first = readImport(files, { catalogue: EMPTY_CATALOGUE, zone })
  const contents = first.flatMap((reading) => (reading.content ? [reading.content] : []))
  const catalogue = createMemoryCatalogue({
    skus: contents.flatMap((one) => (one.kind === 'skus' ? one.drafts : [])),
    suppliers: contents.flatMap((one) => (one.kind === 'suppliers' ? one.drafts : [])),
    bins: contents.flatMap((one) => (one.kind === 'bins' ? one.drafts : [])),
    carriers: contents.flatMap((one) => (one.kind === 'carriers' ? one.drafts : [])),
    waybills: contents
      .flatMap((one) => (one.kind === 'shippedParcels' ? one.drafts : []))
      .map(shippedUse),
  })
  return { catalogue, tables, readings: readImport(files, { catalogue, zone }) }
}

/** Reads one table by itself, as a person would import it alone. */
export function readAlone(table: TableFile, catalogue: Catalogue): ImportReading {
  const [reading] = readImport([{ table }], { catalogue, zone })
  if (!reading) throw new Error(`no reading of ${table.name}`)
  return reading
}
