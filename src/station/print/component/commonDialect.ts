import type { Json } from '@/kernel/json.ts'
import type { ComponentLabel } from '@/document/componentLabel.ts'
import type { ComponentPlatform } from '@/domain/record/printData.ts'
import type { ComponentDialect, ComponentTask } from './componentDialect.ts'
import { parseCommonWord } from './parseCommonWord.ts'

/** The one version of the messages that all of them know. */
const VERSION = '1.0'

/** What tells one platform from the next. */
export interface DialectHabits {
  readonly platform: ComponentPlatform
  readonly port: number
  readonly path?: string
  readonly awaitsNotice?: boolean
  /** Fields of the one document beside its contents. */
  document?(task: ComponentTask): Record<string, Json>
  /** The part that the component decrypts. */
  standard(label: ComponentLabel): Json
  /** Name of the words of the shop's own area. */
  readonly ownAreaField?: string
}

/** The messages that four of five platforms share: Cainiao's, with each one's own field names. */
export function commonDialect(habits: DialectHabits): ComponentDialect {
  const head = (cmd: string, requestID: string) => ({ cmd, requestID, version: VERSION })
  return {
    platform: habits.platform,
    port: habits.port,
    path: habits.path ?? '/',
    givesNotices: true,
    awaitsNotice: habits.awaitsNotice ?? false,
    print: (task) => ({ ...head('print', task.taskId), task: taskOf(habits, task) }),
    getPrinters: (requestId) => head('getPrinters', requestId),
    getTaskStatus: (requestId, taskIds) => ({
      ...head('getTaskStatus', requestId),
      taskID: [...taskIds],
    }),
    setOffset: (requestId, { printerName, xMm, yMm }) => ({
      ...head('setPrinterConfig', requestId),
      printer: { name: printerName, horizontalOffset: xMm, verticalOffset: yMm },
    }),
    parse: parseCommonWord,
  }
}

function taskOf(habits: DialectHabits, task: ComponentTask): Json {
  const document = {
    documentID: task.waybillNo,
    ...habits.document?.(task),
    contents: contentsOf(habits, task),
  }
  return {
    taskID: task.taskId,
    preview: false,
    previewType: 'pdf',
    printer: task.printerName,
    firstDocumentNumber: 1,
    totalDocumentCount: 1,
    documents: [document],
  }
}

function contentsOf(habits: DialectHabits, { label, ownAreaUrl }: ComponentTask): Json[] {
  const standard = habits.standard(label)
  if (ownAreaUrl === undefined || label.ownArea === undefined) return [standard]
  return [
    standard,
    { [habits.ownAreaField ?? 'data']: { ...label.ownArea }, templateURL: ownAreaUrl },
  ]
}
