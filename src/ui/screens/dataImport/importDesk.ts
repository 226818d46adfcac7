import { createStore } from 'zustand/vanilla'
import type { Steps } from '@/kernel/steps.ts'
import type { CheckedFile, ImportResult } from '@/app/dataImport/commitImport.ts'
import { PROFILES, type HandColumns, mapByHand } from '@/domain/dataImport/detectProfile.ts'
import type { ShopZone } from '@/domain/dataImport/catalogue.ts'
import {
  type Choice,
  type Decision,
  type Finding,
  decisionKey,
} from '@/domain/dataImport/finding.ts'
import type { CatalogueSource } from '@/domain/dataImport/memoryCatalogue.ts'
import type { TableMatch } from '@/domain/dataImport/profile.ts'
import type { ImportReading } from '@/domain/dataImport/readImport.ts'
import { kindOf, readTogether } from '@/domain/dataImport/readTogether.ts'
import type { TableFile } from '@/domain/dataImport/tableFile.ts'

/** One file on the desk: its table, what it reads as, and what the person has said of it. */
export interface DeskFile {
  readonly table: TableFile
  readonly match?: TableMatch
  readonly decisions: readonly Decision[]
  readonly reading: ImportReading
}

export type ImportPhase = 'pick' | 'reading' | 'preview' | 'importing' | 'done'

export interface ImportView {
  readonly phase: ImportPhase
  readonly files: readonly DeskFile[]
  readonly progress: { readonly name: string; readonly done: number; readonly total: number }
  readonly results: readonly (ImportResult & { readonly name: string })[]
  /** Code of what went wrong with the reading or the import itself, '' = nothing. */
  readonly failed: string
}

export interface ImportPorts {
  readonly zone: ShopZone
  /** The host reads the bytes; the code of the words where it cannot. */
  readTable(name: string, bytes: Uint8Array): Promise<TableFile | { readonly failed: string }>
  /** `hasSkus`: whether goods are among the files. */
  readCatalogue(hasSkus: boolean): Promise<Required<CatalogueSource>>
  /** Runs long work so that the page answers scans meanwhile. */
  run<T>(steps: Steps<T>): Promise<T>
  commit(file: CheckedFile, progress: (done: number, total: number) => void): Promise<ImportResult>
  /** What follows an import: paid orders get their stock. */
  afterImport(): Promise<void>
}

/** The import, whoever asks for it: the screen and the command line share it. */
export interface ImportDesk {
  view(): ImportView
  subscribe(listener: () => void): () => void
  add(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Promise<void>
  decide(name: string, decisions: readonly Decision[]): Promise<void>
  mapColumns(name: string, profileId: string, columns: HandColumns): Promise<void>
  remove(name: string): Promise<void>
  commit(): Promise<void>
  clear(): void
}

const NOTHING: ImportView = {
  phase: 'pick',
  files: [],
  progress: { name: '', done: 0, total: 0 },
  results: [],
  failed: '',
}

export function createImportDesk(ports: ImportPorts): ImportDesk {
  const { getState: view, setState: show, subscribe } = createStore<ImportView>(() => NOTHING)
  const inside: Inside = { ports, view, show }
  const inTurn = createTurns()
  const change = (name: string, to: (file: DeskFile) => Omit<DeskFile, 'reading'>) =>
    inTurn(() =>
      readFiles(
        inside,
        view().files.map((file) => (file.table.name === name ? to(file) : file)),
      ),
    )
  return {
    view,
    subscribe,
    add: (files) => inTurn(() => addFiles(inside, files)),
    commit: () => inTurn(() => commitFiles(inside)),
    decide: (name, made) => change(name, (file) => withDecisions(file, made)),
    async mapColumns(name, profileId, columns) {
      const profile = PROFILES.find((one) => one.id === profileId)
      const file = view().files.find((one) => one.table.name === name)
      const match = profile && file ? mapByHand(file.table, profile, columns) : null
      if (match) await change(name, ({ table }) => ({ table, match, decisions: [] }))
    },
    remove: (name) =>
      inTurn(() =>
        readFiles(
          inside,
          view().files.filter((file) => file.table.name !== name),
        ),
      ),
    clear: () => show(NOTHING),
  }
}

/** Reading takes a while: what a person says meanwhile waits for its turn, or it would be lost. */
function createTurns(): (act: () => Promise<void>) => Promise<void> {
  let turn: Promise<void> = Promise.resolve()
  return (act) => {
    const done = turn.then(act)
    turn = done.catch(() => undefined)
    return done
  }
}

/** What the parts of the desk share. */
interface Inside {
  readonly ports: ImportPorts
  view(): ImportView
  show(part: Partial<ImportView>): void
}

type Added = Parameters<ImportDesk['add']>[0]

async function readFiles(
  { ports, show }: Inside,
  files: readonly Omit<DeskFile, 'reading'>[],
): Promise<void> {
  const known = await ports.readCatalogue(files.some((file) => kindOf(file) === 'skus'))
  const readings = await ports.run(readTogether(files, known, ports.zone))
  const shown = files.flatMap((file, i) => {
    const reading = readings[i]
    return reading ? [{ ...file, reading }] : []
  })
  show({ phase: shown.length === 0 ? 'pick' : 'preview', files: shown })
}

async function addFiles(desk: Inside, added: Added): Promise<void> {
  const { phase, files } = desk.view()
  const kept = phase === 'preview' ? files : []
  desk.show({ phase: 'reading', results: [], failed: '' })
  const tables: TableFile[] = []
  let failed = ''
  for (const { name, bytes } of added) {
    const table = await desk.ports.readTable(name, bytes)
    if ('failed' in table) failed = table.failed
    else tables.push(table)
  }
  const isNew = (file: DeskFile) => !tables.some((table) => table.name === file.table.name)
  const fresh = tables.map((table) => ({ table, decisions: [] }))
  await readFiles(desk, [...kept.filter(isNew), ...fresh])
  desk.show({ failed })
}

function withDecisions(
  { table, match, decisions }: DeskFile,
  made: readonly Decision[],
): Omit<DeskFile, 'reading'> {
  const kept = decisions.filter((old) => !made.some((one) => isSame(old, one)))
  return { table, ...(match ? { match } : {}), decisions: [...kept, ...made] }
}

async function commitFiles({ ports, view, show }: Inside): Promise<void> {
  const results: (ImportResult & { name: string })[] = []
  const readings = inOrder(view().files).map((file) => file.reading)
  // The cells have been read: millions of them would make each clearing of memory a halt of seconds.
  const files = view().files.map((file) => ({ ...file, table: { ...file.table, rows: [] } }))
  show({ phase: 'importing', results: [], files })
  for (const reading of readings) {
    if (!reading.content) continue
    const file: CheckedFile = { ...reading, content: reading.content }
    const { name } = reading
    show({ progress: { name, done: 0, total: reading.content.drafts.length } })
    const told = (done: number, total: number) => show({ progress: { name, done, total } })
    results.push({ name, ...(await ports.commit(file, told)) })
    show({ results: [...results] })
  }
  await ports.afterImport()
  show({ phase: 'done', results })
}

const isSame = (a: Decision, b: Decision) => decisionKey(a) === decisionKey(b)

/** Master data first: what the other files refer to is there when they come. */
function inOrder(files: readonly DeskFile[]): DeskFile[] {
  const rank = (file: DeskFile) =>
    PROFILES.findIndex((profile) => profile.kind === file.reading.content?.kind)
  return [...files].sort((a, b) => rank(a) - rank(b))
}

/** Findings that wait for a person. */
export const openQuestions = (reading: ImportReading): Finding[] =>
  reading.findings.filter((finding) => finding.level === 'ask' && finding.choice === undefined)

/** The decision a person makes of one finding. */
export const decisionOf = ({ row, column, code }: Finding, choice: Choice): Decision => ({
  row,
  column,
  code,
  choice,
})

/** What a file is, as a key of its words: a bill is known, although it is not imported. */
export function kindKey({ match, findings }: ImportReading) {
  if (match) return `import.kind.${match.profile.kind}` as const
  const isBill = findings.some(({ code }) => code === 'courierBill')
  return isBill ? 'import.kind.carrierBill' : 'import.kindUnknown'
}

/** A table nobody knows: a person has to say what its columns hold. */
export const isUnmapped = ({ reading }: DeskFile): boolean =>
  reading.findings.some(({ code }) => code === 'unknownTable' || code === 'missingColumn')
