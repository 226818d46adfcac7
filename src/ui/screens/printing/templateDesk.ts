import { createStore } from 'zustand/vanilla'
import {
  type TemplateBook,
  shippedTemplates,
  templateBook,
} from '@/document/templates/templateBook.ts'
import { type TemplateFault, checkTemplate } from '@/domain/printing/checkTemplate.ts'
import type { PrintWhy } from '@/domain/record/outbound.ts'
import type { LabelTemplate, TemplateNode, TemplateRow } from '@/domain/record/labelTemplate.ts'

export interface TemplateView {
  readonly book: TemplateBook
  /** Ids of the templates that are not as shipped. */
  readonly ownIds: readonly string[]
  /** The template in work; null = the list is shown. */
  readonly draft: LabelTemplate | null
  readonly isChanged: boolean
  readonly nodeIndex: number
  /** The picture the printer would make; null = none, or no printer. */
  readonly png: Uint8Array | null
  /** What speaks against printing it, in words. */
  readonly faults: readonly PrintWhy[]
  /** What came of the last act; null = nothing yet. */
  readonly told: PrintWhy | null
}

export type TemplateFile =
  | { readonly ok: true; readonly template: LabelTemplate }
  | { readonly ok: false; readonly fault: TemplateFault }

export interface TemplatePorts {
  read(): Promise<readonly TemplateRow[]>
  /** Runs a command; what speaks against it, null = done. */
  save(template: LabelTemplate): Promise<PrintWhy | null>
  restore(templateId: string): Promise<PrintWhy | null>
  testPrint(templateId: string): Promise<PrintWhy | null>
  /** Draws the template with sample values; null = no printer is set up. */
  preview(
    template: LabelTemplate,
  ): Promise<{ readonly png: Uint8Array; readonly notices: readonly PrintWhy[] } | null>
  /** Reads the text of a template file. */
  readFile(file: string): TemplateFile
}

/** Looking at templates and changing them. */
export interface TemplateDesk {
  view(): TemplateView
  subscribe(listener: () => void): () => void
  open(): Promise<void>
  choose(templateId: string): Promise<void>
  pickNode(index: number): void
  change(part: Partial<TemplateNode>): Promise<void>
  addNode(node: TemplateNode): Promise<void>
  takeOutNode(): Promise<void>
  load(file: string): Promise<void>
  save(): Promise<void>
  restore(): Promise<void>
  testPrint(): Promise<void>
  close(): void
}

const NOTHING: TemplateView = {
  book: shippedTemplates,
  ownIds: [],
  draft: null,
  isChanged: false,
  nodeIndex: 0,
  png: null,
  faults: [],
  told: null,
}

interface Inside {
  readonly ports: TemplatePorts
  view(): TemplateView
  show(part: Partial<TemplateView>): void
}

/** The desk of the template screen over the ports of this station. */
export function createTemplateDesk(ports: TemplatePorts): TemplateDesk {
  const { getState: view, setState: show, subscribe } = createStore<TemplateView>(() => NOTHING)
  const inside: Inside = { ports, view, show }
  const setNodes = async (change: (nodes: readonly TemplateNode[]) => readonly TemplateNode[]) => {
    const { draft } = view()
    if (draft) await put(inside, { ...draft, nodes: change(draft.nodes) }, true)
  }
  return {
    view,
    subscribe,
    open: () => readBook(inside),
    async choose(templateId) {
      const chosen = view().book.find(({ id }) => id === templateId)
      show({ nodeIndex: 0, told: null })
      if (chosen) await put(inside, chosen, false)
    },
    pickNode: (nodeIndex) => show({ nodeIndex }),
    change: (part) =>
      setNodes((nodes) =>
        nodes.map((node, i) =>
          i === view().nodeIndex ? ({ ...node, ...part } as TemplateNode) : node,
        ),
      ),
    async addNode(node) {
      await setNodes((nodes) => [...nodes, node])
      show({ nodeIndex: (view().draft?.nodes.length ?? 1) - 1 })
    },
    async takeOutNode() {
      await setNodes((nodes) => nodes.filter((_node, i) => i !== view().nodeIndex))
      show({ nodeIndex: 0 })
    },
    async load(file) {
      const read = ports.readFile(file)
      if (!read.ok) return show({ told: faultWords(read.fault) })
      show({ nodeIndex: 0, told: null })
      await put(inside, read.template, true)
    },
    save: () => act(inside, 'TPL-010', (draft) => ports.save(draft)),
    restore: () => act(inside, 'TPL-011', ({ id }) => ports.restore(id)),
    testPrint: () => act(inside, 'TPL-012', ({ id }) => ports.testPrint(id)),
    close: () => show({ draft: null, png: null, faults: [], told: null }),
  }
}

async function readBook({ ports, show }: Inside): Promise<void> {
  const rows = await ports.read()
  const ownIds = rows.flatMap(({ id, file }) => (file === '' ? [] : [id]))
  show({ book: templateBook(rows), ownIds })
}

/** Shows a draft at once, and its picture when it is drawn. */
async function put(inside: Inside, draft: LabelTemplate, isChanged: boolean): Promise<void> {
  const { ports, show, view } = inside
  const found = checkTemplate(draft).map(faultWords)
  show({ draft, isChanged, faults: found })
  const drawn = await ports.preview(draft)
  // Typed on meanwhile: the picture of a later draft is on its way.
  if (view().draft !== draft) return
  show({ png: drawn?.png ?? null, faults: [...found, ...(drawn?.notices ?? [])] })
}

async function act(
  inside: Inside,
  code: string,
  run: (draft: LabelTemplate) => Promise<PrintWhy | null>,
): Promise<void> {
  const { draft } = inside.view()
  if (!draft) return
  const why = await run(draft)
  if (why) return inside.show({ told: why })
  await readBook(inside)
  const kept = inside.view().book.find(({ id }) => id === draft.id) ?? draft
  await put(inside, kept, false)
  inside.show({ told: { code, params: { id: draft.id } } })
}

const faultWords = ({ code, at, params }: TemplateFault): PrintWhy => ({
  code,
  params: { ...params, at },
})
