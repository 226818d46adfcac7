import type { ShopZone } from '@/domain/dataImport/catalogue.ts'
import { EMPTY_CATALOGUE } from '@/domain/dataImport/catalogue.ts'
import { readImport } from '@/domain/dataImport/readImport.ts'
import type { TableFile } from '@/domain/dataImport/tableFile.ts'
import type { Sample } from '../../gallery/sample.ts'
import { NO_NOTICE } from '../../scan/shownNotice.ts'
import { ImportDrawing } from './ImportScreen.tsx'
import type { ImportDesk, ImportView } from './importDesk.ts'

/** Files as the station hands them over: read by the real import, so that findings are real ones. */
const tables: readonly TableFile[] = [
  table('goods.csv', [
    ['商品编码', '商品名称', '规格', '条码', '重量g', '售价分'],
    ['BK000257', '隋唐税赋小史 长河历史社', '16开 平装 368页', '9787442974540', '420', '6800'],
    ['BK000258', 'Old Dreams of the North 北方旧梦', '16K', '9787073522615', '1,200', '￥32.50'],
    ['BK000259', '南城雨巷', '16K', '9787073522614', '很重', '-5'],
  ]),
  table('2026-11 supplier list, second try, with notes (final).csv', [
    ['Code', 'Title', 'EAN', 'Grams'],
    ['BK000301', 'Alleys of the South', '9787073522615', '380'],
  ]),
]

function table(name: string, rows: readonly (readonly string[])[]): TableFile {
  return {
    name,
    sha256: name,
    encoding: 'GB18030',
    delimiter: ',',
    rows: rows.map((cells, i) => ({ row: i + 1, cells })),
  }
}

const zone: ShopZone = { toMs: () => 0 }
const readings = readImport(
  tables.map((one) => ({ table: one })),
  { catalogue: EMPTY_CATALOGUE, zone },
)
const files = tables.flatMap((one, i) => {
  const reading = readings[i]
  return reading ? [{ table: one, decisions: [], reading }] : []
})

const NOTHING: ImportView = {
  phase: 'pick',
  files: [],
  progress: { name: '', done: 0, total: 0 },
  results: [],
  failed: '',
}
const results = [
  { name: 'suppliers.csv', written: 40, kept: 0 },
  { name: 'bins.csv', written: 0, kept: 2_400 },
]

const views: Readonly<Record<string, Partial<ImportView>>> = {
  pick: {},
  unreadable: { failed: 'BRG-011' },
  reading: { phase: 'reading' },
  preview: { phase: 'preview', files: files.slice(0, 1) },
  mapping: { phase: 'preview', files: files.slice(1) },
  importing: {
    phase: 'importing',
    files,
    results: results.slice(0, 1),
    progress: { name: 'bins.csv', done: 800, total: 2_400 },
  },
  done: { phase: 'done', results },
}

const ignore = async () => {}
const desk: ImportDesk = {
  view: () => NOTHING,
  subscribe: () => () => {},
  add: ignore,
  decide: ignore,
  mapColumns: ignore,
  remove: ignore,
  commit: ignore,
  clear: () => {},
}

/** Every phase of an import, with findings, and with a table nobody knows. */
export const importSamples: readonly Sample[] = Object.entries(views).map(([name, view]) => ({
  id: `import/${name}`,
  render: () => <ImportDrawing desk={desk} view={{ ...NOTHING, ...view }} shown={NO_NOTICE} />,
}))
