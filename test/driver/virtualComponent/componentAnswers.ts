import type { ComponentPlatform } from '@/domain/record/printData.ts'

/** What a component was asked for, as far as the answers need it. */
export interface AskedTask {
  readonly requestId: string
  readonly taskId: string
  readonly documentId: string
  readonly printer: string
}

/** The texts that one platform's component writes, byte for byte as its manual or its users show them. */
export interface ComponentAnswers {
  readonly port: number
  readonly path: string
  accepted(task: AskedTask): string
  refused(task: AskedTask, why: string): string
  /** Empty where the platform tells nothing later. */
  rendered(task: AskedTask): readonly string[]
  printed(task: AskedTask): readonly string[]
  failed(task: AskedTask, why: string): readonly string[]
  printers(requestId: string, names: readonly string[]): string
  tasks(requestId: string, tasks: readonly (AskedTask & { readonly isPrinted: boolean })[]): string
  config(requestId: string): string
}

const text = (value: unknown): string => JSON.stringify(value)

const common = {
  path: '/',
  accepted: ({ requestId, taskId }: AskedTask) =>
    text({
      cmd: 'print',
      requestID: requestId,
      taskID: taskId,
      status: 'success',
      msg: '',
      previewURL: '',
    }),
  refused: ({ requestId, taskId }: AskedTask, why: string) =>
    text({ cmd: 'print', requestID: requestId, taskID: taskId, status: 'failed', msg: why }),
  printers: (requestId: string, names: readonly string[]) =>
    text({
      cmd: 'getPrinters',
      requestID: requestId,
      status: 'success',
      msg: 'no error',
      defaultPrinter: names[0] ?? '',
      printers: names.map((name) => ({ name, status: 'enable', type: 'RAW' })),
      errorCode: 0,
    }),
  tasks: (requestId: string, tasks: readonly (AskedTask & { readonly isPrinted: boolean })[]) =>
    text({
      cmd: 'getTaskStatus',
      requestID: requestId,
      printStatus: tasks.map(({ taskId, documentId, isPrinted, printer }) => ({
        taskID: taskId,
        detailStatus: [
          { documentID: documentId, status: isPrinted ? 'success' : 'pending', msg: '', printer },
        ],
      })),
    }),
  config: (requestId: string) =>
    text({ cmd: 'setPrinterConfig', requestID: requestId, status: 'success', msg: '' }),
}

/** A notice of Cainiao's form; the others differ in name and fields. */
function notice(
  cmd: string,
  task: AskedTask,
  said: { readonly task: string; readonly document: string; readonly why?: string },
  more: Readonly<Record<string, unknown>> = {},
): string {
  const { documentId: documentID, printer, taskId: taskID } = task
  const detail = said.why ?? ''
  const status = { documentID, status: said.document, msg: detail, detail, printer }
  return text({
    cmd,
    requestID: task.requestId,
    printer,
    taskID,
    taskStatus: said.task,
    printStatus: [status],
    ...more,
  })
}

const RENDERED = { task: 'rendered', document: 'success' }
const PRINTED = { task: 'printed', document: 'success' }
const failure = (why: string) => ({ task: 'failed', document: 'failed', why })

const cainiao: ComponentAnswers = {
  ...common,
  port: 13_528,
  rendered: (task) => [
    text({ cmd: 'notifyTaskResult', taskId: task.taskId, taskStatus: 'initial', code: 0 }),
    notice('notifyPrintResult', task, RENDERED, { status: 0, errorCode: 0 }),
  ],
  printed: (task) => [notice('notifyPrintResult', task, PRINTED, { status: 0, errorCode: 0 })],
  failed: (task, why) => [
    text({
      cmd: 'notifyDocResult',
      taskId: task.taskId,
      documentId: task.documentId,
      status: 'printed',
      code: 100,
      detail: why,
    }),
  ],
}

const douyin: ComponentAnswers = {
  ...common,
  port: 13_888,
  rendered: (task) => [notice('notifyPrintResult', task, RENDERED)],
  printed: (task) => [notice('notifyPrintResult', task, PRINTED, { previewURL: '' })],
  failed: (task, why) => [notice('notifyPrintResult', task, failure(why))],
}

const pdd: ComponentAnswers = {
  ...common,
  port: 5_000,
  rendered: () => [],
  printed: (task) => [notice('PrintResultNotify', task, PRINTED, { firstFailedDocSN: 0 })],
  failed: (task, why) => [
    notice('PrintResultNotify', task, failure(why), { firstFailedDocSN: 1, msg: why }),
  ],
}

const kuaishouNotice = (task: AskedTask, taskStatus: string, status: string, msg: string) =>
  text({
    cmd: 'notifyPrintResult',
    requestID: task.requestId,
    status,
    msg,
    taskID: task.taskId,
    taskStatus,
    printStatus: [
      { documentID: task.documentId, waybillCode: task.documentId, status, detail: null },
    ],
  })

const kuaishou: ComponentAnswers = {
  ...common,
  port: 16_888,
  path: '/ks/printer',
  rendered: () => [],
  printed: (task) => [kuaishouNotice(task, 'printed', 'success', '')],
  // With the blank that the real one is seen to write.
  failed: (task, why) => [kuaishouNotice(task, 'failed ', 'failed', why)],
}

const jdAnswer = (key: string, code: string, said: Readonly<Record<string, unknown>>) =>
  text({ key, code, success: 'true', message: '', status: '500', content: '', ...said })

const jd: ComponentAnswers = {
  port: 9_113,
  path: '/',
  accepted: ({ requestId }) =>
    jdAnswer(requestId, '2', { message: '成功', detailinfo: { total: '1-1', info: '' } }),
  refused: ({ requestId }, why) =>
    jdAnswer(requestId, '2', { success: 'false', status: '502', message: why }),
  rendered: () => [],
  printed: () => [],
  failed: () => [],
  printers: (key, names) => jdAnswer(key, '6', { detailinfo: { printers: names } }),
  tasks: () => '',
  config: () => '',
}

/** The five components. */
export const componentAnswers: Readonly<Record<ComponentPlatform, ComponentAnswers>> = {
  cainiao,
  douyin,
  pdd,
  kuaishou,
  jd,
}
