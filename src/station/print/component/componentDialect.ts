import type { ComponentLabel } from '@/document/componentLabel.ts'
import type { ComponentPlatform } from '@/domain/record/printData.ts'
import type { Json } from '@/kernel/json.ts'

/** One waybill as a component is asked for it. One task holds one document: a task that is printed
 *  again as a whole can then double one label at most. */
export interface ComponentTask {
  /** The id of our print job, and of the message that carries it. */
  readonly taskId: string
  readonly waybillNo: string
  /** The printer by the name the component has for it; '' = the one it prints on by default. */
  readonly printerName: string
  readonly label: ComponentLabel
  /** Form of the shop's own area; without one that area stays empty. */
  readonly ownAreaUrl?: string | undefined
}

/** What became of a task, in a component's words: `under way` is no end. */
export interface TaskFate {
  readonly taskId: string
  readonly fate: 'printed' | 'failed' | 'underWay'
  /** Why it failed, as the component says it. */
  readonly why: string
}

export interface ComponentPrinter {
  readonly name: string
  readonly isReady: boolean
}

/** Where a component prints on the paper, millimetres from the form's own corner. */
export interface ComponentOffset {
  readonly printerName: string
  readonly xMm: number
  readonly yMm: number
}

/** One message of a component, read. `answer`: whether it took a task; `notice`: what became of it later,
 *  unasked. */
export type ComponentWord =
  | {
      readonly kind: 'answer'
      readonly taskId: string
      readonly isAccepted: boolean
      readonly why: string
    }
  | ({ readonly kind: 'notice' } & TaskFate)
  | {
      readonly kind: 'printers'
      readonly requestId: string
      readonly printers: readonly ComponentPrinter[]
    }
  | { readonly kind: 'tasks'; readonly requestId: string; readonly tasks: readonly TaskFate[] }
  | { readonly kind: 'config'; readonly requestId: string; readonly isSet: boolean }

/** How one platform's component is spoken to: one line of the table `componentDialects`. */
export interface ComponentDialect {
  readonly platform: ComponentPlatform
  readonly port: number
  readonly path: string
  /** False: its answer to a task is its last word, no notice follows. */
  readonly givesNotices: boolean
  /** The next task only after the notice of the one before. */
  readonly awaitsNotice: boolean
  print(task: ComponentTask): Json
  getPrinters(requestId: string): Json
  /** Undefined where the platform has no such question. */
  getTaskStatus(requestId: string, taskIds: readonly string[]): Json | undefined
  setOffset(requestId: string, offset: ComponentOffset): Json | undefined
  /** Undefined for what says nothing to us, or nothing at all. */
  parse(text: string): ComponentWord | undefined
}
