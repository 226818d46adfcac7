import type { Steps } from '@/kernel/steps.ts'
import type { Catalogue, ShopZone } from './catalogue.ts'
import { detectProfile } from './detectProfile.ts'
import { type CatalogueSource, createMemoryCatalogue } from './memoryCatalogue.ts'
import type { ImportKind } from './profile.ts'
import {
  type ImportFile,
  type ImportReading,
  type ImportDrafts,
  readImportInSteps,
} from './readImport.ts'
import { shippedUse } from './shippedUse.ts'

/** Tables that other files of the same import may refer to. */
const REFERRED_TO: readonly ImportKind[] = [
  'skus',
  'suppliers',
  'bins',
  'carriers',
  'shippedParcels',
]

/** Reads files together: a first look at those that others refer to fills the catalogue with what they
 *  bring themselves, so that goods and the orders that name them may come in one go. The readings are in
 *  the order of `files`. */
export function* readTogether(
  files: readonly ImportFile[],
  known: Required<CatalogueSource>,
  zone: ShopZone,
): Steps<ImportReading[]> {
  const byName = [...files].sort((a, b) => (a.table.name < b.table.name ? -1 : 1))
  const before = createMemoryCatalogue(known)
  const first = byName.filter(isReferredTo)
  const brought = yield* readImportInSteps(first, { catalogue: before, zone })
  const catalogue = first.length === 0 ? before : catalogueWith(known, brought)
  const readings = yield* readImportInSteps(byName, { catalogue, zone })
  const readingOf = new Map(byName.map((file, i) => [file, readings[i]]))
  return files.flatMap((file) => readingOf.get(file) ?? [])
}

/** What a file is, by the person's word or by its headings. */
export function kindOf({ table, match }: ImportFile): ImportKind | undefined {
  return (match ?? detectProfile(table))?.profile.kind
}

function isReferredTo(file: ImportFile): boolean {
  const kind = kindOf(file)
  return kind !== undefined && REFERRED_TO.includes(kind)
}

function catalogueWith(
  known: Required<CatalogueSource>,
  readings: readonly ImportReading[],
): Catalogue {
  const contents = readings.flatMap((reading) => (reading.content ? [reading.content] : []))
  const skus = contents.flatMap((one) => (one.kind === 'skus' ? one.drafts : []))
  const suppliers = contents.flatMap((one) => (one.kind === 'suppliers' ? one.drafts : []))
  const bins = contents.flatMap((one) => (one.kind === 'bins' ? one.drafts : []))
  const carriers = contents.flatMap((one) => (one.kind === 'carriers' ? one.drafts : []))
  const joinedSource = {
    skus: joined(known.skus, skus),
    suppliers: joined(known.suppliers, suppliers),
    bins: joined(known.bins, bins),
    carriers: joined(known.carriers, carriers),
    // What the warehouse knows of a number counts more than what the file says of it.
    waybills: joined(contents.flatMap(shippedUses), known.waybills),
  }
  return createMemoryCatalogue(joinedSource, known)
}

const shippedUses = (content: ImportDrafts) =>
  content.kind === 'shippedParcels' ? content.drafts.map(shippedUse) : []

function* joined<T>(first: Iterable<T>, second: Iterable<T>): Iterable<T> {
  yield* first
  yield* second
}
